import assert from 'node:assert/strict';
import { cp, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import ts from 'typescript';

import { pack, ROOT } from './support/packed.mjs';

/** How projects find a package's types. @type {Record<string, ts.CompilerOptions>} */
const PROJECTS = {
  'with a bundler': {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  },
  'as Node.js does': {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  },
};
const STRICT = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  // The package's own types are looked into as well, without a framework being there.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
  types: [],
};

describe('The types of the package', () => {
  /** @type {import('./support/packed.mjs').Packed} */
  let packed;
  /** @type {string[]} */
  let files;

  before(async () => {
    packed = await pack();
    await writeFile(path.join(packed.project, 'package.json'), JSON.stringify({ type: 'module' }));
    await cp(path.join(ROOT, 'test/types'), packed.project, { recursive: true });
    const names = await readdir(packed.project);
    files = names.filter((name) => name.endsWith('.ts')).map((name) => path.join(packed.project, name));
  });
  after(() => packed.remove());

  /**
   * What the compiler says of a program of these files.
   *
   * @param {readonly string[]} program
   * @param {ts.CompilerOptions} options
   */
  const problemsIn = (program, options) =>
    ts
      .getPreEmitDiagnostics(ts.createProgram(program, { ...STRICT, ...options }))
      .map(({ file, start = 0, messageText }) => {
        const line = file ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ` : '';
        return line + ts.flattenDiagnosticMessageText(messageText, '\n');
      });

  for (const [how, options] of Object.entries(PROJECTS)) {
    it(`allow the right uses and refuse the wrong ones, found ${how}`, () => {
      assert.ok(files.length > 2);
      assert.deepEqual(problemsIn(files, options), []);
    });

    it(`know the events by each entry that registers, and by it alone, found ${how}`, () => {
      const entries = files.filter((file) => file.endsWith('-alone.ts'));
      assert.equal(entries.length, 2);
      for (const file of entries) assert.deepEqual(problemsIn([file], options), []);
    });
  }
});
