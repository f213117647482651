import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { openShop, pageUrl } from '../support/frame.js';
import { asSent } from '../support/sign-out.js';
import { forgetEverything, type SignIn, Simulators } from '../support/simulators.js';

interface Tag {
  readonly platform: string;
  readonly where: 'same-origin' | 'other-origin';
  readonly attributes: (root: string) => Readonly<Record<string, string>>;
  /** Whether the page leaves by itself. */
  readonly leaves?: boolean;
}

const tags: Readonly<Record<string, Tag>> = {
  'Salla, fetch': {
    platform: 'salla',
    where: 'same-origin',
    attributes: (root) => ({ 'base-url': `${root}/salla`, 'accounts-url': `${root}/salla/accounts` }),
  },
  'Salla, navigate': {
    platform: 'salla',
    where: 'same-origin',
    leaves: true,
    attributes: (root) => ({
      mode: 'navigate',
      'base-url': `${root}/salla`,
      'accounts-url': `${root}/salla/accounts`,
    }),
  },
  'Commerce Engine': {
    platform: 'commerce-engine',
    where: 'other-origin',
    attributes: (root) => ({ 'base-url': `${root}/commerce-engine/api/v1/demo-store/storefront` }),
  },
  UniSouk: {
    platform: 'unisouk',
    where: 'other-origin',
    attributes: (root) => ({ 'store-id': 'demo-store', 'base-url': `${root}/unisouk` }),
  },
  'Wix, headless': {
    platform: 'wix',
    where: 'other-origin',
    leaves: true,
    attributes: (root) => ({
      'client-id': 'demo-client',
      'base-url': `${root}/wix`,
      redirect: pageUrl('goodbye.html'),
    }),
  },
  'Wix, api': {
    platform: 'wix',
    where: 'other-origin',
    attributes: (root) => ({ mode: 'api', 'client-id': 'demo-client', 'base-url': `${root}/wix` }),
  },
  'Wix, site': {
    platform: 'wix',
    where: 'same-origin',
    leaves: true,
    attributes: (root) => ({
      mode: 'site',
      'client-id': 'demo-client',
      'base-url': `${root}/wix`,
      redirect: pageUrl('goodbye.html'),
    }),
  },
  'Wix, managed': {
    platform: 'wix',
    where: 'same-origin',
    leaves: true,
    attributes: (root) => ({ mode: 'managed', 'base-url': `${root}/wix`, redirect: pageUrl('goodbye.html') }),
  },
  custom: {
    platform: 'custom',
    where: 'other-origin',
    attributes: (root) => ({ 'base-url': `${root}/custom/logout`, 'token-key': 'access_token' }),
  },
};

/** Signs in and out on a page that has one tag; answers with what was sent, and what is left of the tokens. */
async function signOutOn(page: string, { platform, where, attributes, leaves }: Tag) {
  const simulators = await Simulators.open(where);
  const signIn = await simulators.signIn(platform);
  const shop = await openShop(page);
  const element = shop.document.createElement('store-logout');
  for (const [name, value] of Object.entries({ platform, ...attributes(simulators.root) })) {
    element.setAttribute(name, value);
  }
  shop.document.body.append(element);
  await element.updateComplete;

  const end = leaves ? shop.arrival() : oneEvent(element, 'logged-out');
  element.click();
  await end;

  const name = nameless(simulators, signIn);
  const sent = (await simulators.log()).map((entry) => {
    const request = asSent(entry);
    // The accounts page is loaded while the store's own cookie goes: whether that still comes along is chance.
    if (request.path.startsWith('/accounts/')) request.cookies = [];
    return name(JSON.stringify(request));
  });
  // Two of them leave at the same time.
  sent.sort((one, two) => one.localeCompare(two));
  // The note of the logout for other pages differs from one to the next; it is no token.
  const stored = Object.entries(localStorage).filter(([key]) => !key.startsWith('store-logout:'));
  const kept = name(JSON.stringify([Object.fromEntries(stored), document.cookie]));
  const { alive } = { alive: await simulators.isAlive(platform) };
  await forgetEverything();
  return { sent, kept, alive };
}

/** Writes what differs from one sign-in to the next by its name. */
function nameless({ root }: Simulators, { tokens }: SignIn): (text: string) => string {
  const names = new Map([
    [root, '{root}'],
    ...Object.entries(tokens).map(([key, token]) => [token, `{${key}}`] as const),
  ]);
  return (text) =>
    [...names]
      .reduce((all, [value, name]) => all.replaceAll(value, name), decodeURIComponent(text))
      .replaceAll(/\/redirect-session\/[\w-]+/g, '/redirect-session/{id}')
      // What the platform hands out after the sign-out, a new anonymous pair.
      .replaceAll(/eyJ[\w.-]+/g, '{anonymous token}')
      .replaceAll(/storefront_refresh_token":"[\w.-]+"/g, 'storefront_refresh_token":"{anonymous}"');
}

describe('The file for a script tag, on a page that has nothing else', () => {
  afterEach(forgetEverything);

  for (const [name, tag] of Object.entries(tags)) {
    it(`sends to ${name} what the modules send, and leaves the same tokens`, async () => {
      const bundled = await signOutOn('bundle.html', tag);
      const modules = await signOutOn('shop.html', tag);

      expect(bundled.sent, 'requests').to.have.length.above(0);
      expect(bundled).to.deep.equal(modules);
      expect(bundled.alive, 'session').to.equal(false);
      expect(bundled.kept).not.to.contain('{accessToken}').and.not.to.contain('{refreshToken}');
    });
  }

  it('registers both tags', async () => {
    const { window: page } = await openShop('bundle.html');
    expect(page.customElements.get('store-logout')).to.be.a('function');
    expect(page.customElements.get('store-session')).to.be.a('function');
  });
});

describe('A page without an address of its own, as the preview of a theme editor', () => {
  afterEach(forgetEverything);

  it('signs out at a path of the page that made it', async () => {
    const simulators = await Simulators.open('same-origin');
    await simulators.signIn('custom');
    const path = new URL(`${simulators.root}/custom/logout`).pathname;
    const page = `<script type="module" src="${location.origin}/dist/store-logout.bundle.js"></script>
      <store-logout platform="custom" base-url="${path}"></store-logout>`;
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Preview" .srcdoc=${page}></iframe>`);
    await waitUntil(() => frame.contentWindow?.customElements.get('store-logout'));
    const button = frame.contentDocument?.querySelector('store-logout');
    expect(await button?.logout()).to.include({ ok: true, server: 'ended' });
    expect(await simulators.isAlive('custom')).to.equal(false);
  });
});
