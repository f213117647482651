import { record, text } from '../client/json.js';

/** Members that say whether it worked. `false`, 0 and "false" say no. */
const FLAG = /^(is_?)?(success(ful)?|succeeded|ok|result|authenticated|(logged|signed)_?out)$/i;
const STATUS = /^(status|result|(status_?)?code)$/i;
/** Members that hold an error, with GraphQL's `userErrors`. */
const ERROR = /^(user_?)?err(or)?s?(_?(code|description|message))?$/i;
/** Members that name the page to go to next. */
const ADDRESS = /^(url|location|redirect)$/i;

/**
 * Whether a JSON answer has one of the usual signs of failure, whatever its status is. Looks at the answer, at each member
 * of an array, and into `data`, where GraphQL's answers are.
 */
export function saysNo(json: unknown): boolean {
  return (Array.isArray(json) ? (json as unknown[]) : [json]).some((part) => {
    const { data, success } = record(part);
    // A bare `false` in `data` may describe the shopper, who is signed out now.
    const members = Object.values(Object(data) as object).filter(
      (each) => success !== true || each !== false,
    );
    return [part, data, ...members].some(isNo);
  });
}

/** Whether an address has a parameter such as `error` (Auth.js, Spring Security), `error_code` or `logout_error`. */
export function hasError(address: string): boolean {
  return /[?&#](\w+_)?error/i.test(address);
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
  const said = typeof value === 'number' ? value : text(value);
  return Number(said) >= 400 || /^(error|fail(ed|ure)?|unauthori[sz]ed)$/i.test(String(said));
}

function isSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
