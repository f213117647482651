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
  './platforms/platform.js': ['bearer', 'endpoint', 'record', 'text', 'tokenPair'],
};
/** One entry for all of them, but for the module that they have in common. */
const LANGUAGES = './lang/*.js';
/** Platforms that a page registers by itself. */
const NOT_BUILT_IN = ['auth-js', 'medusa', 'oauth2-revoke', 'oidc', 'vendure'];
const FOR_PAGES_ONLY = ['./dist/store-logout.bundle.js'];

describe('The entries of the package', () => {
  /** @type {import('./support/packed.mjs').Packed} */
  let packed;
  /** @type {Map<string, Imported>} */
  let imported;

  before(async () => {
    packed = await pack();
    const modules = Object.entries(packed.json.exports)
      .filter(([entry, target]) => /^\.$|\.js$/.test(entry) && target && !FOR_PAGES_ONLY.includes(entry))
      .flatMap(([entry]) => (entry === LANGUAGES ? languageEntries() : [entry]));
    imported = new Map(
      await Promise.all(modules.map(async (entry) => /** @type {const} */ ([entry, await get(entry)]))),
    );
  });

  after(() => packed.remove());

  function languageEntries() {
    const files = packed.files.filter((file) => /^dist\/lang\/(?!languages|strings).*\.js$/.test(file));
    return files.map((file) => `./${path.posix.relative('dist', file)}`);
  }

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
      if (target === null || entry === LANGUAGES) continue;
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

  it('guard nothing if there is no page', async () => {
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

  it('let logout() resolve if there is no page', async () => {
    const LOGOUT = `
    import { logout } from 'store-logout';
    const { ok, reason } = await logout({ platform: 'salla' });
    console.log(JSON.stringify({ ok, reason }));
    `;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', LOGOUT], {
      cwd: packed.project,
    });
    assert.deepEqual(JSON.parse(stdout), { ok: false, reason: 'misconfigured' });
  });

  it('register the tags only where their name says so', () => {
    for (const [entry, { tags }] of imported) {
      assert.deepEqual(tags, entry === './define.js' ? ['store-logout', 'store-session'] : [], entry);
    }
  });

  it('have one of their own for each platform and each language', async () => {
    const platforms = [...imported].filter(
      ([entry]) => entry.startsWith('./platforms/') && entry !== './platforms/platform.js',
    );
    for (const [entry, found] of platforms) {
      assert.deepEqual(found.platforms, [path.basename(entry, '.js')], entry);
    }
    // Whoever adds a platform adds its entry to package.json.
    const known = platforms.flatMap(([, found]) => found.platforms);
    const builtIn = imported.get('.')?.platforms ?? [];
    assert.deepEqual([...builtIn, ...NOT_BUILT_IN].toSorted(), known.toSorted());

    const languages = languageEntries();
    assert.ok(languages.length > 20);
    for (const entry of languages) {
      const name = path.basename(entry, '.js').replace(/-(\w+)$/, (_, region) => region.toUpperCase());
      assert.deepEqual(imported.get(entry)?.names, [name === 'all' ? 'allLanguages' : name], entry);
    }
    for (const own of ['languages', 'strings']) {
      await assert.rejects(get(`./lang/${own}.js`), /ERR_PACKAGE_PATH_NOT_EXPORTED/);
    }
  });

  it('are in `sideEffects` only if their import has an effect', () => {
    const effective = ['./dist/define.js', LANGUAGES.replace('.', './dist'), ...FOR_PAGES_ONLY];
    assert.deepEqual(packed.json.sideEffects, effective);
  });
});

/** @param {string} name */
function dashed(name) {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
