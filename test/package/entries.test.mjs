import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

import { pack } from './support/packed.mjs';

/** @typedef {{ names: string[], platforms: string[], tags: string[] }} Imported */

const run = promisify(execFile);

/** Runs in a Node.js of its own: what does it get out of an entry, and is a tag registered then? */
const IMPORT = `
const found = await import(process.argv[1]);
const platforms = Object.values(found).filter((each) => typeof each?.request === 'function').map(({ name }) => name);
const tags = ['store-logout', 'store-session'].filter((tag) => globalThis.customElements?.get(tag));
console.log(JSON.stringify({ names: Object.keys(found), platforms, tags }));
`;

/** What each entry gives, platforms and languages apart: those are all alike. @type {Record<string, string[]>} */
const NAMES = {
  '.': [
    'BeforeLogoutEvent',
    'StoreLogoutElement',
    'StoreSessionElement',
    'logout',
    'memoryTokens',
    'pairPlace',
    'registerLanguage',
    'registerPlatform',
    'signedIn',
  ],
  './define.js': [],
  './core.js': ['logout', 'memoryTokens', 'pairPlace', 'registerPlatform', 'signedIn'],
  './guard.js': ['guard'],
};
const FOR_PAGES_ONLY = './dist/store-logout.bundle.js';

describe('The entries of the package', () => {
  /** @type {import('./support/packed.mjs').Packed} */
  let packed;
  /** @type {Map<string, Imported>} */
  let imported;

  before(async () => {
    packed = await pack();
    const modules = entriesOf(packed).filter((entry) => /^\.$|\.js$/.test(entry) && entry !== FOR_PAGES_ONLY);
    imported = new Map(
      await Promise.all(modules.map(async (entry) => /** @type {const} */ ([entry, await get(entry)]))),
    );
  });

  after(() => packed.remove());

  /** @param {string} entry */
  async function get(entry) {
    const specifier = path.posix.join('store-logout', entry);
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', IMPORT, specifier], {
      cwd: packed.project,
    });
    return /** @type {Imported} */ (JSON.parse(stdout));
  }

  it('lead to files that are in the package, types first', () => {
    for (const [entry, target] of Object.entries(packed.json.exports)) {
      if (target === null || entry.includes('*')) continue;
      const paths = typeof target === 'string' ? [target] : Object.values(target);
      if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types', entry);
      for (const each of paths)
        assert.ok(packed.files.includes(path.posix.normalize(each)), `${entry}: ${each}`);
    }
  });

  it('can be imported where there is no browser', () => {
    assert.ok(imported.size > 5);
    for (const [entry, names] of Object.entries(NAMES)) {
      const own = imported
        .get(entry)
        ?.names.filter((name) => !imported.has(`./platforms/${dashed(name)}.js`));
      assert.deepEqual(own, names, entry);
    }
  });

  it('guard nothing where there is no page', async () => {
    const GUARD = `
    import { guard } from 'store-logout/guard.js';
    import { wix } from 'store-logout/platforms/wix.js';
    guard({ platform: wix, clientId: 'c' })();
    `;
    const { stderr } = await run(process.execPath, ['--input-type=module', '-e', GUARD], {
      cwd: packed.project,
    });
    assert.equal(stderr, '');
  });

  it('register the tags only where their name says so', () => {
    for (const [entry, { tags }] of imported) {
      assert.deepEqual(tags, entry === './define.js' ? ['store-logout', 'store-session'] : [], entry);
    }
  });

  it('have one of their own for each platform and each language', () => {
    const platforms = [...imported].filter(([entry]) => entry.startsWith('./platforms/'));
    for (const [entry, found] of platforms) {
      assert.deepEqual(found.platforms, [path.basename(entry, '.js')], entry);
    }
    // Whoever adds a platform adds its entry to package.json.
    const known = platforms.flatMap(([, found]) => found.platforms);
    for (const name of imported.get('.')?.platforms ?? []) assert.ok(known.includes(name), name);

    const languages = [...imported].filter(
      ([entry]) => entry.startsWith('./lang/') && !entry.endsWith('/all.js'),
    );
    for (const [entry, { names }] of languages) {
      assert.equal(names.length, 1, entry);
      assert.equal(names[0]?.toLowerCase(), path.basename(entry, '.js').replace('-', ''));
    }
  });

  it('are left out of `sideEffects`, but for those that register', () => {
    assert.deepEqual(packed.json.sideEffects, ['./dist/define.js', './dist/store-logout.bundle.js']);
  });
});

/** @param {string} name */
function dashed(name) {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Every way into the package; a pattern is as many as there are files for it.
 *
 * @param {import('./support/packed.mjs').Packed} packed
 */
function entriesOf({ json, files }) {
  return Object.entries(json.exports).flatMap(([entry, target]) => {
    if (target === null) return [];
    const [head, tail] = entry.split('*');
    if (tail === undefined) return [entry];
    const [folder = '', end = ''] = path.posix.normalize(target.default).split('*');
    const matches = files.filter((file) => file.startsWith(folder) && file.endsWith(end));
    const found = matches.map((file) => `${head}${file.slice(folder.length, -end.length)}${tail}`);
    return found.filter((each) => json.exports[each] === undefined);
  });
}
