import { expect } from '@open-wc/testing';

import { logout } from '../../src/index.js';
import { custom } from '../outcomes/backends.js';
import { watchPage } from '../support/page-watch.js';
import { forgetEverything, Simulators } from '../support/simulators.js';
import { watchStalls } from '../support/stalls.js';

/** What pages, their analytics and their service mocks have been seen to put in the place of `fetch`. */
const replacements: Readonly<Record<string, () => unknown>> = {
  'throws at once': () => {
    throw new Error('blocked');
  },
  rejects: async () => Promise.reject(new TypeError('blocked')),
  'rejects with nothing': async () => Promise.reject(undefined),
  'returns nothing': () => undefined,
  'resolves with nothing': async () => undefined,
  'resolves with a plain object': async () => ({ ok: true, status: 200 }),
  'resolves with an error response': async () => Response.error(),
  'never settles, whatever the signal says': async () => new Promise(() => undefined),
  'resolves with a body that never ends': async () =>
    new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{')) })),
  'resolves with a body that breaks': async () =>
    new Response(new ReadableStream({ start: (c) => c.error(new Error('cut')) })),
};

describe('A page that has replaced fetch', () => {
  const { fetch } = window;

  afterEach(async () => {
    window.fetch = fetch;
    await forgetEverything();
  });

  for (const [name, replacement] of Object.entries(replacements)) {
    it(`gets one honest failure in time if its fetch ${name}`, async () => {
      const simulators = await Simulators.open();
      const signIn = await simulators.signIn('custom');
      const settings = { ...custom.settings(simulators, signIn), timeout: 600 };
      const watch = watchPage();
      window.fetch = replacement as typeof fetch;

      const stalls = watchStalls();
      const outcome = await logout(settings);
      const stalled = stalls();

      window.fetch = fetch;
      watch.stop();
      expect(outcome).to.include({ ok: false, local: 'kept', server: 'unknown' });
      expect(outcome.duration - stalled).to.be.below(1000);
      expect(watch.events).to.deep.equal([outcome]);
      expect(watch.complaints).to.deep.equal([]);
      expect(await simulators.isAlive('custom')).to.equal(true);
    });
  }

  const wrappers: Readonly<Record<string, (headers: HeadersInit | undefined) => HeadersInit>> = {
    'spreads the headers': (headers) => ({ ...(headers as object), 'X-Trace': '1' }),
    'adds to the headers': (headers) => {
      (headers as Headers).set('X-Trace', '1');
      return headers as Headers;
    },
    'makes new headers': (headers) => {
      const copy = new Headers(headers);
      copy.set('X-Trace', '1');
      return copy;
    },
  };
  for (const [name, change] of Object.entries(wrappers)) {
    it(`sends its token through a fetch that ${name}`, async () => {
      const simulators = await Simulators.open('same-origin');
      const signIn = await simulators.signIn('custom');
      window.fetch = async (url, init) => fetch(url, { ...init, headers: change(init?.headers) });

      const outcome = await logout({
        ...custom.settings(simulators, signIn),
        requestInit: { credentials: 'omit' },
      });
      window.fetch = fetch;

      expect(outcome).to.include({ ok: true, server: 'ended' });
      expect((await simulators.log())[0]?.headers).to.include({
        authorization: `Bearer ${signIn.tokens.accessToken}`,
        'x-trace': '1',
      });
    });
  }

  it('logs out through a fetch that was wrapped after the library had loaded', async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('custom');
    const seen: unknown[] = [];
    window.fetch = async (...request) => {
      seen.push(request[0]);
      return fetch(...request);
    };

    const outcome = await logout(custom.settings(simulators, signIn));

    expect(outcome).to.include({ ok: true, server: 'ended' });
    expect(seen).to.deep.equal([`${simulators.root}/custom/logout`]);
  });
});
