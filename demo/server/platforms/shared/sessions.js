/** @import { User } from '../../types.js' */

/**
 * @typedef {object} Session
 * @property {User} user
 * @property {boolean} member  false for a visitor's anonymous session
 *
 * @typedef {object} Credential  a token or cookie value the server remembers
 * @property {Session} session
 * @property {string} kind
 * @property {number} expires  ms since 1970
 * @property {boolean} revoked
 *
 * @typedef {{ session: Session } | { session?: undefined, problem: 'missing' | 'unknown' | 'expired' | 'ended' }} Check
 */

/** The granted credentials, and whether each still works. A session lives as long as one of them works. */
export class Sessions {
  /** @type {Map<string, Credential>} */
  #credentials = new Map();

  /**
   * Remembers a credential of a session.
   *
   * @param {Session} session
   * @param {string} kind
   * @param {string} value
   * @param {number} [expires]
   */
  add(session, kind, value, expires = Infinity) {
    this.#credentials.set(value, { session, kind, expires, revoked: false });
    return value;
  }

  /**
   * @param {string} kind
   * @param {string | undefined} value
   * @returns {Check}
   */
  check(kind, value) {
    if (!value) return { problem: 'missing' };
    const credential = this.#credentials.get(value);
    if (credential?.kind !== kind) return { problem: 'unknown' };
    if (credential.revoked) return { problem: 'ended' };
    return credential.expires > Date.now() ? { session: credential.session } : { problem: 'expired' };
  }

  /** @param {string} value */
  revoke(value) {
    const credential = this.#credentials.get(value);
    if (credential) credential.revoked = true;
  }

  /**
   * Ends a session, or only its credentials of one kind.
   *
   * @param {Session} session
   * @param {string} [kind]
   */
  end(session, kind) {
    for (const credential of this.#credentials.values())
      if (credential.session === session && (!kind || credential.kind === kind)) credential.revoked = true;
  }

  /** Ends every member's session; visitors keep theirs. */
  endMembers() {
    for (const credential of this.#credentials.values())
      if (credential.session.member) credential.revoked = true;
  }

  /**
   * Whether any member's credential of these kinds still works.
   *
   * @param {readonly string[]} kinds
   */
  status(kinds) {
    const now = Date.now();
    const good = [...this.#credentials.values()].filter(
      ({ session, expires, revoked }) => session.member && !revoked && expires > now,
    );
    const credentials = Object.fromEntries(
      kinds.map((kind) => [kind, good.some((each) => each.kind === kind)]),
    );
    return { alive: Object.values(credentials).includes(true), credentials };
  }
}
