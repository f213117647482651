import { jwt, randomId } from '../../demo/server/platforms/shared/tokens.js';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */

const LIFETIME = 24 * 3600;

/**
 * The part of a Medusa store that a refresh and a logout use: `POST /auth/token/refresh` answers with a token,
 * `DELETE /auth/session` ends the session of the cookie. The tokens are stateless: nothing can revoke them.
 *
 * @returns {(request: IncomingMessage, response: ServerResponse, path: string) => void}
 */
export function createMedusa() {
  return (request, response, path) => {
    const send = (/** @type {unknown} */ json) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(json));
    };
    switch (`${request.method} ${path}`) {
      case 'POST /auth/token/refresh':
        send({ token: medusaToken() });
        break;
      case 'DELETE /auth/session':
        send({ success: true });
        break;
      default:
        response.writeHead(404).end();
    }
  };
}

/** A customer's token, with the claims that Medusa puts into it. */
export function medusaToken() {
  return jwt({
    actor_id: 'cus_1',
    actor_type: 'customer',
    auth_identity_id: 'authid_1',
    jti: randomId(),
    exp: Math.floor(Date.now() / 1000) + LIFETIME,
  });
}
