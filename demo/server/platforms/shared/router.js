/** @import { Answer, SimulatedRequest } from '../../types.js' */

/** @typedef {(request: SimulatedRequest, params: Record<string, string>) => Answer} Handler */

/**
 * Picks a handler by method and path, for example `'GET /auth/refresh/:storeId'`.
 *
 * @param {Record<string, Handler>} routes
 * @param {Handler} otherwise
 * @returns {(request: SimulatedRequest) => Answer}
 */
export function createRouter(routes, otherwise) {
  const table = Object.entries(routes).map(([route, handler]) => {
    const [method, pattern = ''] = route.split(' ');
    return { method, pattern: new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`), handler };
  });
  return (request) => {
    for (const { method, pattern, handler } of table) {
      const match = method === request.method && pattern.exec(request.path);
      if (match) return handler(request, match.groups ?? {});
    }
    return otherwise(request, {});
  };
}
