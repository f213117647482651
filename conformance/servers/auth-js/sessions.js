/** @import { Adapter, AdapterSession } from '@auth/core/adapters' */

const DAY = 86_400_000;

/** A database in memory for Auth.js: it stores the sessions, and makes up the users. */
export function sessionsInMemory() {
  /** @type {Map<string, AdapterSession>} */
  const sessions = new Map();
  const userOf = (/** @type {string} */ id) => ({
    id,
    name: id,
    email: `${id}@example.com`,
    emailVerified: null,
  });
  const none = async () => null;

  /** @type {Adapter} */
  const adapter = {
    createUser: async ({ id }) => userOf(id),
    updateUser: async ({ id }) => userOf(id),
    getUser: async (id) => userOf(id),
    getUserByEmail: none,
    getUserByAccount: none,
    linkAccount: none,
    async createSession(session) {
      sessions.set(session.sessionToken, session);
      return session;
    },
    async getSessionAndUser(token) {
      const session = sessions.get(token);
      return session ? { session, user: userOf(session.userId) } : null;
    },
    updateSession: async ({ sessionToken }) => sessions.get(sessionToken),
    async deleteSession(token) {
      sessions.delete(token);
    },
  };
  return {
    adapter,
    /**
     * @param {string} userId
     * @param {string} sessionToken
     */
    add(userId, sessionToken) {
      sessions.set(sessionToken, { userId, sessionToken, expires: new Date(Date.now() + DAY) });
      return sessionToken;
    },
  };
}
