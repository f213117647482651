import { type Fault, faults } from './faults.js';
import type { Mode, Shop } from './shop.js';

/** The visitor's choices for one shop. They are plain data, so that they survive a navigation. */
export interface Choices {
  readonly mode: string;
  readonly fault: string;
  /** Sign in with an expired access token. */
  readonly expired: boolean;
  /** Attributes that replace the shop's own; `null` removes one. */
  readonly attributes: Readonly<Record<string, string | null>>;
}

export const usualChoices = ({ modes }: Shop): Choices => ({
  mode: modes[0].value,
  fault: 'ok',
  expired: false,
  attributes: {},
});

export const chosenMode = ({ modes }: Shop, { mode }: Choices): Mode =>
  modes.find(({ value }) => value === mode) ?? modes[0];

export const chosenFault = (shop: Shop, choices: Choices, isWorker: boolean): Fault =>
  faultsOf(shop, chosenMode(shop, choices), isWorker).find(({ id }) => id === choices.fault) ?? faults[0];

/** Everything that can go wrong with this shop in this mode, and in this kind of demo. */
export const faultsOf = (shop: Shop, { where }: Mode, isWorker: boolean): Fault[] =>
  [...faults, ...(shop.faults ?? [])].filter(
    ({ onlyAt = where, needsHttp = false }) => onlyAt === where && !(needsHttp && isWorker),
  );
