import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { recordFetches } from '../support/recorders.js';
import { asSent, place, signOut } from '../support/sign-out.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

type RequestInit = StoreLogoutElement['requestInit'];

let shop: Simulators;
let base: string;
let attributes: Record<string, string>;

beforeEach(async () => {
  shop = await Simulators.open('same-origin');
  base = `${shop.root}/custom`;
  attributes = { platform: 'custom', 'base-url': `${base}/csrf/logout`, timeout: '4000' };
  await shop.signIn('custom');
  localStorage.clear();
});
afterEach(async () => {
  document.querySelectorAll('meta[name=csrf]').forEach((meta) => meta.remove());
  await forgetEverything();
});

const ended = { ok: true, server: 'ended', status: 200 };

function setToken(value: string): void {
  document.cookie = `csrftoken=${encodeURIComponent(value)}; Path=/`;
  document.head.append(Object.assign(document.createElement('meta'), { name: 'csrf', content: value }));
}

describe('The CSRF token of a page', () => {
  for (const from of ['cookie:csrftoken', 'meta:csrf']) {
    for (const to of ['header:X-CSRFToken', 'field:csrf']) {
      it(`goes from ${from} to ${to}`, async () => {
        setToken('a/b c=');
        expect((await signOut({ ...attributes, csrf: `${from} ${to}` })).detail).to.include(ended);
        expect(await shop.isAlive('custom')).to.equal(false);
      });
    }
  }

  it('is read at the click, in the task of the click', async () => {
    const element = await place({ ...attributes, csrf: 'header:X-CSRFToken cookie:csrftoken' });
    setToken('rotated');
    const fetches = recordFetches();
    element.click();
    expect(fetches).to.have.length(1);
    expect(new Headers(fetches[0]?.init.headers).get('X-CSRFToken')).to.equal('rotated');
    expect(await element.logout()).to.include(ended);
  });

  for (const from of ['cookie:nowhere', 'meta:nowhere']) {
    it(`is asked for where it is missing, and nothing is sent: ${from}`, async () => {
      const { detail } = await signOut({ ...attributes, csrf: `${from} header:X-CSRFToken` });
      expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked', attempts: 0 });
      expect(detail).to.have.property('message').that.includes('nowhere');
      expect(await shop.log()).to.deep.equal([]);
    });
  }

  it('can be sent in a field whose name has brackets', async () => {
    setToken('good');
    const to = { ...attributes, 'base-url': `${base}/logout`, csrf: 'meta:csrf field:form[token]' };
    expect((await signOut(to)).detail).to.include(ended);
    const [request] = (await shop.log()).map(asSent);
    expect(request?.body).to.deep.equal({ 'form[token]': 'good' });
  });

  for (const header of ['Cookie', 'Sec-Own']) {
    it(`is not sent in a header that the browser leaves out: ${header}`, async () => {
      setToken('good');
      const { detail } = await signOut({ ...attributes, csrf: `cookie:csrftoken header:${header}` });
      expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked', attempts: 0 });
      expect(detail).to.have.property('message').that.includes(header);
    });
  }

  it('is named by the message about a 403', async () => {
    const { detail } = await signOut(attributes);
    expect(detail).to.include({ ok: false, reason: 'http', status: 403 });
    expect(detail).to.have.property('message').that.includes('csrf');
  });

  it('is what a backend needs that answers 204 without it, as session-url shows', async () => {
    const lenient = { ...attributes, 'base-url': `${base}/lenient/logout`, 'session-url': `${base}/session` };
    expect((await signOut(lenient)).detail).to.include({ reason: 'still-signed-in', verified: false });
    setToken('good');
    const { detail } = await signOut({ ...lenient, csrf: 'meta:csrf header:X-CSRFToken' });
    expect(detail).to.include({ ok: true, server: 'ended', verified: true, status: 204 });
  });
});

describe('The headers and body that a page adds to the request', () => {
  const bodies: Record<string, [init: RequestInit, body: unknown, type: RegExp]> = {
    'an object, as JSON': [{ body: { all: true } }, { all: true }, /^application\/json$/],
    'a form': [
      { body: new URLSearchParams({ all: '1' }) },
      { all: '1' },
      /^application\/x-www-form-urlencoded/,
    ],
    'a text': [{ body: 'bye', headers: { 'Content-Type': 'text/x-own' } }, 'bye', /^text\/x-own$/],
    'what a function says': [() => ({ body: { all: 2 } }), { all: 2 }, /^application\/json$/],
    'what a function says later': [async () => ({ body: { all: 3 } }), { all: 3 }, /^application\/json$/],
  };
  for (const [name, [requestInit, body, type]] of Object.entries(bodies)) {
    it(`may be ${name}`, async () => {
      const to = { ...attributes, 'base-url': `${base}/logout` };
      expect((await signOut(to, { requestInit })).detail).to.include(ended);
      const [request] = (await shop.log()).map(asSent);
      expect(request?.body).to.deep.equal(body);
      expect(request?.headers['content-type']).to.match(type);
    });
  }

  it('may be FormData, and gets the CSRF token as a field', async () => {
    setToken('good');
    const data = new FormData();
    data.append('all', '1');
    const fetches = recordFetches();
    await signOut({ ...attributes, csrf: 'meta:csrf field:csrf' }, { requestInit: { body: data } });
    const sent = fetches[0]?.init.body as FormData;
    expect([...sent]).to.deep.equal([
      ['all', '1'],
      ['csrf', 'good'],
    ]);
    expect([...data]).to.have.length(1);
  });

  it('wins over the library’s headers, in any case, and over its credentials', async () => {
    localStorage.setItem('token', 'ours');
    const requestInit = {
      headers: { AUTHORIZATION: 'Basic theirs', 'X-Own': '1' },
      credentials: 'omit',
    } as const;
    await signOut({ ...attributes, 'base-url': `${base}/logout`, 'token-key': 'token' }, { requestInit });
    const [request] = (await shop.log()).map(asSent);
    expect(request?.headers).to.include({ authorization: 'Basic theirs', 'x-own': '1' });
    expect(request?.cookies).to.deep.equal([]);
  });

  it('does not take a 401 for the end of a session if it sends no credentials', async () => {
    await shop.rules({ path: '/logout$', error: 401 });
    const requestInit = { credentials: 'omit' } as const;
    const { detail } = await signOut({ ...attributes, 'base-url': `${base}/logout` }, { requestInit });
    expect(detail).to.include({ ok: false, reason: 'http', server: 'unknown', local: 'kept', status: 401 });
  });

  it('is sent in the task of the click if it is synchronous', async () => {
    const element = await place({ ...attributes, 'base-url': `${base}/logout` }, { requestInit: () => ({}) });
    const fetches = recordFetches();
    element.click();
    expect(fetches).to.have.length(1);
    await element.logout();
  });

  const mistakes: Record<string, unknown> = {
    'a text': 'POST',
    'an array': [],
    'a member that it has not': { method: 'GET' },
    'a header that is none': { headers: { 'X Y': '1' } },
    'a header with a line break': { headers: { X: 'a\nb' } },
    'credentials that are none': { credentials: 'always' },
    'a body that is a number': { body: 1 },
    'a body that JSON cannot say': { body: { n: 1n } },
    'a function that throws': () => {
      throw new Error('secret');
    },
    'a function that rejects': () => Promise.reject(new Error('secret')),
    'a function that says nothing': () => undefined,
    'a promise of nothing': async () => null,
  };
  for (const [name, requestInit] of Object.entries(mistakes)) {
    it(`is a mistake, and nothing is sent: ${name}`, async () => {
      const { detail } = await signOut(attributes, { requestInit: requestInit as RequestInit });
      expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked', attempts: 0 });
      expect(detail).to.have.property('message').that.includes('requestInit').and.not.includes('secret');
      expect(await shop.log()).to.deep.equal([]);
    });
  }

  it('never goes over plain http', async () => {
    for (const requestInit of [{ headers: { apikey: '1' } }, { body: 'x' }]) {
      const { detail } = await signOut(
        { ...attributes, 'base-url': 'http://shop.example/' },
        { requestInit },
      );
      expect(detail).to.include({ reason: 'insecure', server: 'not-asked' });
    }
  });

  it('is sent once more without keepalive where the browser has refused it', async () => {
    const element = await fixture<StoreLogoutElement>(html`<store-logout platform="custom"></store-logout>`);
    element.baseUrl = `${base}/logout`;
    element.requestInit = { body: 'x'.repeat(70_000) };
    const fetches = recordFetches();
    expect(await element.logout()).to.include({ ...ended, attempts: 2 });
    expect(fetches.map(({ init }) => init.keepalive)).to.deep.equal([true, false]);
  });
});

describe('A page that goes to its backend', () => {
  for (const mode of ['navigate', 'form']) {
    it(`ends the session there, by ${mode}, and cannot look`, async () => {
      setToken('good');
      const csrf = mode === 'form' ? { csrf: 'meta:csrf field:csrf' } : {};
      const look = { 'session-url': `${base}/session`, redirect: '/' };
      const { detail } = await signOut({ ...attributes, mode, ...csrf, ...look });
      expect(detail).to.include({ ok: true, server: 'redirecting', redirect: `${base}/csrf/logout` });
      expect(detail.warnings.join()).to.match(/redirect has no effect.*session-url was not asked/);
      expect(await shop.log()).to.deep.equal([]);
    });

    it(`has no use for requestInit, by ${mode}`, async () => {
      const { detail } = await signOut({ ...attributes, mode }, { requestInit: {} });
      expect(detail).to.include({ reason: 'misconfigured', server: 'not-asked' });
    });

    it(`has one method, by ${mode}`, async () => {
      const due = mode === 'form' ? 'post' : 'get';
      expect((await signOut({ ...attributes, mode, method: due })).detail).to.include({ ok: true });
      const { detail } = await signOut({ ...attributes, mode, method: 'DELETE' });
      expect(detail).to.include({ reason: 'misconfigured', server: 'not-asked' });
      expect(detail)
        .to.have.property('message')
        .that.matches(/method has no effect/);
    });
  }
});
