import { expect } from '@open-wc/testing';

import { cookies } from '../../src/tokens/cookies.js';
import { openShop } from '../support/frame.js';
import { forgetEverything } from '../support/simulators.js';

afterEach(forgetEverything);

const week = { maxAge: 604_800, sameSite: 'Lax' } as const;

describe('cookies', () => {
  for (const { name, written, value } of [
    { name: 'a plain value', written: 'abc', value: 'abc' },
    { name: 'an encoded value', written: '%7B%22a%22%3A1%7D', value: '{"a":1}' },
    { name: 'a value that only looks encoded', written: '100%', value: '100%' },
    { name: 'a value with equals signs', written: 'a=b==', value: 'a=b==' },
    { name: 'an empty value', written: '', value: '' },
  ]) {
    it(`reads ${name}`, () => {
      document.cookie = `token=${written}; Path=/`;
      expect(cookies.get('token')).to.equal(value);
    });
  }

  it('does not confuse two names', () => {
    document.cookie = 'my-token=1; Path=/';
    document.cookie = 'token2=2; Path=/';
    expect(cookies.get('token')).to.equal(undefined);
    expect(cookies.names()).to.have.members(['my-token', 'token2']);
  });

  it('returns what it has written, whatever the characters', () => {
    const value = '{"a":"; Path=/x, ü ="}';
    cookies.set('token', value, week);
    expect(cookies.get('token')).to.equal(value);
  });

  it('lets a replacement live as long as the platform does', async function () {
    document.cookie = 'token=old; Path=/';
    cookies.set('token', 'new', week);
    const store = (window as { cookieStore?: { get(name: string): Promise<{ expires?: number | null }> } })
      .cookieStore;
    const { expires } = (await store?.get('token')) ?? {};
    if (!expires) return this.skip(); // only Chromium tells
    // The clock counts whole milliseconds.
    expect(Math.floor(expires) - Date.now()).to.be.within(604_700_000, 604_800_000);
  });

  it('removes a cookie, and no other', () => {
    document.cookie = 'token=1; Path=/';
    document.cookie = 'token2=2; Path=/';
    cookies.remove('token');
    expect(document.cookie).to.equal('token2=2');
  });

  it('removes a cookie that is not there, too', () => {
    expect(() => cookies.remove('token')).not.to.throw();
  });
});

describe('cookies on a page deep in a site', () => {
  const shop = '/test/support/pages';

  for (const path of ['/', '/test', '/test/', '/test/support', shop, `${shop}/`, `${shop}/shop.html`]) {
    it(`replaces and removes the one with the path ${path}`, async () => {
      const { document: page, cookies: jar } = await openShopWithCookies();
      page.cookie = `token=old; Path=${path}`;
      jar.set('token', 'new', week);
      expect(page.cookie).to.equal('token=new');
      jar.remove('token');
      expect(page.cookie).to.equal('');
    });
  }

  it('replaces a cookie where it was, not beside it', async () => {
    const { document: page, cookies: jar } = await openShopWithCookies();
    page.cookie = `token=old; Path=${shop}`;
    jar.set('token', 'new', week);
    expect(page.cookie).to.equal('token=new');
    expect(document.cookie, 'outside that path').to.equal('');
    jar.remove('token');
  });

  it('leaves one cookie where there were several of one name', async () => {
    const { document: page, cookies: jar } = await openShopWithCookies();
    for (const path of ['/', '/test', shop]) page.cookie = `token=${path}; Path=${path}`;
    jar.set('token', 'new', week);
    expect(page.cookie).to.equal('token=new');
    jar.remove('token');
    expect(page.cookie).to.equal('');
  });

  async function openShopWithCookies() {
    const page = await openShop();
    return { window: page.window, document: page.document, cookies: page.window.cookies };
  }
});
