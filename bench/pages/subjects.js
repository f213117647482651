/**
 * A signed-in member's page, with a button that signs out.
 *
 * @typedef {object} Subject
 * @property {string} id
 * @property {string} name
 * @property {string} [client]  the vendor's file in `pages/clients`
 * @property {(backend: string) => string} body
 * @property {string} button  selector of the button
 */

const EXPIRES_AT = 4_102_444_800;
const encode = (/** @type {unknown} */ json) => Buffer.from(JSON.stringify(json)).toString('base64url');

/** Looks like the platforms' tokens. Nobody checks its signature. */
export const TOKEN = [
  encode({ alg: 'HS256', typ: 'JWT' }),
  encode({ sub: '1', exp: EXPIRES_AT, iat: 1_700_000_000, is_logged_in: true, is_anonymous: false }),
  'c2lnbmF0dXJl',
].join('.');

const WIX_COOKIE = encodeURIComponent(
  JSON.stringify({
    accessToken: { value: TOKEN, expiresAt: EXPIRES_AT },
    refreshToken: { value: 'refresh', role: 'member' },
  }),
);

/** The element. Times are compared with the first one's. @type {readonly Subject[]} */
export const OURS = [
  ours('custom', `localStorage.setItem('access_token', '${TOKEN}')`, (backend) => ({
    'base-url': `${backend}/logout`,
    'token-key': 'access_token',
  })),
  ours('commerce-engine', `localStorage.setItem('storefront_access_token', '${TOKEN}')`, (backend) => ({
    'base-url': `${backend}/storefront`,
  })),
  ours('wix', `document.cookie = 'session=${WIX_COOKIE}'`, (backend) => ({
    'base-url': backend,
    'client-id': 'shop',
  })),
];

/** The vendors' clients, each with a plain button. @type {readonly Subject[]} */
export const CLIENTS = [
  client('supabase', '`@supabase/auth-js`'),
  client('hanko', '`@teamhanko/hanko-frontend-sdk`'),
  client('better-auth', '`better-auth`'),
  client('commerce-engine', '`@commercengine/storefront-sdk`'),
  client('wix', '`@wix/sdk`'),
];

/**
 * @param {string} platform
 * @param {string} signIn
 * @param {(backend: string) => Record<string, string>} attributes
 * @returns {Subject}
 */
function ours(platform, signIn, attributes) {
  return {
    id: `ours-${platform}`,
    name: `\`<store-logout platform="${platform}">\``,
    button: 'store-logout',
    body(backend) {
      const list = Object.entries({ platform, ...attributes(backend) })
        .map(([name, value]) => `${name}="${value}"`)
        .join(' ');
      return `<script>${signIn}</script>
        <store-logout ${list}></store-logout>
        <script type="module" src="/dist/store-logout.bundle.js"></script>`;
    },
  };
}

/**
 * @param {string} id
 * @param {string} name
 * @returns {Subject}
 */
function client(id, name) {
  return {
    id,
    name,
    client: `${id}.js`,
    button: 'button',
    body: () => `<button>Log out</button><script type="module" src="/${id}.js"></script>`,
  };
}
