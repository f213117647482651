// The functions without any element, in a project that has only the package.
import { logout, memoryTokens, pairPlace, type Platform, registerPlatform } from 'store-logout/core.js';
import { registerLanguage, signedIn, unisouk } from 'store-logout';
import { guard } from 'store-logout/guard.js';
import { ar } from 'store-logout/lang/ar.js';
import { wix } from 'store-logout/platforms/wix.js';

const corner: Platform = {
  name: 'corner',
  baseUrl: () => 'https://api.corner.example',
  places: [pairPlace('localStorage', 'corner_token')],
  request: ({ base, tokens }) => ({
    method: 'DELETE',
    url: `${base}/sessions`,
    headers: { Authorization: `Bearer ${tokens.accessToken}` },
  }),
  accept: ({ body }) => (body === 'empty' ? {} : undefined),
  error: () => undefined,
};
registerPlatform(corner);
registerPlatform(wix);
// @ts-expect-error: a platform has a name
registerPlatform({ ...corner, name: undefined });

const outcome = await logout({ platform: corner, tokens: memoryTokens({ accessToken: 'a' }) }, document);
console.log(outcome.ok ? outcome.server : outcome.reason);
// @ts-expect-error: told apart by `ok`
console.log(outcome.reason);
// @ts-expect-error: no such setting
await logout({ plattform: 'wix' });
// @ts-expect-error: milliseconds are a number
signedIn({ platform: unisouk, timeout: 'soon' });
// @ts-expect-error: a function ends the protection
const stop: string = guard({ platform: wix });
console.log(stop);

registerLanguage('ar-EG', { ...ar, label: 'خروج' });
// @ts-expect-error: a language has every text
registerLanguage('fr', { label: 'Se déconnecter' });
