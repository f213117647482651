import { OAuthStrategy } from '@wix/sdk/auth/oauth2';

import { EXPIRES_AT, logoutBy, token } from './page.js';

const auth = OAuthStrategy({
  clientId: 'shop',
  tokens: {
    accessToken: { value: token, expiresAt: EXPIRES_AT },
    refreshToken: { value: 'refresh', role: 'member' },
  },
});

logoutBy(() => auth.logout(location.href));
