import { memoryTokens } from '../../src/index.js';
import { corsRefused } from '../stage/faults.js';
import type { Shop } from '../stage/shop.js';

const STORE_ID = 'demo-store';

/** The access token is only here. The refresh token is in a cookie that no script can see. */
const memory = memoryTokens();

export const unisouk: Shop = {
  platform: 'unisouk',
  name: 'UniSouk',
  modes: [
    {
      value: '',
      label: 'By a request',
      hint: 'One request to another origin, with the token from page memory and the refresh cookie that scripts cannot see.',
      where: 'other-origin',
    },
  ],
  memory,
  places: [{ in: 'memory', name: 'tokens' }],
  credentials: { access: 'Access token', refresh: 'Refresh cookie (HttpOnly)' },
  cookieSession: false,
  faults: [corsRefused],
  attributes: (store) => ({ 'store-id': STORE_ID, 'base-url': store }),

  /** Gets a new access token with the cookie, as every page of a UniSouk shop does when it opens. */
  async restore(store) {
    const answer = await fetch(`${store}/auth/refresh/${STORE_ID}`, {
      credentials: 'include',
      headers: { 'x-store-id': STORE_ID },
    });
    if (!answer.ok) return;
    const { data } = (await answer.json()) as { data: { accessToken: string } };
    memory.replace(data);
  },
};
