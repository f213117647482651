import { expect } from '@open-wc/testing';

import '../../src/define.js';
import { inMemory, namedPlaces, plantForeign } from '../support/places.js';
import { asSent, expectEvent, signOut, steps } from '../support/sign-out.js';
import { forgetEverything, Simulators, type Rule } from '../support/simulators.js';

const LOGOUT = '/logout';

const LED_ELSEWHERE = 'The backend redirected to another page: only session-url can make this certain.';

let simulators: Simulators;
let base: string;
let attributes: Record<string, string>;

beforeEach(async () => {
  simulators = await Simulators.open();
  base = `${simulators.root}/custom`;
  attributes = {
    platform: 'custom',
    'base-url': `${base}/logout`,
    'token-key': 'access_token',
    timeout: '4000',
  };
});
afterEach(forgetEverything);

async function statusOfMe(accessToken?: string): Promise<number> {
  const headers: Record<string, string> = accessToken ? { Authorization: `Bearer ${accessToken}` } : {};
  const { status } = await fetch(`${base}/me`, { credentials: 'include', headers });
  return status;
}

const ended = {
  ok: true,
  platform: 'custom',
  server: 'ended',
  local: 'cleared',
  status: 200,
  attempts: 1,
};

describe('A backend of the site’s own', () => {
  it('posts to base-url with cookies and the bearer token', async () => {
    const { tokens } = await simulators.signIn('custom');
    await signOut({ ...attributes, 'base-url': `${base}/logout?everywhere=1` });
    expect((await simulators.log()).map(asSent)).to.deep.equal([
      {
        method: 'POST',
        path: LOGOUT,
        query: { everywhere: '1' },
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${tokens.accessToken}`,
          'cache-control': 'no-cache',
          pragma: 'no-cache',
        },
        cookies: ['session'],
        body: null,
      },
    ]);
  });

  it('ends the session, removes the token, and says so', async () => {
    const { tokens } = await simulators.signIn('custom');
    expect(await statusOfMe(tokens.accessToken)).to.equal(200);
    expectEvent(await signOut(attributes), ended, [tokens.accessToken]);
    expect(localStorage.getItem('access_token')).to.equal(null);
    expect(await simulators.credentials('custom')).to.deep.equal({ access: false, cookie: false });
    expect(await statusOfMe(tokens.accessToken)).to.equal(401);
    expect(await statusOfMe()).to.equal(401);
  });

  for (const { method, status } of [
    { method: 'GET', status: 200 },
    { method: 'POST', status: 200 },
    { method: 'DELETE', status: 204 },
    { method: 'delete', status: 204 },
  ]) {
    it(`uses the method ${method} if told to`, async () => {
      await simulators.signIn('custom');
      expectEvent(await signOut({ ...attributes, method }), { ...ended, status });
      expect(steps(await simulators.log())).to.deep.equal([`${method.toUpperCase()} ${LOGOUT}`]);
      expect(await simulators.isAlive('custom')).to.equal(false);
    });
  }

  it('works with a session cookie alone, and then touches no storage', async () => {
    await simulators.signIn('custom');
    const { 'token-key': _, ...cookieOnly } = attributes;
    expectEvent(await signOut(cookieOnly), ended);
    const [logout] = (await simulators.log()).map(asSent);
    expect(logout?.cookies).to.deep.equal(['session']);
    expect(logout?.headers).not.to.have.property('authorization');
    expect(localStorage.getItem('access_token')).not.to.equal(null);
    expect(await simulators.isAlive('custom')).to.equal(false);
  });

  for (const place of [...namedPlaces(), inMemory()]) {
    it(`takes the token out of ${place.name}`, async () => {
      const { tokens } = await simulators.signIn('custom');
      place.put(tokens);
      const { 'token-key': _, ...usual } = attributes;
      expectEvent(await signOut({ ...usual, ...place.attributes }, place.properties), ended, [
        tokens.accessToken,
      ]);
      expect(place.get().accessToken).to.equal(undefined);
      const [logout] = await simulators.log();
      expect(logout?.headers['authorization']).to.equal(`Bearer ${tokens.accessToken}`);
    });
  }

  it('leaves the keys and cookies of other apps alone', async () => {
    const survived = plantForeign({ session: 'of-another-app' });
    localStorage.setItem('refresh_token', 'of-another-app');
    await simulators.signIn('custom');
    await signOut(attributes);
    expect(survived()).to.equal(true);
    expect(localStorage.getItem('refresh_token')).to.equal('of-another-app');
  });

  for (const { name, rule } of [
    { name: 'plain text', rule: { path: LOGOUT, text: 'Bye', process: true } },
    { name: 'JSON of any kind', rule: { path: LOGOUT, json: { bye: true }, process: true } },
    { name: 'an empty answer', rule: { path: LOGOUT, status: 200, text: '', process: true } },
  ]) {
    it(`accepts ${name}`, async () => {
      await simulators.signIn('custom');
      await simulators.rules(rule);
      expectEvent(await signOut(attributes), ended);
      expect(await simulators.isAlive('custom')).to.equal(false);
    });
  }

  it('follows the redirect of a server for browsers to its page after the logout', async () => {
    const shop = await Simulators.open('same-origin');
    await shop.signIn('custom');
    await shop.rules({
      path: LOGOUT,
      status: 303,
      text: '',
      process: true,
      headers: { Location: `${shop.root}/salla/` },
    });
    expectEvent(await signOut({ ...attributes, 'base-url': `${shop.root}/custom/logout` }), {
      ...ended,
      warnings: [LED_ELSEWHERE],
    });
    expect(steps(await shop.log())).to.deep.equal([`POST ${LOGOUT}`, 'GET /']);
    expect(await shop.isAlive('custom')).to.equal(false);
  });

  it('believes a redirect after a DELETE, although its target does not allow DELETE', async () => {
    const shop = await Simulators.open('same-origin');
    await shop.signIn('custom');
    await shop.rules({
      path: LOGOUT,
      status: 302,
      text: '',
      process: true,
      headers: { Location: './nothing' },
    });
    const { detail } = await signOut({
      ...attributes,
      'base-url': `${shop.root}/custom/logout`,
      method: 'DELETE',
    });
    expect(detail).to.include({ ok: true, server: 'ended', local: 'cleared', status: 404 });
    expect(detail.warnings).to.deep.equal([LED_ELSEWHERE]);
  });

  it('believes an answer that says yes, and describes a shopper who is signed out', async () => {
    await simulators.signIn('custom');
    const json = { success: true, data: { user: null, loggedIn: false } };
    await simulators.rules({ path: LOGOUT, status: 200, json, process: true });
    expectEvent(await signOut(attributes), ended);
  });

  it('does not wait for the page behind a redirect', async () => {
    const shop = await Simulators.open('same-origin');
    await shop.signIn('custom');
    await shop.rules({ path: '/', fault: 'drip', html: '<h1>Welcome</h1>' });
    const address = `${shop.root}/custom/browsers/logout`;
    expectEvent(await signOut({ ...attributes, 'base-url': address }), {
      ...ended,
      warnings: [LED_ELSEWHERE],
    });
  });

  it('tries once more without following where a redirect leads to another site, and says what to set', async () => {
    await simulators.signIn('custom');
    await simulators.rules({
      path: LOGOUT,
      status: 302,
      text: '',
      process: true,
      headers: { Location: 'http://127.0.0.1:9/' },
    });
    const { detail } = await signOut(attributes);
    expect(detail).to.include({
      reason: 'unexpected-response',
      server: 'unknown',
      local: 'kept',
      attempts: 2,
    });
    expect(detail)
      .to.have.property('message')
      .that.matches(/session-url.*navigate/);
    const looked = await signOut({ ...attributes, 'session-url': `${base}/session` });
    expect(looked.detail).to.include({ ok: true, server: 'already-ended', verified: true, local: 'cleared' });
  });

  it('does not take the redirects of a gateway, which sends every request to its own sign-in, for an answer', async () => {
    await simulators.signIn('custom');
    const gateway = { status: 302, text: '', headers: { Location: 'http://127.0.0.1:9/' } };
    await simulators.rules({ path: LOGOUT, ...gateway }, { path: '/session', ...gateway });
    const { detail } = await signOut({ ...attributes, 'session-url': `${base}/session` });
    expect(detail).to.include({ ok: false, reason: 'unexpected-response', server: 'unknown', local: 'kept' });
    expect(detail).not.to.have.property('verified');
    expect(detail.warnings.join()).to.include('session-url did not tell');
    expect(await simulators.isAlive('custom')).to.equal(true);
  });

  it('does not take a look without the headers of requestInit for a sign that nobody is signed in', async () => {
    const own = await Simulators.open('same-origin');
    await own.rules({ path: LOGOUT, error: 500 });
    await simulators.rules({ path: '/session', error: 401 });
    const { detail } = await signOut(
      { platform: 'custom', 'base-url': `${own.root}/custom/logout`, 'session-url': `${base}/session` },
      { requestInit: { headers: { 'X-Auth-Token': 'abc' } } },
    );
    expect(detail).to.include({ ok: false, reason: 'http', status: 500, local: 'kept' });
    expect(detail).not.to.have.property('verified');
    expect(detail.warnings.join()).to.include('session-url did not tell');
  });

  for (const { name, stored, rule, says } of [
    { name: 'is not found', stored: undefined, rule: { error: 401 }, says: /token-key.*spelling/ },
    { name: 'is in JSON', stored: '{"access_token":"abc"}', rule: { error: 401 }, says: /token-path/ },
    { name: 'has its scheme before it', stored: 'Bearer abc', rule: { error: 401 }, says: /token-path/ },
    { name: 'was none when it was stored', stored: 'undefined', rule: { error: 401 }, says: /token-key/ },
    { name: 'meets a page', stored: 'abc', rule: { status: 401, html: '<h1>No</h1>' }, says: /session-url/ },
    { name: 'meets a text', stored: 'abc', rule: { status: 401, text: 'No' }, says: /session-url/ },
  ]) {
    it(`does not take a 401 for the end if the token ${name}`, async () => {
      if (stored) localStorage.setItem('access_token', stored);
      await simulators.rules({ path: LOGOUT, ...rule });
      const { detail } = await signOut(attributes);
      expect(detail).to.include({ ok: false, reason: 'http', server: 'unknown', local: 'kept', status: 401 });
      expect(detail).to.have.property('message').that.matches(says);
      expect(localStorage.getItem('access_token')).to.equal(stored ?? null);
    });
  }

  for (const area of ['localStorage', 'sessionStorage', 'cookie'] as const) {
    it(`takes the token out of JSON in ${area}, and removes the whole`, async () => {
      const { tokens } = await simulators.signIn('custom');
      localStorage.clear();
      const json = JSON.stringify({ state: { user: { token: tokens.accessToken } }, version: 0 });
      if (area === 'cookie') document.cookie = `shop=${encodeURIComponent(json)}; Path=/`;
      else globalThis[area].setItem('shop', json);
      const named = { ...attributes, 'token-key': 'shop', 'token-path': 'state.user.token' };
      expectEvent(await signOut(named), ended, [tokens.accessToken]);
      const [logout] = await simulators.log();
      expect(logout?.headers['authorization']).to.equal(`Bearer ${tokens.accessToken}`);
      expect([localStorage.getItem('shop'), sessionStorage.getItem('shop')]).to.deep.equal([null, null]);
      expect(document.cookie).not.to.contain('version');
    });
  }

  it('takes the quotation marks off a token that was stored as JSON', async () => {
    const { tokens } = await simulators.signIn('custom');
    localStorage.setItem('access_token', JSON.stringify(tokens.accessToken));
    expectEvent(await signOut(attributes), ended, [tokens.accessToken]);
    expect((await simulators.log())[0]?.headers['authorization']).to.equal(`Bearer ${tokens.accessToken}`);
    expect(localStorage.getItem('access_token')).to.equal(null);
  });

  for (const path of ['sessions.0.token', 'sessions.0']) {
    it(`takes the token out of an array (${path})`, async () => {
      const { tokens } = await simulators.signIn('custom');
      localStorage.clear();
      const { accessToken } = tokens;
      const sessions = [path.endsWith('token') ? { token: accessToken } : accessToken];
      localStorage.setItem('shop', JSON.stringify({ sessions }));
      expectEvent(await signOut({ ...attributes, 'token-key': 'shop', 'token-path': path }), ended);
      expect((await simulators.log())[0]?.headers['authorization']).to.equal(`Bearer ${accessToken}`);
    });
  }

  for (const [name, key, path] of [
    ['token-key', 'nowhere', undefined],
    ['token-path', 'shop', 'state.Token'],
  ] as const) {
    it(`warns after a success that ${name} has found no token`, async () => {
      await simulators.signIn('custom');
      localStorage.setItem('shop', '{"state":{"token":"abc"}}');
      const { detail } = await signOut({
        ...attributes,
        'token-key': key,
        ...(path && { 'token-path': path }),
      });
      expect(detail).to.include({ ok: true, server: 'ended' });
      expect(detail.warnings.join()).to.match(/No usable token was found/);
      expect(localStorage.getItem('shop')).to.contain('abc');
    });
  }

  it('takes a 401 for the end of the session', async () => {
    await simulators.signIn('custom');
    await simulators.endSessions('custom');
    expectEvent(await signOut(attributes), { ...ended, server: 'already-ended', status: 401 });
    expect(localStorage.getItem('access_token')).to.equal(null);
  });

  it('counts as ended if the first try’s answer got lost and the second finds no session', async () => {
    await simulators.signIn('custom');
    await simulators.rules('lost-answer-once');
    expectEvent(await signOut(attributes), { ...ended, status: 401, attempts: 2 });
    expect(await simulators.isAlive('custom')).to.equal(false);
  });

  describe('does not announce a success that the server did not confirm', () => {
    const failures: readonly {
      name: string;
      rule: Rule;
      detail: Readonly<Record<string, unknown>>;
    }[] = [
      {
        name: 'a 400',
        rule: { path: LOGOUT, error: 400 },
        detail: { reason: 'rejected', server: 'refused', status: 400, retryable: false },
      },
      ...[403, 404, 410].map((status) => ({
        name: `a ${status}, which may be anybody's`,
        rule: { path: LOGOUT, error: status },
        detail: { reason: 'http', server: 'unknown', status, retryable: false },
      })),
      {
        name: 'a 200 that says success: false',
        rule: { path: LOGOUT, json: { success: false } },
        detail: { reason: 'rejected', server: 'refused', status: 200, retryable: false },
      },
      {
        name: 'a page where JSON was due',
        rule: 'captive-portal',
        detail: { reason: 'unexpected-response', server: 'unknown', status: 200, retryable: true },
      },
      {
        name: 'JSON that breaks off',
        rule: { path: LOGOUT, text: '{"success": tr' },
        detail: {
          reason: 'unexpected-response',
          server: 'unknown',
          status: 200,
          attempts: 2,
          retryable: true,
        },
      },
      {
        name: 'a 500',
        rule: { path: LOGOUT, error: 500 },
        detail: { reason: 'http', server: 'unknown', status: 500, retryable: true },
      },
      {
        name: 'a server that refuses this page by CORS',
        rule: 'no-cors',
        detail: { reason: 'network', server: 'unknown', attempts: 2, retryable: true },
      },
    ];

    for (const { name, rule, detail } of failures) {
      it(`after ${name}`, async () => {
        const { tokens } = await simulators.signIn('custom');
        await simulators.rules(rule);
        expectEvent(
          await signOut(attributes),
          { ok: false, platform: 'custom', local: 'kept', attempts: 1, ...detail },
          [tokens.accessToken],
        );
        expect(localStorage.getItem('access_token')).to.equal(tokens.accessToken);
        expect(await simulators.isAlive('custom')).to.equal(true);
      });
    }

    it('after no answer in time', async () => {
      await simulators.signIn('custom');
      await simulators.rules('hanging');
      const { detail } = await signOut({ ...attributes, timeout: '300' });
      expect(detail).to.include({ ok: false, reason: 'timeout', server: 'unknown', local: 'kept' });
    });
  });

  it('forgets the token after a failure on a shared computer, and tells the server at the next click', async () => {
    const { tokens } = await simulators.signIn('custom');
    await simulators.rules({ path: LOGOUT, error: 500, times: 1 });
    const shared = { ...attributes, 'clear-on-failure': '' };
    const { detail } = await signOut(shared);
    expect(detail).to.include({ ok: false, reason: 'http', local: 'cleared' });
    expect(localStorage.getItem('access_token')).to.equal(null);
    expectEvent(await signOut(shared), ended, [tokens.accessToken]);
    const log = await simulators.log();
    expect(log.at(-1)?.headers['authorization']).to.equal(`Bearer ${tokens.accessToken}`);
  });

  it('needs an address', async () => {
    const { detail } = await signOut({ platform: 'custom' });
    expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked' });
    expect(detail).to.have.property('message').that.includes('base-url');
  });
});
