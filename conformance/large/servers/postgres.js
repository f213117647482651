import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, ready, run, start, stop } from '../support/command.js';

/** Where Debian puts each version of the server. */
const VERSIONS = '/usr/lib/postgresql';
const OWNER = 'medusa';

/** Debian's PostgreSQL, with its own port and folder. */
export async function startPostgres() {
  const [version = ''] = await readdir(VERSIONS).catch(() => []);
  const bin = path.join(VERSIONS, version, 'bin');
  const folder = await mkdtemp(path.join(tmpdir(), 'store-logout-postgres-'));
  const port = await freePort();
  const user = ordinaryUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder };
  const words = ['-D', folder, '-k', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-F'];

  await run(
    path.join(bin, 'initdb'),
    ['-D', folder, '-U', OWNER, '--auth=trust', '-E', 'UTF8', '-N'],
    options,
  );
  const begin = async () => {
    const running = start(path.join(bin, 'postgres'), words, options);
    await ready(running, () => accepts(port));
    return running.child;
  };
  let child = await begin();
  return {
    url: `postgres://${OWNER}@127.0.0.1:${port}/postgres`,
    /** @param {() => Promise<unknown>} work  runs while the database is stopped */
    async without(work) {
      await stop(child, 'SIGINT');
      try {
        await work();
      } finally {
        child = await begin();
      }
    },
    async close() {
      await stop(child, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. Debian's package brings a user for it. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (/** @type {string} */ option) =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** @param {number} port */
const accepts = (port) =>
  /** @type {Promise<boolean>} */ (
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    })
  );
