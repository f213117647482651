import { readFile } from 'node:fs/promises';

import { bundle } from '../support/bundle.js';
import { sizeOf } from './size-of.js';

/** @import { Size } from './size-of.js' */

const MGT = '@microsoft/mgt-components/dist/es6/components/mgt-login/mgt-login.js';

/**
 * Other packages: the smallest import that can sign out.
 *
 * @typedef {object} Peer
 * @property {string} package  the tables show its version
 * @property {string} what  the name of the import
 * @property {'code' | 'element'} kind
 * @property {string} [code]
 * @property {string} [file]  the published file that pages load unchanged
 */

/** @type {readonly Peer[]} */
export const PEERS = [
  {
    package: '@supabase/auth-js',
    what: '`GoTrueAdminApi`, just the request, meant for servers',
    kind: 'code',
    code: `export { GoTrueAdminApi } from '@supabase/auth-js';`,
  },
  {
    package: '@teamhanko/hanko-frontend-sdk',
    what: '`Hanko`',
    kind: 'code',
    code: `export { Hanko } from '@teamhanko/hanko-frontend-sdk';`,
  },
  {
    package: '@commercengine/storefront-sdk',
    what: '`SessionStorefrontSDK`',
    kind: 'code',
    code: `export { SessionStorefrontSDK } from '@commercengine/storefront-sdk';`,
  },
  {
    package: 'better-auth',
    what: '`createAuthClient`',
    kind: 'code',
    code: `export { createAuthClient } from 'better-auth/client';`,
  },
  {
    package: '@descope/web-js-sdk',
    what: 'its default export',
    kind: 'code',
    code: `export { default } from '@descope/web-js-sdk';`,
  },
  {
    package: '@wix/sdk',
    what: '`OAuthStrategy`',
    kind: 'code',
    code: `export { OAuthStrategy } from '@wix/sdk/auth/oauth2';`,
  },
  {
    package: '@supabase/auth-js',
    what: '`AuthClient`',
    kind: 'code',
    code: `export { AuthClient } from '@supabase/auth-js';`,
  },
  {
    package: '@salla.sa/twilight',
    what: '`twilight.min.js`',
    kind: 'code',
    file: '@salla.sa/twilight/dist/@salla.sa/twilight.min.js',
  },
  {
    package: '@teamhanko/hanko-elements',
    what: '`register`',
    kind: 'element',
    code: `export { register } from '@teamhanko/hanko-elements';`,
  },
  {
    package: '@descope/user-profile-widget',
    what: '`<descope-user-profile-widget>`',
    kind: 'element',
    code: `import '@descope/user-profile-widget';`,
  },
  {
    package: '@descope/web-component',
    what: '`<descope-wc>`, its sign-in',
    kind: 'element',
    code: `import '@descope/web-component';`,
  },
  {
    package: '@passageidentity/passage-elements',
    what: '`<passage-auth>` and the rest',
    kind: 'element',
    code: `import '@passageidentity/passage-elements';`,
  },
  {
    package: '@awesome.me/webawesome',
    what: '`<wa-button>`, which signs nobody out',
    kind: 'element',
    code: `import '@awesome.me/webawesome/dist/components/button/button.js';`,
  },
  {
    package: '@shoelace-style/shoelace',
    what: '`<sl-button>`, which signs nobody out',
    kind: 'element',
    code: `import '@shoelace-style/shoelace/dist/components/button/button.js';`,
  },
  {
    package: '@material/web',
    what: '`<md-filled-button>`, which signs nobody out',
    kind: 'element',
    code: `import '@material/web/button/filled-button.js';`,
  },
  {
    package: '@microsoft/mgt-components',
    what: '`<mgt-login>` and the provider that it asks',
    kind: 'element',
    code: `
      export { registerMgtLoginComponent } from '${MGT}';
      export { Providers } from '@microsoft/mgt-element';
      export { Msal2Provider } from '@microsoft/mgt-msal2-provider/dist/es6/exports';
    `,
  },
  {
    package: 'lit',
    what: '`LitElement`, `html` and `css`, which our tags are made with',
    kind: 'element',
    code: `export { LitElement, html, css } from 'lit';`,
  },
];

/** @param {Peer} peer */
export const nameOf = (peer) => `${peer.package}: ${peer.what}`;

/** @returns {Promise<Record<string, Size>>} */
export async function measurePeers() {
  /** @type {Record<string, Size>} */
  const sizes = {};
  for (const peer of PEERS) {
    const { file, code = '' } = peer;
    sizes[nameOf(peer)] = sizeOf(
      file
        ? [await readFile(new URL(`../node_modules/${file}`, import.meta.url), 'utf8')]
        : await bundle(code),
    );
  }
  return sizes;
}
