import { corsHeaders, isPreflight, preflightAnswer } from './cors.js';
import { createRouter } from './platforms/shared/router.js';
import { parseRules } from './rules.js';

/** @import { Answer, CorsPolicy, PlatformOptions, SignInOptions, SimulatedRequest } from './types.js' */
/** @import { Realm } from './realm.js' */

/** @type {CorsPolicy} */
const CORS = {
  origins: 'with-credentials',
  methods: ['GET', 'PUT', 'POST', 'DELETE'],
  headers: ['content-type'],
};

/**
 * The endpoints with which tests and the demo control a realm. Their requests are never in its log.
 *
 * @param {Realm} realm
 * @returns {(request: SimulatedRequest) => Answer} for requests whose `basePath` is the realm's
 */
export function createControl(realm) {
  const route = createRouter(
    {
      'GET /~log': () => ({ status: 200, json: realm.log }),
      'DELETE /~log': () => {
        realm.log = [];
        return { status: 204 };
      },
      'DELETE /~connections': () => {
        realm.drop();
        return { status: 204 };
      },
      'GET /~rules': () => ({ status: 200, json: realm.rules.rules }),
      'PUT /~rules': ({ body }) => putRules(realm, body),
      'PUT /~options': ({ body }) => putOptions(realm, body),
      'POST /~sign-in': (request) => signIn(realm, request),
      'GET /~session': ({ query }) => {
        const platform = realm.platforms.get(query.platform ?? '');
        return platform ? { status: 200, json: platform.status() } : unknownPlatform;
      },
      'DELETE /~session': ({ query }) => {
        const platform = realm.platforms.get(query.platform ?? '');
        platform?.endSessions();
        return platform ? { status: 204 } : unknownPlatform;
      },
    },
    ({ path }) => ({ status: 404, json: { error: `There is no control endpoint ${path}.` } }),
  );
  return (request) => {
    const { origin } = request.headers;
    if (isPreflight(request)) return preflightAnswer(CORS, origin);
    return { ...route(request), headers: corsHeaders(CORS, origin) };
  };
}

/** @type {Answer} */
const unknownPlatform = { status: 404, json: { error: 'There is no such platform.' } };

/**
 * @param {Realm} realm
 * @param {unknown} body
 * @returns {Answer}
 */
function putRules(realm, body) {
  try {
    realm.rules.replace(parseRules(body));
    return { status: 200, json: realm.rules.rules };
  } catch (error) {
    return { status: 400, json: { error: String(error) } };
  }
}

/**
 * @param {Realm} realm
 * @param {unknown} body
 * @returns {Answer}
 */
function putOptions(realm, body) {
  const { platform: name = '', ...options } = /** @type {PlatformOptions & { platform?: string }} */ (
    body ?? {}
  );
  const platform = realm.platforms.get(name);
  platform?.configure(options);
  return platform ? { status: 204 } : unknownPlatform;
}

/**
 * @param {Realm} realm
 * @param {SimulatedRequest} request
 * @returns {Answer}
 */
function signIn(realm, request) {
  const { platform: name = '', ...options } = /** @type {SignInOptions & { platform?: string }} */ (
    request.body ?? {}
  );
  const platform = realm.platforms.get(name);
  if (!platform) return unknownPlatform;
  const basePath = `${request.basePath}/${name}`;
  const { cookies, ...handedOut } = platform.signIn({ ...request, basePath }, options);
  const url = request.origin + basePath;
  return {
    status: 200,
    cookies,
    json: { platform: name, url, ...handedOut, cookies: cookies.map((c) => c.name) },
  };
}
