import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answers, freePort, ready, run, start, stop } from '../support/command.js';
import { startPostgres } from './postgres.js';

const HERE = fileURLToPath(new URL('medusa/', import.meta.url));
const PACKAGE = `${HERE}node_modules/@medusajs/medusa/package.json`;
const CLI = 'node_modules/@medusajs/cli/cli.js';
const ADMIN = { email: 'admin@example.com', password: 'for-this-run-only' };

/**
 * A real Medusa, with its own PostgreSQL.
 *
 * @param {readonly string[]} shops  the origins of storefronts
 */
export async function startMedusa(shops) {
  const database = await startPostgres();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const options = {
    cwd: HERE,
    env: {
      ...process.env,
      MEDUSA_DATABASE: database.url,
      MEDUSA_SHOPS: shops.join(','),
      MEDUSA_DISABLE_TELEMETRY: 'true',
      NODE_ENV: 'development',
    },
  };
  try {
    const node = process.execPath;
    await run(node, [CLI, 'db:migrate'], options);
    await run(node, [CLI, 'user', '--email', ADMIN.email, '--password', ADMIN.password], options);
    const medusa = start(node, [CLI, 'start', '--port', String(port)], options);
    await ready(medusa, () => answers(`${origin}/health`));
    return {
      origin,
      key: await publishableKey(origin),
      version: `Medusa ${JSON.parse(readFileSync(PACKAGE, 'utf8')).version}`,
      withoutDatabase: database.without,
      async close() {
        await stop(medusa.child, 'SIGTERM');
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * The store API answers nobody without this key. An admin creates it.
 *
 * @param {string} origin
 */
async function publishableKey(origin) {
  const { token } = await post(`${origin}/auth/user/emailpass`, ADMIN);
  const shop = { title: 'Shop', type: 'publishable' };
  const { api_key: key } = await post(`${origin}/admin/api-keys`, shop, { Authorization: `Bearer ${token}` });
  return String(key.token);
}

/**
 * @param {string} address
 * @param {unknown} json
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>}
 */
async function post(address, json, headers) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
