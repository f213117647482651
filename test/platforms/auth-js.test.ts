import { expect } from '@open-wc/testing';

import { registerPlatform } from '../../src/index.js';
import { authJs } from '../../src/platforms/auth-js.js';
import { asSent, expectEvent, signOut, steps } from '../support/sign-out.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

import '../../src/define.js';

registerPlatform(authJs);

let simulators: Simulators;
let attributes: Record<string, string>;

beforeEach(async () => {
  simulators = await Simulators.open('same-origin');
  attributes = { platform: 'auth-js', 'base-url': `${simulators.root}/auth-js/auth` };
});
afterEach(forgetEverything);

const ended = {
  ok: true,
  platform: 'auth-js',
  server: 'ended',
  local: 'cleared',
  status: 200,
  attempts: 2,
  verified: true,
};
const failed = { ok: false, platform: 'auth-js', local: 'kept', status: 200, attempts: 2, retryable: false };

describe('Auth.js', () => {
  it('fetches the CSRF token, posts it in a form, and looks at the session', async () => {
    await simulators.signIn('auth-js');
    expectEvent(await signOut(attributes), ended);
    const log = await simulators.log();
    expect(steps(log)).to.deep.equal(['GET /auth/csrf', 'POST /auth/signout', 'GET /auth/session']);
    const { body, headers } = asSent(log[1]!);
    expect(body).to.have.property('csrfToken').that.has.lengthOf.above(10);
    expect(headers).to.include({ 'x-auth-return-redirect': '1' });
    expect(await simulators.isAlive('auth-js')).to.equal(false);
  });

  it('finds that nobody is signed in', async () => {
    expectEvent(await signOut(attributes), ended);
  });

  it('asks session-url instead, if it is set', async () => {
    await simulators.signIn('auth-js');
    const elsewhere = { 'session-url': `${simulators.root}/auth-js/auth/csrf` };
    expectEvent(await signOut({ ...attributes, ...elsewhere }), {
      ...failed,
      server: 'refused',
      reason: 'still-signed-in',
      verified: false,
    });
  });

  it('sees an error in the answer’s address, and that the session lives', async () => {
    await simulators.signIn('auth-js');
    await simulators.rules({ path: '/auth/csrf', json: { csrfToken: 'wrong' } });
    expectEvent(await signOut(attributes), {
      ...failed,
      server: 'refused',
      reason: 'still-signed-in',
      verified: false,
    });
    await simulators.rules({ path: '/auth/csrf', json: {} }, { path: '/auth/session', error: 500 });
    const { detail } = await signOut(attributes);
    expect(detail).to.include({ ...failed, server: 'refused', reason: 'rejected', code: 'MissingCSRF' });
    expect(await simulators.isAlive('auth-js')).to.equal(true);
  });

  for (const { name, rule, detail } of [
    { name: 'an error', rule: { status: 500 }, detail: { reason: 'http', status: 500, retryable: true } },
    { name: 'a page', rule: { html: '<h1>Hi</h1>' }, detail: { reason: 'unexpected-response', status: 200 } },
    { name: 'nothing', rule: { fault: 'reset' }, detail: { reason: 'network' } },
  ] as const) {
    it(`posts nothing if ${name} comes instead of the CSRF token`, async () => {
      await simulators.signIn('auth-js');
      await simulators.rules({ path: '/auth/csrf', ...rule }, { path: '/auth/session', error: 500 });
      const heard = await signOut(attributes);
      expect(heard.detail).to.include({ ok: false, server: 'unknown', local: 'kept', ...detail });
      expect(steps(await simulators.log())).not.to.include('POST /auth/signout');
    });
  }

  it('needs the address of its routes', async () => {
    const { detail } = await signOut({ platform: 'auth-js' });
    expect(detail).to.have.property('message').that.includes('base-url');
  });
});
