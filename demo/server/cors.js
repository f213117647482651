/** @import { Answer, CorsPolicy, SimulatedRequest } from './types.js' */

/** @param {Pick<SimulatedRequest, 'method' | 'headers'>} request */
export const isPreflight = ({ method, headers }) =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/**
 * The headers that let a page of another origin read an answer.
 *
 * @param {CorsPolicy} policy
 * @param {string | undefined} origin  the request's `Origin`
 * @returns {Record<string, string>}
 */
export function corsHeaders({ origins }, origin) {
  if (!origin || origins === 'none') return {};
  const expose = { 'Access-Control-Expose-Headers': 'Retry-After, Date' };
  if (origins === 'any') return { 'Access-Control-Allow-Origin': '*', ...expose };
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    Vary: 'Origin',
    ...expose,
  };
}

/**
 * Names what the platform allows, and never echoes the request. So a browser refuses everything unexpected.
 *
 * @param {CorsPolicy} policy
 * @param {string | undefined} origin
 * @returns {Answer}
 */
export function preflightAnswer(policy, origin) {
  if (policy.origins === 'none') return { status: 405, note: 'preflight refused: no CORS here' };
  return {
    status: 204,
    headers: {
      ...corsHeaders(policy, origin),
      'Access-Control-Allow-Methods': policy.methods.join(', '),
      'Access-Control-Allow-Headers': policy.headers.join(', '),
      // A cached preflight would hide the next change of the rules.
      'Access-Control-Max-Age': '0',
    },
    note: 'preflight answered',
  };
}
