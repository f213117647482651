import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

/** @import { LogoutState } from '../../../src/tabs/page-state.js' */
/** @import { Store } from './shop.mjs' */
/** @import { Tab } from './tab.mjs' */

/** How long nothing may happen that must not: the cases of a test wait together. */
const QUIET_MS = 1500;

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {Store} store
 * @property {string} key  where the access token is kept
 * @property {Tab} tab
 * @property {string | undefined} [token]  that shall be there
 * @property {'localStorage' | 'sessionStorage'} [area]
 * @property {number} [since]  how many of the tab's records are not of interest
 * @property {Partial<Outcome>} expected
 */

/**
 * @typedef {object} Outcome
 * @property {string[]} told  the events
 * @property {number} loads
 * @property {'kept' | 'replaced' | 'none'} token
 * @property {boolean} isAlive  whether somebody is signed in on the server
 * @property {number} logouts  requests to end a session
 * @property {LogoutState | undefined} state  of the button
 */

/**
 * @param {Case} each
 * @returns {Promise<Outcome>}
 */
async function outcomeOf({ store, key, tab, token, area = 'localStorage', since = 0 }) {
  const { records, stored, state } = await tab.until(
    'an answer',
    (where, name) => ({
      records: window.records(),
      stored: window[where].getItem(name),
      state: document.querySelector('store-logout')?.state,
    }),
    area,
    key,
  );
  const recent = records.slice(since);
  return {
    told: recent.filter(({ origin }) => origin).map(({ what, origin }) => `${what} ${origin}`),
    loads: recent.filter(({ what }) => what === 'pageshow').length,
    token: stored === null ? 'none' : stored === token ? 'kept' : 'replaced',
    isAlive: store.isAlive,
    logouts: store.logouts,
    state,
  };
}

/**
 * Asserts what is expected of each case once nothing more can happen.
 *
 * @param {Case[]} cases
 */
export async function settle(cases) {
  await delay(QUIET_MS);
  // A button may take until the next look at the tokens.
  await Promise.all(
    cases.map(async ({ tab, expected: { state } }) => state && tab.untilState(state).catch(() => undefined)),
  );
  const actual = [];
  for (const each of cases) {
    const outcome = await outcomeOf(each);
    actual.push(line(each.name, only(outcome, each.expected)));
  }
  assert.deepEqual(
    actual,
    cases.map(({ name, expected }) => line(name, expected)),
  );
}

/**
 * @param {Outcome} outcome
 * @param {Partial<Outcome>} named
 */
const only = (outcome, named) =>
  Object.fromEntries(Object.keys(named).map((name) => [name, outcome[/** @type {keyof Outcome} */ (name)]]));

/**
 * One line for each case, so that a difference shows what it is about.
 *
 * @param {string} name
 * @param {Partial<Outcome>} outcome
 */
const line = (name, outcome) => `${name}: ${JSON.stringify(outcome)}`;
