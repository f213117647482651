/** @import { Answer, Fault, Platform, Rule, SimulatedRequest } from './types.js' */

const BIG = 10_000_000;

/** @type {readonly (Fault | undefined)[]} */
const PERFORMED = ['reset-after', 'truncate'];

/**
 * Performs the request if the rule allows it, and answers by the rule.
 *
 * @param {Rule | undefined} rule
 * @param {Platform} platform
 * @param {SimulatedRequest} request
 * @returns {Answer}
 */
export function answerUnder(rule, platform, request) {
  if (!rule) return platform.handle(request);
  const replacement = replacementOf(rule, platform, request);
  const performs = rule.process || PERFORMED.includes(rule.fault) || !(rule.fault || replacement);
  const own = performs ? platform.handle(request) : undefined;
  const answer = replacement ?? own ?? { status: 200, json: {} };
  const happened = own ? (own.note ?? 'performed') : 'not performed';
  return {
    ...answer,
    headers: { ...answer.headers, ...rule.headers },
    note: `${happened}; rule: ${rule.fault ?? (replacement ? `answers ${answer.status}` : 'passes on')}`,
  };
}

/**
 * The rule's own answer, if it replaces the platform's.
 *
 * @param {Rule} rule
 * @param {Platform} platform
 * @param {SimulatedRequest} request
 * @returns {Answer | undefined}
 */
function replacementOf(rule, platform, request) {
  if (rule.fault === 'loop') return { status: 302, headers: { Location: urlOf(request) } };
  if (rule.fault === 'big') return bigAnswer(rule);
  if (rule.error) return platform.refuse(rule.error, request);
  const { status, json, html, text } = rule;
  if ([status, json, html, text].every((part) => part === undefined)) return undefined;
  return { status: status ?? 200, json, html, text };
}

/**
 * A complete, well-formed answer that is far larger than that of any logout.
 *
 * @param {Rule} rule
 * @returns {Answer}
 */
function bigAnswer({ status = 200, json, html }) {
  const padding = 'x'.repeat(BIG);
  if (html !== undefined) return { status, html: `${html}<!-- ${padding} -->` };
  return { status, json: { ...(typeof json === 'object' ? json : {}), padding } };
}

/** @param {SimulatedRequest} request */
function urlOf({ origin, basePath, path, query }) {
  const search = new URLSearchParams(query).toString();
  return `${origin}${basePath}${path}${search && `?${search}`}`;
}
