/** @import { Rule } from './types.js' */

/** The requests that end a session. All other requests, such as "who am I", keep working. */
const LOGOUT = '^(?!/accounts/).*/(logout|redirect-session)$';

const GATEWAY_PAGE = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';
const SIGN_IN_PAGE =
  '<!doctype html><title>Welcome to Guest Wi-Fi</title><h1>Accept the terms to go online</h1>';
const PROXY_PAGE = '<!doctype html><title>401</title><h1>Proxy authentication needed</h1>';

/**
 * The faults of a logout by name, for the demo's switches.
 *
 * @type {Readonly<Record<string, readonly Rule[]>>}
 */
export const PRESETS = {
  ok: [],
  slow: [{ path: LOGOUT, delay: 3000 }],
  unauthorized: [{ path: LOGOUT, error: 401 }],
  'unauthorized-stranger': [{ path: LOGOUT, status: 401, html: PROXY_PAGE }],
  forbidden: [{ path: LOGOUT, error: 403 }],
  'server-error': [{ path: LOGOUT, error: 500 }],
  'bad-gateway-once': [{ path: LOGOUT, times: 1, status: 502, html: GATEWAY_PAGE }],
  'lost-answer-once': [{ path: LOGOUT, times: 1, process: true, status: 502, html: GATEWAY_PAGE }],
  'too-many-requests': [{ path: LOGOUT, times: 1, error: 429, headers: { 'Retry-After': '2' } }],
  'connection-reset': [{ path: LOGOUT, fault: 'reset' }],
  'cut-off': [{ path: LOGOUT, fault: 'truncate' }],
  hanging: [{ path: LOGOUT, fault: 'hang' }],
  'captive-portal': [{ path: LOGOUT, status: 200, html: SIGN_IN_PAGE }],
  'no-cors': [{ path: LOGOUT, cors: 'off' }],
};
