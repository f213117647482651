import { now } from '../pages/notes.js';
import { serve } from '../support/serve.js';

/** @import { IncomingMessage } from 'node:http' */
/** @import { Notes } from '../pages/notes.js' */

/** The answers of the vendors' servers to a logout, by the end of the address. */
const ANSWERS = [
  { end: /\/sessions\/validate$/, json: { is_valid: true, expiration_time: '2100-01-01T00:00:00Z' } },
  { end: /\/sign-out$/, json: { success: true } },
  { end: /\/auth\/logout$/, json: { message: 'ok', success: true, content: {} } },
  { end: /\/redirect-session$/, json: { redirectSession: { id: '1', fullUrl: 'https://id.example/end' } } },
  { end: /\/logout(\?.*)?$/ },
];

/**
 * The vendors' servers, together on their own origin, so that preflights are real. They answer at once, and note each
 * request.
 *
 * @param {Notes} notes
 */
export async function openBackend({ arrivals, connections }) {
  const { server, origin, stop } = await serve('localhost', (request, response) => {
    const { method = '', url = '', headers } = request;
    const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
    arrivals.push({ time: now(), at: 'vendor', isPreflight });
    response.setHeader('Access-Control-Allow-Origin', headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    if (isPreflight) {
      response.setHeader('Access-Control-Allow-Methods', asked(request, 'method'));
      response.setHeader('Access-Control-Allow-Headers', asked(request, 'headers'));
      // The next visitor must send a preflight again.
      response.setHeader('Access-Control-Max-Age', '0');
      response.writeHead(204).end();
      return;
    }
    const answer = ANSWERS.find(({ end }) => end.test(url));
    if (answer?.json) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.json));
    } else {
      response.writeHead(answer ? 204 : 404).end();
    }
  });
  server.on('connection', () => connections.push(now()));
  return {
    origin,
    stop,
    /** Closes all connections, for a new visitor. */
    disconnect: () => server.closeAllConnections(),
  };
}

/**
 * @param {IncomingMessage} request
 * @param {string} what
 */
const asked = ({ headers }, what) => String(headers[`access-control-request-${what}`] ?? '');
