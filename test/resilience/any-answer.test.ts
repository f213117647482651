import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { logout } from '../../src/index.js';
import {
  commerceEngine,
  custom,
  sallaFetch,
  unisouk,
  wixApi,
  wixHeadless,
  type Backend,
} from '../outcomes/backends.js';
import { forgetEverything, Simulators } from '../support/simulators.js';
import { watchStalls } from '../support/stalls.js';

const TIMEOUT = 3000;

/** Answers of anybody but the platform: whatever the status, nothing in them is the platform's word. */
const stranger = fc.record({
  status: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constantFrom(200, 201, 401, 403, 404, 410)),
  body: fc.oneof(
    fc.constantFrom('<html></html>', '<p>', '{', '[', '"', '{"success":', '{"status":"ok"}', '\u0000'),
    fc.json().filter((text) => !/success|message|data|content|status|redirect|error/i.test(text)),
    fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  ),
  type: fc.constantFrom('application/json', 'text/html', 'text/plain', 'image/png'),
  retryAfter: fc.option(fc.constantFrom('60', '-1', 'soon', 'Wed, 21 Oct 2099 07:28:00 GMT'), {
    nil: undefined,
  }),
});

/** What looks to a script just like one of the backend's own answers. */
function looksOwn({ platform, takesHtml, takesRedirect }: Backend, status: number, body: string): boolean {
  const isSuccess = status >= 200 && status < 300;
  const isRedirect = [301, 302, 303, 307, 308].includes(status);
  const isHtml = body.trim().startsWith('<');
  if (platform === 'custom') return status === 401 || (isSuccess && !isHtml);
  return (takesHtml && isSuccess && isHtml) || (takesRedirect && isRedirect);
}

describe('Any answer of any server', () => {
  afterEach(forgetEverything);

  for (const backend of [sallaFetch, commerceEngine, unisouk, wixHeadless, wixApi, custom]) {
    it(`never signs out of ${backend.name}, and always ends in time`, async function () {
      this.timeout(60_000);
      const simulators = await Simulators.open(backend.where);
      const signIn = await simulators.signIn(backend.platform);
      const settings = { ...backend.settings(simulators, signIn), timeout: TIMEOUT };
      await fc.assert(
        fc.asyncProperty(stranger, async ({ status, body, type, retryAfter }) => {
          const isBodiless = status === 204 || status === 205 || status === 304;
          fc.pre(!isBodiless && !looksOwn(backend, status, body));
          const headers = { 'Content-Type': type, ...(retryAfter && { 'Retry-After': retryAfter }) };
          await simulators.rules({ path: '^(?!/accounts)', status, text: body, headers });

          const stalls = watchStalls();
          const outcome = await logout(settings);
          const stalled = stalls();

          expect(outcome, JSON.stringify(outcome)).to.include({ ok: false, local: 'kept' });
          expect(outcome.duration - stalled).to.be.below(TIMEOUT + 500);
        }),
        { numRuns: 60 },
      );
      expect(await simulators.isAlive(backend.platform)).to.equal(true);
    });
  }
});
