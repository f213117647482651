import { aTimeout, expect } from '@open-wc/testing';

import '../../src/define.js';
import { logout, memoryTokens, signedIn } from '../../src/index.js';
import { recordTimers } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

/** Room for a busy machine. */
const LATE = 1500;

describe('The timeout of a logout', () => {
  afterEach(forgetEverything);

  const silences: Record<string, Record<string, unknown>> = {
    'never answers': { fault: 'hang' },
    'answers half of it': { fault: 'half-open' },
    'answers a byte now and then': { fault: 'drip' },
    'answers too late': { delay: 5000 },
  };
  for (const [name, rule] of Object.entries(silences)) {
    it(`holds if the server ${name}`, async () => {
      const { settings, simulators } = await signIn();
      await simulators.rules({ path: 'logout$', ...rule });
      const tokens = JSON.stringify(localStorage);
      const timeout = 400;
      const outcome = await logout({ ...settings, timeout });
      expect(outcome).to.include({
        ok: false,
        reason: 'timeout',
        server: 'unknown',
        local: 'kept',
        retryable: true,
      });
      expect(outcome.duration).to.be.within(timeout - 20, timeout + LATE);
      expect(JSON.stringify(localStorage)).to.equal(tokens);
    });
  }

  it('holds for all tries together', async () => {
    const { settings, simulators } = await signIn();
    await simulators.rules(
      { path: 'logout$', status: 503, times: 1, delay: 200 },
      { path: 'logout$', fault: 'hang' },
    );
    // The first answer must leave time for the second try, on a busy machine too.
    const timeout = 2000;
    const outcome = await logout({ ...settings, timeout });
    expect(outcome).to.include({ ok: false, reason: 'timeout', attempts: 2 });
    expect(outcome.duration).to.be.within(timeout - 20, timeout + LATE);
  });

  it('may be a text, as templates of some frameworks set it', async () => {
    const { settings, simulators } = await signIn();
    await simulators.rules({ path: 'logout$', status: 503, times: 1 });
    const element = Object.assign(document.createElement('store-logout'), settings, { timeout: '5000' });
    expect(await element.logout()).to.include({ ok: true, attempts: 2 });
  });

  // Chromium keeps the connection of an aborted `keepalive` request, and has only six for a host.
  it('holds no connection to a server that hangs, but at most one of the first try', async () => {
    const { settings, simulators } = await signIn();
    await simulators.rules({ path: 'logout$', fault: 'hang' });
    for (let click = 0; click < 3; click++) {
      expect(await logout({ ...settings, timeout: 200 })).to.include({ reason: 'timeout', attempts: 1 });
    }
    const isOpen = async (): Promise<boolean> =>
      (await simulators.log()).slice(1).some(({ abandoned }) => !abandoned);
    for (let look = 0; look < 50 && (await isOpen()); look++) await aTimeout(100);
    expect(await isOpen()).to.equal(false);
  });

  it('holds during a refresh', async () => {
    const { settings, simulators } = await signIn();
    await simulators.rules({ path: 'logout$', error: 401 }, { path: 'refresh-token$', fault: 'hang' });
    const timeout = 600;
    const outcome = await logout({ ...settings, timeout });
    expect(outcome).to.include({ ok: false, reason: 'timeout', local: 'kept' });
    expect(outcome.duration).to.be.within(timeout - 20, timeout + LATE);
  });

  it('holds for a token store that never answers: then nothing is sent', async () => {
    const { settings, requests } = await signIn();
    const timeout = 300;
    const tokens = { read: () => new Promise<undefined>(() => undefined), clear: () => undefined };
    const outcome = await logout({ ...settings, tokens, timeout });
    expect(outcome).to.include({ ok: false, reason: 'timeout', server: 'not-asked', attempts: 0 });
    expect(outcome.duration).to.be.within(timeout - 20, timeout + LATE);
    expect(await requests()).to.equal(0);
  });

  it('holds for a requestInit that never settles: then nothing is sent, and the message names it', async () => {
    const settings = { platform: 'custom', baseUrl: '/logout', timeout: 100 };
    const outcome = await logout({ ...settings, requestInit: () => new Promise(() => undefined) });
    expect(outcome).to.include({ reason: 'timeout', server: 'not-asked', attempts: 0 });
    expect(outcome).to.have.property('message').that.includes('requestInit');
  });

  it('is not delayed by a Retry-After that is longer than the timeout', async () => {
    const { settings, simulators } = await signIn();
    await simulators.rules({ path: 'logout$', error: 429, headers: { 'Retry-After': '60' } });
    const outcome = await logout({ ...settings, timeout: 4000 });
    expect(outcome).to.include({ ok: false, reason: 'http', status: 429, retryAfter: 60, attempts: 1 });
    expect(outcome.duration).to.be.below(LATE);
  });

  it('lets a late answer change nothing any more', async () => {
    const { settings, simulators, requests } = await signIn();
    await simulators.rules({ path: 'logout$', delay: 600, process: true, times: 1 });
    const tokens = memoryTokens({ accessToken: localStorage.getItem('storefront_access_token') ?? '' });
    localStorage.clear();
    const before = tokens.read();
    expect(await logout({ ...settings, tokens, timeout: 200 })).to.include({ reason: 'timeout' });
    // The next one goes the whole way while the late answer to the first comes in.
    await simulators.rules({ path: 'logout$', error: 500, delay: 700 });
    expect(await logout({ ...settings, tokens, timeout: 3000 })).to.include({ reason: 'http', status: 500 });
    expect(tokens.read()).to.equal(before);
    expect(await requests()).to.equal(2);
  });

  const unfit: Record<string, number> = {
    zero: 0,
    'less than zero': -1,
    'no number': Number.NaN,
    infinite: Number.POSITIVE_INFINITY,
    'more than a timer can hold': 2 ** 31,
  };
  for (const [name, timeout] of Object.entries(unfit)) {
    it(`is the usual one, with a warning, if it is ${name}`, async () => {
      const { settings } = await signIn();
      const outcome = await logout({ ...settings, timeout });
      expect(outcome).to.include({ ok: true, server: 'ended' });
      expect(outcome.warnings).to.have.length(1);
      expect(outcome.warnings[0]).to.match(/^timeout .*8000/);
    });
  }
});

describe('A logout that is over', () => {
  afterEach(forgetEverything);

  const endings: Record<string, Record<string, unknown> | undefined> = {
    well: undefined,
    'with an error': { error: 500 },
    'after a second try': { status: 503, times: 1 },
    'with the connection broken': { fault: 'reset' },
    'at its timeout': { fault: 'hang' },
  };
  for (const [name, rule] of Object.entries(endings)) {
    it(`leaves no timer behind when it ended ${name}`, async () => {
      const { settings, simulators } = await signIn();
      if (rule) await simulators.rules({ path: 'logout$', ...rule });
      const timers = recordTimers();
      const { ok } = await logout({ ...settings, timeout: 1000 });
      // After a success, the token places are looked after for ten more seconds, or until somebody signs in, and the
      // anonymous pair proves something for as long.
      expect(timers.size).to.equal(ok ? 2 : 0);
      signedIn(settings);
      expect(timers.size).to.equal(0);
    });
  }

  it('leaves no timer behind when it then finds that another tab has logged out, too', async () => {
    const { settings } = await signIn();
    const timers = recordTimers();
    await logout(settings);
    const key = Object.keys(localStorage).find((each) => each.startsWith('store-logout:')) ?? '';
    // No event tells of it: only a look finds it.
    localStorage.setItem(key, JSON.stringify({ ended: 2, asked: 2, begun: 0, old: [] }));
    await aTimeout(200);
    signedIn(settings);
    expect(timers.size).to.equal(0);
  });
});
