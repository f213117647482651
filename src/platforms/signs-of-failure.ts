import { record, text } from '../client/json.js';

/** Words that say that it did not work. */
const NO = /^(false|error|fail(ed|ure)?|unauthori[sz]ed)$/i;
/** Members that say whether it worked: by a boolean, by 0 or 1, or by a word. */
const FLAG = /^(is_?)?(success(ful)?|succeeded|ok|result|authenticated|(logged|signed)_?out)$/i;
/** Members that say the same by a boolean, by a word, or by a number as in HTTP. */
const STATUS = /^(status|(status_?)?code)$/i;
/** Members that hold an error, with GraphQL's `userErrors` and a `hasError`. */
const ERROR = /^(?!no_?err)\w*err(or)?s?(_?(code|description|message)s?)?$/i;
/** Members that say whether somebody is still signed in. */
const SIGNED_IN = /^(is_?)?(authenticated|(logged|signed)_?in)$/i;
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
  if (value === false) return true;
  return Object.entries(record(value)).some(([name, said]) => {
    const word = text(said) ?? '';
    const isDenied = said === false || NO.test(word);
    return (
      (FLAG.test(name) && (isDenied || said === 0)) ||
      (STATUS.test(name) && (isDenied || Number(word || (typeof said === 'number' && said)) >= 400)) ||
      (ERROR.test(name) && isSomething(said)) ||
      (SIGNED_IN.test(name) && said === true) ||
      (ADDRESS.test(name) && hasError(word))
    );
  });
}

function isSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
