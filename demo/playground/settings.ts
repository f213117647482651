import type { Theme } from '../frame/theme.js';
import { commerceEngine } from '../platforms/commerce-engine.js';
import { custom } from '../platforms/custom.js';
import { salla } from '../platforms/salla.js';
import { unisouk } from '../platforms/unisouk.js';
import { wix } from '../platforms/wix.js';
import type { Shop } from '../stage/shop.js';
import { keep, recall } from '../stage/tab-memory.js';
import { type Look, looks } from './looks.js';

/** The visitor's choices on the playground, except those that a stage keeps. */
export interface Settings {
  readonly platform: string;
  readonly look: string;
  /** Language of the button; empty for the page's. */
  readonly language: string;
  /** Colours of the preview. */
  readonly theme: Theme;
}

const KEY = 'playground';

export const shops: readonly [Shop, ...Shop[]] = [commerceEngine, salla, unisouk, wix, custom];

/** Recalls this tab's settings. The address may ask for a platform. */
export function recallSettings(): Settings {
  const usual: Settings = { platform: shops[0].platform, look: looks[0].id, language: '', theme: 'system' };
  const asked = new URLSearchParams(location.search).get('platform');
  return {
    ...usual,
    ...(recall(KEY) as Partial<Settings> | undefined),
    ...(asked && { platform: asked }),
  };
}

export function keepSettings(settings: Settings): void {
  keep(KEY, settings);
  // A reload or a logout leads back to this address, which would ask for its platform again.
  history.replaceState(null, '', location.pathname);
}

export const shopOf = ({ platform }: Settings): Shop =>
  shops.find((shop) => shop.platform === platform) ?? shops[0];

export const lookOf = ({ look }: Settings): Look => looks.find(({ id }) => id === look) ?? looks[0];
