import { corsRefused } from '../stage/faults.js';
import type { Shop } from '../stage/shop.js';

export const commerceEngine: Shop = {
  platform: 'commerce-engine',
  name: 'Commerce Engine',
  modes: [
    {
      value: '',
      label: 'By a request',
      hint: "One request to another origin. The platform answers with a visitor's tokens. They replace the member's, so the cart stays.",
      where: 'other-origin',
    },
  ],
  places: [
    { in: 'localStorage', name: 'storefront_access_token' },
    { in: 'localStorage', name: 'storefront_refresh_token' },
  ],
  credentials: { access: 'Access token', refresh: 'Refresh token' },
  cookieSession: false,
  faults: [corsRefused],
  attributes: (store) => ({
    'store-id': 'demo-store',
    'base-url': `${store}/api/v1/demo-store/storefront`,
  }),
};
