import { record, text } from '../client/json.js';

/** Members that say how it went, and say no by `false`, 0 or "false". */
const FLAG = /^(is_?)?(success(ful)?|succeeded|ok|result|authenticated)$/i;
const STATUS = /^(status|(status_?)?code)$/i;
/** Members that are there for an error, GraphQL's `userErrors` among them. */
const ERROR = /^(user_?)?err(or)?s?(_?(code|description|message))?$/i;
/** Members that name the page to go to next. */
const ADDRESS = /^(url|location|redirect)$/i;

/**
 * Whether a JSON answer says in one of the usual ways that something went wrong, whatever its status says. Looked at
 * are the answer, or each member of an array, and what is in its `data`, where GraphQL's answers are.
 */
export function saysNo(json: unknown): boolean {
  return (Array.isArray(json) ? (json as unknown[]) : [json]).some((part) => {
    const data = record(part)['data'];
    return [part, data, ...Object.values(Object(data) as object)].some(isNo);
  });
}

/** Whether an address has `error` in its query, as Auth.js and Spring Security have it, or `error_code` and the like. */
export function hasError(address: string): boolean {
  return /[?&#]error/i.test(address);
}

function isNo(value: unknown): boolean {
  return (
    value === false ||
    Object.entries(record(value)).some(
      ([name, said]) =>
        (FLAG.test(name) && (said === false || said === 0 || said === 'false')) ||
        (STATUS.test(name) && isBadStatus(said)) ||
        (ERROR.test(name) && isSomething(said)) ||
        (ADDRESS.test(name) && hasError(text(said) ?? '')),
    )
  );
}

function isBadStatus(value: unknown): boolean {
  return typeof value === 'string'
    ? /^(error|fail|failed|failure)$/i.test(value) || (/^\d+$/.test(value) && Number(value) >= 400)
    : typeof value === 'number' && value >= 400;
}

function isSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
