/** @import { LogEntry } from '../../demo/server/types.js' */
/** @import { Stage } from './stage.js' */

/**
 * The parts of a request that are compared, by name: `method`, `path`, `query …`, `header …`, `body`, and `fetch …` for
 * the settings of the `fetch` call.
 *
 * @typedef {Record<string, string>} Wire
 */

/** Tokens that were made during the logout. */
const JWT = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;
const REDIRECT_SESSION = /(\/redirect-session\/)[\w-]+/;

/** These headers describe the connection, not the request. */
const IGNORED = ['host', 'connection'];

/**
 * The requests that the platform received, in order. Words replace the values that differ from run to run.
 *
 * @param {Stage} stage
 * @param {string} platform
 * @param {Record<string, string | undefined>} secrets  the values of this run, by the word that replaces each
 * @returns {Wire[]}
 */
export function wiresOf(stage, platform, secrets) {
  const calls = [...stage.fetches];
  const base = stage.url(platform);
  return stage.realm.log
    .filter((entry) => !entry.preflight)
    .map((entry) => {
      const index = calls.findIndex(({ method, url }) => method === entry.method && url === entry.url);
      const [call] = index < 0 ? [] : calls.splice(index, 1);
      return wireOf(entry, call, { ...secrets, base, platforms: base.replace(/\/[^/]*$/, '') });
    });
}

/**
 * @param {LogEntry} entry
 * @param {Record<string, unknown> | undefined} call
 * @param {Record<string, string | undefined>} words
 * @returns {Wire}
 */
function wireOf({ method, path, query, headers, cookies, body }, call, words) {
  /** @param {unknown} value */
  const readable = (value) => {
    let text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const [word, secret] of Object.entries(words))
      if (secret) text = text.replaceAll(secret, `<${word}>`);
    return text.replace(JWT, '<new token>').replace(REDIRECT_SESSION, '$1<id>');
  };
  /** @type {Wire} */
  const wire = { method, path: readable(path) };
  const add = (/** @type {string} */ kind, /** @type {Record<string, unknown>} */ values) => {
    for (const [name, value] of Object.entries(values)) wire[`${kind} ${name}`] = readable(value);
  };
  add('query', query);
  add('header', Object.fromEntries(Object.entries(headers).filter(([name]) => !IGNORED.includes(name))));
  if (headers['cookie']) wire['header cookie'] = Object.keys(cookies).toSorted().join(', ');
  if (headers['content-length'] && headers['content-length'] !== '0')
    wire['header content-length'] = '(of the body)';
  if (body !== null) wire['body'] = readable(body);
  if (call) {
    const { credentials, cache, redirect, keepalive, origin } = call;
    add('fetch', { credentials, cache, redirect, keepalive });
    // The vendor's code calls a fixed host, and the request was rerouted.
    if (!String(origin).includes('localhost')) wire['origin'] = String(origin);
  }
  return wire;
}
