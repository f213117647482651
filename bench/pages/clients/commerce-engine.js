import { SessionStorefrontSDK } from '@commercengine/storefront-sdk';

import { backend, logoutBy, token } from './page.js';

const sdk = new SessionStorefrontSDK({ storeId: 'shop', baseUrl: `${backend}/storefront` });
await sdk.setTokens(token);

logoutBy(async () => {
  const { error } = await sdk.auth.logout();
  if (error) throw error;
});
