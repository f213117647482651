import type { Shop } from '../stage/shop.js';

/** A shop's own backend. */
export const custom: Shop = {
  platform: 'custom',
  name: 'Your own backend',
  modes: [
    {
      value: '',
      label: 'By a request',
      hint: 'One request to the shop’s own backend, with its session cookie and a token.',
      where: 'own-origin',
    },
  ],
  places: [{ in: 'localStorage', name: 'access_token' }],
  credentials: { access: 'Access token', cookie: 'Session cookie (HttpOnly)' },
  cookieSession: true,
  attributes: (store) => ({
    'base-url': `${store}/logout`,
    method: 'DELETE',
    'token-key': 'access_token',
  }),
};
