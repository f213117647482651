import { openBackend } from '../click/backend.js';
import { bundle } from '../support/bundle.js';
import { servePages } from '../support/pages.js';
import { now } from './notes.js';
import { TOKEN } from './subjects.js';

/** @import { Plugin } from 'vite' */
/** @import { Notes } from './notes.js' */
/** @import { Subject } from './subjects.js' */

const CLIENTS = new URL('clients/', import.meta.url).pathname;

/** @typedef {Awaited<ReturnType<typeof openShop>>} Shop */

/**
 * A shop with a page for each subject, an empty one, and a backend on another origin.
 *
 * @param {readonly Subject[]} subjects
 */
export async function openShop(subjects) {
  /** @type {Notes} */
  const notes = { arrivals: [], connections: [] };
  const backend = await openBackend(notes);
  /** @type {Map<string, string>} */
  const scripts = new Map();
  for (const { id, client } of subjects) {
    if (!client) continue;
    const files = await bundle(`import '${CLIENTS}${client}';`, { plugins: [wixAt(backend.origin)] });
    scripts.set(id, files[0] ?? '');
  }
  const data = `data-backend="${backend.origin}" data-token="${TOKEN}"`;
  const pages = new Map(subjects.map(({ id, body }) => [id, { body: body(backend.origin), data }]));
  const { origin, stop } = await servePages(pages.set('empty', { body: '', data }), scripts, () =>
    notes.arrivals.push({ time: now(), at: 'shop', isPreflight: false }),
  );
  return {
    notes,
    /** @param {string} id */
    addressOf: (id) => `${origin}/${id}.html`,
    /** Prepares for a new visitor. */
    forget() {
      backend.disconnect();
      notes.arrivals.length = 0;
      notes.connections.length = 0;
    },
    stop() {
      stop();
      backend.stop();
    },
  };
}

/**
 * Replaces the fixed server address in Wix's client.
 *
 * @param {string} origin
 * @returns {Plugin}
 */
function wixAt(origin) {
  const { host } = new URL(origin);
  return {
    name: 'wix-at',
    transform: (code, id) =>
      id.includes('/@wix/sdk/')
        ? code.replaceAll('https://${', 'http://${').replaceAll(/(?<=')(www|edge)\.wixapis\.com(?=')/g, host)
        : undefined,
  };
}
