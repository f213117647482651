const HEAD = 8;
const TAIL = 6;

/** The two ends of a token. They are enough to compare tokens, but too little to use one. */
export function shorten(value: string): string {
  return value.length <= HEAD + TAIL + 4 ? value : `${value.slice(0, HEAD)}…${value.slice(-TAIL)}`;
}

/** A header of the log, with every token in it shortened. */
export function shortenHeader(name: string, value: string): string {
  if (name === 'authorization') return value.split(' ').map(shorten).join(' ');
  if (name !== 'cookie') return value;
  return value
    .split(/; */)
    .map((pair) => pair.replace(/^([^=]*=)(.*)$/, (_, start: string, rest: string) => start + shorten(rest)))
    .join('; ');
}

/** A request's body as text, with every token in it shortened. */
export function shortenBody(body: unknown): string {
  return JSON.stringify(
    body,
    (key, value: unknown) => (typeof value === 'string' && /token/i.test(key) ? shorten(value) : value),
    2,
  );
}
