import { createControl } from './control.js';
import { corsHeaders, isPreflight, preflightAnswer } from './cors.js';
import { createPlatforms } from './platforms/index.js';
import { answerUnder } from './rule-answer.js';
import { RuleBook } from './rules.js';

/** @import { Exchange, LogEntry, Platform, SimulatedRequest } from './types.js' */

/** One set of platforms with its own state, faults and log, so that tests can run in parallel. */
export class Realm {
  platforms = createPlatforms();
  rules = new RuleBook();
  control = createControl(this);

  /** @type {LogEntry[]} */
  log = [];

  #open = new AbortController();

  /** Breaks every waiting connection. Some browsers keep a connection open after its request was aborted. */
  drop() {
    this.#open.abort();
    this.#open = new AbortController();
  }

  /**
   * Performs a request to a platform, under the rules.
   *
   * @param {string} name
   * @param {Platform} platform
   * @param {SimulatedRequest} request
   * @param {string} url
   * @returns {Exchange}
   */
  receive(name, platform, request, url) {
    const preflight = isPreflight(request);
    const { method, path, query, headers, cookies, body } = request;
    /** @type {LogEntry} */
    const entry = {
      time: Date.now(),
      platform: name,
      method,
      url,
      path,
      query,
      headers,
      cookies,
      body,
      status: null,
      note: '',
    };
    if (preflight) entry.preflight = true;
    this.log.push(entry);

    const exchange = preflight
      ? this.#preflight(name, platform, request)
      : this.#perform(name, platform, request);
    entry.note = exchange.answer.note ?? '';
    return { ...exchange, entry, dropped: this.#open.signal };
  }

  /**
   * @param {string} name
   * @param {Platform} platform
   * @param {SimulatedRequest} request
   * @returns {Exchange}
   */
  #perform(name, platform, request) {
    const rule = this.rules.take(name, request);
    const answer = answerUnder(rule, platform, request);
    const cors = rule?.cors === 'off' ? {} : corsHeaders(platform.cors, request.headers.origin);
    answer.headers = { ...cors, ...answer.headers };
    return { answer, delay: rule?.delay ?? 0, fault: rule?.fault };
  }

  /**
   * @param {string} name
   * @param {Platform} platform
   * @param {SimulatedRequest} request
   * @returns {Exchange}
   */
  #preflight(name, platform, { path, headers }) {
    const method = headers['access-control-request-method'] ?? '';
    // After a refused preflight the request never arrives, so the rule is used up here.
    const refused = this.rules.take(name, { method, path }, (rule) => rule.cors === 'off');
    const policy = refused ? { ...platform.cors, origins: /** @type {const} */ ('none') } : platform.cors;
    return { answer: preflightAnswer(policy, headers.origin), delay: 0 };
  }
}
