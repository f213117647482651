import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ready, run, start, stop } from '../support/command.js';

/** Debian's MariaDB, in its own folder and without a port. */
export async function startMariadb() {
  const folder = await mkdtemp(path.join(tmpdir(), 'store-logout-mariadb-'));
  const socket = path.join(folder, 'socket');
  const data = path.join(folder, 'data');
  const first = path.join(folder, 'first.sql');
  // MariaDB runs as root only with this option.
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const client = ['--no-defaults', `--socket=${socket}`, '--user=shop', '--password=for-this-run-only'];

  await run('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--skip-test-db', ...user]);
  await writeFile(
    first,
    FIRST.map(
      (statement) => `${statement};
`,
    ).join(''),
  );
  const begin = async () => {
    const running = start(MARIADBD, [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--init-file=${first}`,
      '--skip-networking',
      ...user,
    ]);
    await ready(running, async () => {
      if (!existsSync(socket)) return false;
      await run('mariadb', [...client, '--execute=SELECT 1', 'shop']);
      return true;
    });
    return running.child;
  };
  let child = await begin();
  return {
    socket,
    /** @param {() => Promise<unknown>} work  runs while the database is stopped */
    async without(work) {
      await stop(child, 'SIGTERM');
      try {
        await work();
      } finally {
        child = await begin();
      }
    },
    async close() {
      await stop(child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const MARIADBD = '/usr/sbin/mariadbd';
/** These run at every start, so they must be safe to repeat. */
const FIRST = [
  'CREATE DATABASE IF NOT EXISTS shop',
  "CREATE USER IF NOT EXISTS shop@localhost IDENTIFIED BY 'for-this-run-only'",
  'GRANT ALL ON shop.* TO shop@localhost',
];
