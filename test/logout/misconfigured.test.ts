import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import { custom as customPlatform, registerPlatform, type StoreLogoutElement } from '../../src/index.js';
import { hear, recordErrors, recordFetches } from '../support/recorders.js';
import { forgetEverything } from '../support/simulators.js';

type Attributes = Readonly<Record<string, string>>;

const commerceEngine = { platform: 'commerce-engine', 'store-id': 'demo' };
const custom = { platform: 'custom', 'base-url': 'https://shop.example/logout' };
const own = { platform: 'custom', 'base-url': '/logout' };
const wix = { platform: 'wix', 'client-id': 'demo' };
const unisouk = { platform: 'unisouk', 'store-id': 'demo' };

const mistakes: Record<string, Attributes> = {
  'no platform': {},
  'an empty platform': { platform: '' },
  'an unknown platform': { platform: 'shopify' },
  'a platform named like something of JavaScript’s': { platform: 'constructor' },
  'a platform with markup in its name': { platform: '<img src=x onerror=alert(1)>' },
  'Commerce Engine without a store': { platform: 'commerce-engine' },
  'UniSouk without a store': { platform: 'unisouk' },
  'Wix without a client': { platform: 'wix' },
  'a backend of one’s own without its address': { platform: 'custom' },
  'an unknown mode of Salla': { platform: 'salla', mode: 'teleport' },
  'an unknown mode of Wix': { ...wix, mode: 'HEADLESS' },
  'a mode where there are none': { ...commerceEngine, mode: 'fetch' },
  'an unknown environment': { ...commerceEngine, environment: 'prod' },
  'an unknown method': { ...custom, method: 'FETCH' },
  'a method with a header in it': { ...custom, method: 'POST\r\nX: 1' },
  'a Salla store on another origin, fetched': {
    platform: 'salla',
    mode: 'fetch',
    'base-url': 'https://store.example',
  },
  'a store-id with a line break': { ...commerceEngine, 'store-id': 'demo\r\nX-Evil: 1' },
  'a store-id with a space': { ...unisouk, 'store-id': 'my store' },
  'a store-id that is not ASCII': { ...unisouk, 'store-id': 'متجر' },
  'a client-id with a line break': { ...wix, 'client-id': 'demo\n' },
  'a client-id that is not ASCII': { ...wix, 'client-id': 'clïent' },
  'a token-key with an attribute of a cookie': { ...custom, 'token-key': 'token; Domain=example' },
  'a refresh-token-key with a value': { ...custom, 'refresh-token-key': 'a=b' },
  'a token-prefix with a line break': { ...custom, 'token-prefix': 'a\nb' },
  'a token-path without a token-key': { ...custom, 'token-path': 'access_token' },
  'a token-path that is none': { ...custom, 'token-key': 'session', 'token-path': 'state..token' },
  'a session-url without a scheme': { ...custom, 'session-url': 'shop.example/me' },
  'a session-url of a script': { ...custom, 'session-url': 'javascript:alert(1)' },
  'a csrf that is a word': { ...own, csrf: 'csrftoken' },
  'a csrf that goes nowhere': { ...own, csrf: 'cookie:csrftoken' },
  'a csrf from nowhere': { ...own, csrf: 'header:X-CSRFToken' },
  'a csrf with a header that is none': { ...own, csrf: 'meta:csrf header:X-CSRF:1' },
  'a csrf for another site': { ...custom, csrf: 'cookie:csrftoken header:X-CSRFToken' },
  'a csrf in a field of a GET': { ...own, method: 'GET', csrf: 'cookie:a field:b' },
  'a csrf in the header of a form': { ...own, mode: 'form', csrf: 'cookie:a header:b' },
  'a csrf for a page that is gone to': { ...own, mode: 'navigate', csrf: 'cookie:a field:b' },
  'a mode that custom has not': { ...custom, mode: 'get' },
};

const addresses: Record<string, string> = {
  'without a scheme': 'shop.example/logout',
  'without a scheme, but with slashes': '//shop.example/logout',
  'with backslashes': '/\\shop.example',
  'with a backslash in it': 'https://shop.example\\@evil.example',
  'of a file': 'file:///etc/passwd',
  'of a script': 'javascript:alert(1)',
  'of data': 'data:text/html,hi',
  'of a socket': 'wss://shop.example',
  'with a user in it': 'https://user:secret@shop.example',
  'with one slash too few': 'https:/shop.example',
  'without a host': 'https://',
  'with an unfinished host': 'http://[',
  'with a port that is none': 'https://shop.example:99999',
  'with a line break': 'https://shop.\nexample',
  'with a space in the host': 'https://shop example',
};
const platformsWithAddress: Record<string, Attributes> = {
  custom,
  'commerce-engine': commerceEngine,
  unisouk,
  wix,
  salla: { platform: 'salla' },
};
for (const [name, address] of Object.entries(addresses)) {
  for (const [platform, attributes] of Object.entries(platformsWithAddress)) {
    mistakes[`a base-url of ${platform} ${name}`] = { ...attributes, 'base-url': address };
  }
}

/** Everything that this page has written to the console: a sentence comes once on a page. */
const warnings: string[] = [];
const { warn } = console;
before(() => {
  console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
});
after(() => {
  console.warn = warn;
});

describe('A <store-logout> that is set up wrong', () => {
  afterEach(forgetEverything);

  for (const [index, [name, attributes]] of Object.entries(mistakes).entries()) {
    it(`says so and does nothing else: ${name}`, async () => {
      localStorage.setItem('storefront_access_token', 'kept');
      localStorage.setItem('token', 'kept');
      // Under a name of its own: WebKit may carry the removal of the last test's out after this, or show it once more.
      document.cookie = `access_token_${index}=kept; Path=/`;
      const stored = JSON.stringify(localStorage);
      const cookies = document.cookie.split('; ');
      const errors = recordErrors();
      const fetches = recordFetches();
      const parent = await fixture(html`<div></div>`);
      const element = document.createElement('store-logout');
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      const heard = hear(document);
      let isAsked = false;
      element.addEventListener('before-logout', () => {
        isAsked = true;
      });

      parent.append(element);
      await element.updateComplete;
      element.click();
      await element.logout();
      element.click();
      const outcome = await element.logout();

      expect(outcome).to.include({
        ok: false,
        reason: 'misconfigured',
        server: 'not-asked',
        local: 'kept',
        attempts: 0,
        retryable: false,
      });
      expect(heard.map(({ type }) => type)).to.deep.equal(['failed-logout', 'failed-logout']);
      expect(heard[1]?.detail).to.equal(outcome);
      expect(isAsked, 'there is nothing to call off').to.equal(false);
      expect(element.state).to.equal('failed');
      expect(fetches, 'nothing is sent').to.deep.equal([]);
      expect(JSON.stringify(localStorage)).to.equal(stored);
      // One of an earlier test may have come back in the meantime, but none of these has gone.
      expect(document.cookie.split('; ')).to.include.members(cookies);
      expect(errors, 'nothing is thrown').to.deep.equal([]);

      const { message } = outcome as { message?: string };
      expect(message).to.match(/^[ -~]+\.$/, 'one printable sentence');
      expect(warnings.filter((text) => text === `<store-logout>: ${message}`)).to.have.length(1);
    });
  }

  it('removes the tokens with clear-on-failure, as after every other failure', async () => {
    localStorage.setItem('storefront_access_token', 'a');
    localStorage.setItem('cart', 'kept');
    const element = await fixture<StoreLogoutElement>(
      html`<store-logout platform="commerce-engine" clear-on-failure></store-logout>`,
    );
    expect(await element.logout()).to.include({ reason: 'misconfigured', local: 'cleared', attempts: 0 });
    expect({ ...localStorage }).to.deep.equal({ cart: 'kept' });
  });

  it('is silent until somebody signs out', async () => {
    const before = warnings.length;
    const element = await fixture<StoreLogoutElement>(
      html`<store-logout platform="never-clicked"></store-logout>`,
    );
    await element.updateComplete;
    expect(warnings).to.have.length(before);
  });

  it('works once its platform is registered', async () => {
    const element = await fixture<StoreLogoutElement>(html`<store-logout platform="late"></store-logout>`);
    expect(await element.logout()).to.include({ platform: '', reason: 'misconfigured' });
    registerPlatform({
      ...customPlatform,
      name: 'late',
      missing: () => undefined,
      cookieSession: () => false,
    });
    element.baseUrl = 'https://shop.example/logout';
    expect(await element.logout()).to.include({ platform: 'late', ok: true, attempts: 0 });
  });

  it('works once it is corrected', async () => {
    const element = await fixture<StoreLogoutElement>(html`<store-logout></store-logout>`);
    expect(await element.logout()).to.include({ reason: 'misconfigured' });
    element.platform = 'commerce-engine';
    element.storeId = 'demo';
    // Nobody is signed in, so that there is nothing to ask the real server for.
    expect(await element.logout()).to.include({ ok: true, server: 'already-ended', attempts: 0 });
    expect(element.state).to.equal('done');
  });
});
