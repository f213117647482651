import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import type { Answer } from '../../src/client/answer.js';
import { judge } from '../../src/logout/judge.js';
import { builtInPlatforms } from '../../src/platforms/all.js';
import type { LogoutCall, Platform } from '../../src/platforms/platform.js';

const BASE = 'https://shop.example/api';
const PAGE = 'https://shop.example/account';

/** Everything that a server, or what stands before it, may answer. */
const statuses = fc.oneof(
  fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 409, 410, 418, 422, 429, 500, 502, 503),
  fc.integer({ min: 200, max: 599 }),
);
const anything = fc.jsonValue({ maxDepth: 2 });
const words = fc.oneof(
  fc.string(),
  fc.constantFrom('unauthorized', 'Log in again, please.', '<b>no</b>', 'x'.repeat(41)),
);
/** Bodies that look like a platform's, right and wrong in each member. */
const almostRight = fc.record(
  {
    success: fc.oneof(fc.boolean(), anything),
    status: fc.oneof(statuses, anything),
    statusCode: fc.oneof(statuses, anything),
    message: fc.oneof(words, anything),
    code: fc.oneof(words, fc.integer(), anything),
    error: fc.oneof(words, fc.record({ code: anything, message: words }), anything),
    content: fc.oneof(fc.record({ access_token: words, refresh_token: words }), anything),
    data: anything,
    details: fc.oneof(fc.record({ applicationError: fc.record({ code: words }) }), anything),
    redirectSession: fc.record({ fullUrl: fc.oneof(words, fc.webUrl(), fc.constant('javascript:alert(1)')) }),
  },
  { requiredKeys: [] },
);
const bodies = fc.oneof(
  fc.record({ body: fc.constant('json' as const), json: fc.oneof(almostRight, anything) }),
  fc.record({ body: fc.constantFrom('empty', 'html', 'text', 'broken', 'oversized', 'redirect') }),
);
const answers: fc.Arbitrary<Answer> = fc
  .tuple(statuses, fc.boolean(), fc.constantFrom(BASE, PAGE, 'https://wifi.example/sign-in'), bodies)
  .map(([status, redirected, url, body]) =>
    Object.assign({ status: body.body === 'redirect' ? 0 : status, redirected, url }, body),
  );

interface Variant {
  readonly platform: Platform;
  readonly call: LogoutCall;
}

const variants: Variant[] = builtInPlatforms.flatMap((platform) =>
  (platform.modes ?? ['']).map((mode) => ({
    platform,
    call: { settings: {}, mode, base: BASE, page: PAGE, timeout: 8000, warnings: [], tokens: {} },
  })),
);

/** The body as an object, if it is one. */
function membersOf({ json }: Answer): Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as Record<string, unknown>)
    : {};
}

function isSuccess({ status, body }: Answer): boolean {
  return body === 'redirect' || (status >= 200 && status < 300);
}

/** Whether a body says no, whatever its status says. */
function saysNo(answer: Answer): boolean {
  const { success, status, statusCode } = membersOf(answer);
  return success === false || [status, statusCode].some((inner) => typeof inner === 'number' && inner >= 400);
}

/** A rule for every verdict. It throws if the verdict breaks it. `advice` has the sentences that the platform has said so far. */
type Rule = (answer: Answer, judged: ReturnType<typeof judge>, variant: Variant, advice: Set<string>) => void;

const rules: Record<string, Rule> = {
  'is one of four': (_, { is }) => expect(['ended', 'gone', 'unauthorized', 'failed']).to.include(is),

  'is never "ended" unless the answer is a success that does not say no': (answer, { is }) => {
    if (is !== 'ended') return;
    expect(isSuccess(answer)).to.equal(true);
    expect(saysNo(answer)).to.equal(false);
  },

  'is never "ended" on a body that was cut off': ({ body, redirected }, { is }) => {
    if (is === 'ended' && !redirected) expect(['broken', 'oversized']).not.to.include(body);
  },

  'is never "ended" on a page of another site': ({ url, body }, { is }, { call }) => {
    const isStranger = url.startsWith('https://wifi.example') && body === 'html';
    // The documented REST call of Wix may answer a page, which cannot be told from another.
    if (isStranger && call.mode !== 'api') expect(is).not.to.equal('ended');
  },

  'is never "gone" unless the platform itself says 403, 404 or 410': (answer, { is }) => {
    if (is !== 'gone') return;
    expect([403, 404, 410]).to.include(answer.status);
    expect(answer.body).to.equal('json');
    expect(membersOf(answer)).not.to.deep.equal({});
  },

  'is "unauthorized" after a 401 only': ({ status, body }, { is }) => {
    expect(is === 'unauthorized').to.equal(status === 401 && body !== 'redirect');
  },

  'never takes a proxy’s 401 for the platform’s own': ({ body }, judged, { platform }) => {
    // A backend of one's own has no form of its own to tell them apart.
    if (platform.name === 'custom') return;
    if (body !== 'json' && judged.is === 'unauthorized') expect(judged.own).to.equal(false);
  },

  'is "failed", and says nothing about the session, after a server error': ({ status, body }, judged) => {
    if (body === 'redirect' || (status < 500 && status !== 429)) return;
    expect(judged).to.include({ is: 'failed', reason: 'http', server: 'unknown' });
  },

  'passes on no text of the server but a short code': (_, judged, _variant, advice) => {
    if (judged.is !== 'failed') return;
    if (judged.message !== undefined) advice.add(judged.message);
    // Sentences of the platform's own: as many as there are, whatever was answered.
    expect(advice.size).to.be.below(20);
    expect([...advice].join()).not.to.match(/[<{]/);
    if (judged.code !== undefined) expect(judged.code).to.match(/^[\w.-]{1,40}$/);
  },

  'sends the page to nothing but an http address': (_, judged) => {
    if (judged.is === 'ended' && judged.navigation) expect(judged.navigation.url).to.match(/^https?:/);
  },
};

describe('The verdict on any answer', () => {
  for (const variant of variants) {
    const { platform, call } = variant;
    // All rules in one run, because it takes much longer to make up an answer than to judge it.
    it(`keeps every rule: ${[platform.name, call.mode].filter(Boolean).join(' ')}`, () => {
      const advice = new Set<string>();
      fc.assert(
        fc.property(answers, (answer) => {
          const judged = judge(platform, answer, call);
          for (const [name, rule] of Object.entries(rules)) {
            try {
              rule(answer, judged, variant, advice);
            } catch (cause) {
              throw new Error(`The verdict breaks the rule "${name}"`, { cause });
            }
          }
        }),
        { numRuns: 1000, includeErrorInReport: true },
      );
    });
  }
});
