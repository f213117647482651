import { record, text } from '../client/json.js';

/** Members that say how it went, and say no by `false`, 0 or "false". */
const FLAGS = ['success', 'ok', 'result', 'authenticated'];
const STATUSES = ['status', 'code', 'statusCode'];
/** Members that name the page to go to next. */
const ADDRESSES = ['url', 'location', 'redirect'];

/**
 * Whether a JSON answer says in one of the usual ways that something went wrong, whatever its status says. Looked at
 * are the answer, or each member of an array, and what is in its `data`, where GraphQL's answers are.
 */
export function saysNo(json: unknown): boolean {
  return (Array.isArray(json) ? (json as unknown[]) : [json]).some((part) => {
    const data = record(part)['data'];
    const inner = Array.isArray(data) ? (data as unknown[]) : Object.values(record(data));
    return leadsToError(record(part)) || [part, data, ...inner].some(isNo);
  });
}

/** Whether an address has `error` in its query, as Auth.js and Spring Security have it, or `error_code` and the like. */
export function hasError(address: string): boolean {
  return /[?&#]error/i.test(address);
}

type Body = Readonly<Record<string, unknown>>;

function isNo(value: unknown): boolean {
  return value === false || hasFailed(record(value)) || hasBadStatus(record(value));
}

function hasFailed(body: Body): boolean {
  const saysFalse = FLAGS.some((name) => body[name] === false || body[name] === 0 || body[name] === 'false');
  return saysFalse || isSomething(body['error']) || isSomething(body['errors']);
}

function hasBadStatus(body: Body): boolean {
  return STATUSES.map((name) => body[name]).some((value) =>
    typeof value === 'string'
      ? /^(error|fail|failed|failure)$/i.test(value) || (/^\d+$/.test(value) && Number(value) >= 400)
      : typeof value === 'number' && value >= 400,
  );
}

function leadsToError(body: Body): boolean {
  return ADDRESSES.some((name) => hasError(text(body[name]) ?? ''));
}

function isSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
