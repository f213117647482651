import { cp, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILT } from '../../../servers/storefront.js';
import { answers, freePort, ready, run, start, stop } from '../../support/command.js';
import { startMariadb } from '../mariadb.js';

/** @param {string} file */
const own = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Where Debian puts WordPress. Debian's `wp-config.php` looks for a site in `/etc`. Ours configures one for this run. */
const WORDPRESS = '/usr/share/wordpress';

/** A real WordPress with its own MariaDB, and a theme with the button. */
export async function startWordPress() {
  const database = await startMariadb();
  const folder = await mkdtemp(path.join(tmpdir(), 'store-logout-wordpress-'));
  const root = path.join(folder, 'site');
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const options = {
    cwd: root,
    env: { ...process.env, SHOP_SOCKET: database.socket, SHOP_ORIGIN: origin },
  };
  const close = async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // WordPress finds its folder by the real path of its files, so links would not work.
    await cp(WORDPRESS, root, { recursive: true, dereference: true });
    await cp(own('wp-config.php'), path.join(root, 'wp-config.php'));
    await cp(own('theme'), path.join(root, 'wp-content/themes/shop'), { recursive: true });
    await symlink(BUILT, path.join(root, 'dist'));
    await run('php', [own('install.php')], options);
    const php = start('php', ['-S', `localhost:${port}`, '-t', root], options);
    await ready(php, () => answers(`${origin}/wp-login.php`));
    const maintenance = path.join(root, '.maintenance');
    return {
      origin,
      withoutDatabase: database.without,
      /** @param {() => Promise<unknown>} work  runs while WordPress says that it is being updated */
      async underMaintenance(work) {
        await writeFile(maintenance, '<?php $upgrading = time();');
        try {
          await work();
        } finally {
          await unlink(maintenance);
        }
      },
      async close() {
        await stop(php.child, 'SIGTERM');
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
