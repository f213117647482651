import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

import { pack, ROOT } from './support/packed.mjs';

const run = promisify(execFile);

const OUTPUT = /^dist\/(?:[\w-]+\/)?[\w.-]+(?<!\.test)\.(?:js|d\.ts)$/;
/** The README's links lead there: the pages come with the package, so that they are of its very version. */
const MANUAL = /^docs\/(?:[\w-]+\/)?[\w-]+\.(?:md|png)$/;
const REST = [
  'LICENSE',
  'README.md',
  'custom-elements.json',
  'dist/store-logout.bundle.LICENSE.txt',
  'package.json',
  'types/jsx.d.ts',
  'types/svelte.d.ts',
  'types/tags.d.ts',
  'types/template.d.ts',
  'types/vue.d.ts',
  'vscode.css-custom-data.json',
  'vscode.html-custom-data.json',
  'web-types.json',
];

describe('The packed package', () => {
  /** @type {import('./support/packed.mjs').Packed} */
  let packed;

  before(async () => {
    packed = await pack();
  });
  after(() => packed.remove());

  it('has what was built, what editors read, and nothing else', () => {
    assert.deepEqual(
      packed.files.filter((file) => !OUTPUT.test(file) && !MANUAL.test(file)).toSorted(),
      REST,
    );
  });

  it('has types beside every module, and no module for types that are gone', () => {
    const output = packed.files.filter((file) => file.startsWith('dist/'));
    const types = output.filter((file) => file.endsWith('.d.ts'));
    const modules = output.filter((file) => file.endsWith('.js'));
    assert.deepEqual(
      modules
        .map((file) => file.replace(/store-logout\.(bundle)/, '$1').replace(/\.js$/, '.d.ts'))
        .toSorted(),
      types.toSorted(),
    );
  });

  it('passes publint, strictly', async () => {
    const { buffer } = await readFile(packed.tarball);
    const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, packed.json)),
      [],
    );
  });

  it('gives its types to whoever resolves them, as an ES module', async () => {
    const options = ['--profile', 'esm-only', '--no-definitely-typed', '--no-emoji', '--format', 'ascii'];
    const attw = run('node_modules/.bin/attw', [packed.tarball, ...options], { cwd: ROOT });
    const { stdout } = await attw.catch(({ stdout: problems }) => assert.fail(problems));
    assert.match(stdout, /store-logout\/define\.js/);
  });

  it('says for each path of its manifest where it is', () => {
    const paths = JSON.stringify(packed.manifest).matchAll(/"(?:path|module)":"([^"]+)"/g);
    const local = [...paths].map(([, file = '']) => file);
    assert.ok(local.length > 3);
    for (const file of local) assert.ok(packed.files.includes(file), file);
  });
});
