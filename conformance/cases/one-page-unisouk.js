import { unisoukSnippet, unisoukTab } from '../support/unisouk.js';

/** @import { Case } from '../support/types.js' */

const platform = 'unisouk';

/** @type {Case['play']} */
async function play(stage, side) {
  const { page, tokens, settings } = await unisoukTab(stage);
  if (side === 'vendor') {
    await unisoukSnippet(page, settings.baseUrl, tokens.accessToken);
  } else {
    await stage.button(page, settings, { tokens: 'store' });
    await stage.click(page);
  }
  const { credentials } = stage.realm.platforms.get(platform)?.status() ?? {};
  const alive = Object.entries(credentials ?? {}).flatMap(([name, isAlive]) => (isAlive ? [name] : []));
  return alive.length ? `signed in by the ${alive.join(' and ')} token` : 'signed out';
}

/** @type {readonly Case[]} */
export const onePageUnisouk = [
  {
    platform,
    title: 'the documented snippet, and the refresh cookie',
    play,
    vendor: 'signed in by the refresh token',
    ours: 'signed out',
  },
];
