import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The package as npm would publish it, in a project of its own beside nothing but its dependencies.
 *
 * @typedef {object} Packed
 * @property {string} project  folder that has the package in its `node_modules`
 * @property {string} folder  of the package
 * @property {string} tarball
 * @property {readonly string[]} files  paths in the package
 * @property {any} json  its package.json
 * @property {any} manifest  its custom-elements.json
 * @property {() => Promise<void>} remove  to be called at the end
 */

/** @returns {Promise<Packed>} */
export async function pack() {
  const project = await mkdtemp(path.join(tmpdir(), 'store-logout-'));
  const folder = path.join(project, 'node_modules', 'store-logout');
  await mkdir(folder, { recursive: true });

  // Nothing is built anew: what is tested is what has just been built.
  const options = ['--ignore-scripts', '--json', '--pack-destination', project];
  const { stdout } = await run('npm', ['pack', ...options], { cwd: ROOT });
  const tarball = path.join(project, JSON.parse(stdout)[0].filename);
  await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  for (const name of ['lit', '@lit']) {
    await symlink(path.join(ROOT, 'node_modules', name), path.join(project, 'node_modules', name));
  }

  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const read = async (/** @type {string} */ file) =>
    JSON.parse(await readFile(path.join(folder, file), 'utf8'));
  return {
    project,
    folder,
    tarball,
    files,
    json: await read('package.json'),
    manifest: await read('custom-elements.json'),
    remove: () => rm(project, { recursive: true }),
  };
}
