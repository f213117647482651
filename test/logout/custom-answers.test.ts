import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import type { Answer } from '../../src/client/answer.js';
import { judge } from '../../src/logout/judge.js';
import { custom } from '../../src/platforms/custom.js';
import type { LogoutCall } from '../../src/platforms/platform.js';

const ORIGIN = 'https://shop.example';
const ASKED = `${ORIGIN}/logout`;
const RUNS = 10_000;

const methods = fc.constantFrom(undefined, 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'delete');
const statuses = fc.oneof(
  fc.constantFrom(0, 200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 405, 422, 429, 500, 503),
  fc.integer({ min: 200, max: 599 }),
);
const scalars = fc.oneof(
  fc.constantFrom(true, false, null, 0, 1, 200, 399, 400, 401, 500, 20_000),
  fc.constantFrom('', 'ok', 'true', 'false', 'error', 'fail', '400', '200', '/?error=x', '/'),
  fc.string(),
);
const names = [
  'success',
  'ok',
  'result',
  'authenticated',
  'error',
  'errors',
  'status',
  'code',
  'statusCode',
  'url',
  'data',
];
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: scalars, weight: 3 },
    { arbitrary: fc.array(tie('json'), { maxLength: 2 }), weight: 1 },
    {
      arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('json'), { maxKeys: 3 }),
      weight: 4,
    },
  ),
}));
const bodies: fc.Arbitrary<Pick<Answer, 'body' | 'json'>> = fc.oneof(
  json.map((value) => ({ body: 'json' as const, json: value })),
  fc.record({ body: fc.constantFrom('empty', 'html', 'text', 'broken', 'oversized', 'redirect') }),
);
const urls = fc.oneof(
  fc.constantFrom(
    ASKED,
    `${ASKED}/`,
    `${ORIGIN}/en/logout`,
    `${ORIGIN}/pt-BR/logout/`,
    `${ORIGIN}/logout.html`,
    `${ORIGIN}/logout;jsessionid=1`,
    `${ORIGIN}/logout?next=/`,
    `${ORIGIN}/`,
    `${ORIGIN}/de`,
    `${ORIGIN}/goodbye`,
    `${ORIGIN}/login?error`,
    `${ORIGIN}/login?error=MissingCSRF`,
    `${ORIGIN}/login?next=/&error_code=1`,
    'https://wifi.example/',
    'http://shop.example/',
  ),
  fc.webUrl(),
);
const answers: fc.Arbitrary<Answer> = fc
  .tuple(statuses, fc.boolean(), urls, bodies)
  .map(([status, redirected, url, body]) => ({ status, redirected, url, ...body }));
const calls = methods.map((method): LogoutCall => ({
  settings: { method },
  mode: 'fetch',
  base: ASKED,
  page: ORIGIN,
  tokens: {},
}));

/** The table of what `custom` may believe, written a second time and as plainly as can be. */
function mayBeOver({ status, redirected, url, body, json: value }: Answer, method = 'POST'): boolean {
  const isGood = status >= 200 && status <= 299;
  if (['redirect', 'broken', 'oversized'].includes(body)) return false;
  if (redirected) {
    const { origin, pathname, searchParams } = new URL(url);
    const isElsewhere = !/^\/((en|pt-BR)\/)?logout(\.html)?(;.*)?\/?$/.test(pathname);
    const isRefused = /^(put|patch|delete)$/i.test(method) && (status === 404 || status === 405);
    const isFine = (isGood && !isNo(value)) || isRefused;
    const hasNoError = ![...searchParams.keys()].some((name) => name.startsWith('error'));
    return origin === ORIGIN && isElsewhere && hasNoError && isFine;
  }
  return isGood && ['empty', 'json', 'text'].includes(body) && !isNo(value);
}

function isNo(value: unknown): boolean {
  const parts: unknown[] = Array.isArray(value) ? value : [value];
  return parts.some((part) => {
    const { data, success } = isObject(part) ? part : {};
    const members: unknown[] = typeof data === 'object' && data !== null ? Object.values(data) : [];
    // `{"success":true,"data":{"loggedIn":false}}`
    const said = success === true ? members.filter((member) => member !== false) : members;
    return [part, data, ...said].some(
      (each) => each === false || (isObject(each) && (statusSaysNo(each) || flagSaysNo(each))),
    );
  });
}

function statusSaysNo(body: Record<string, unknown>): boolean {
  return ['status', 'code', 'statusCode'].some((name) => {
    const status = body[name];
    const isNumber = typeof status === 'number' || (typeof status === 'string' && /^\d+$/.test(status));
    return (isNumber && Number(status) >= 400) || status === 'error' || status === 'fail';
  });
}

function flagSaysNo(body: Record<string, unknown>): boolean {
  const isFlagged = ['success', 'ok', 'result', 'authenticated'].some((name) =>
    [false, 0, 'false'].includes(body[name] as never),
  );
  const isWrong = ['error', 'errors'].some((name) => {
    const said = body[name];
    return typeof said === 'object' && said !== null ? Object.keys(said).length > 0 : Boolean(said);
  });
  return isFlagged || isWrong;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('A backend of the site’s own', () => {
  it('is reported as the end only if the table allows it, of 10,000 answers', () => {
    let ended = 0;
    fc.assert(
      fc.property(answers, calls, (answer, call) => {
        const isEnded = judge(custom, answer, call).is === 'ended';
        if (isEnded) ended++;
        if (isEnded) expect(mayBeOver(answer, call.settings.method), JSON.stringify(answer)).to.equal(true);
      }),
      { numRuns: RUNS },
    );
    // Otherwise nothing was tried.
    expect(ended).to.be.above(RUNS / 100);
  });

  it('is reported as gone only after a 401 in JSON, of 10,000 answers', () => {
    fc.assert(
      fc.property(answers, calls, (answer, call) => {
        const verdict = judge(custom, answer, call);
        expect(verdict.is).not.to.equal('gone');
        if (verdict.is !== 'unauthorized' || !verdict.own) return;
        expect(answer).to.include({ status: 401, body: 'json' });
      }),
      { numRuns: RUNS },
    );
  });
});
