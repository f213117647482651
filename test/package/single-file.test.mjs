import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import ts from 'typescript';

import { pack } from './support/packed.mjs';

/** @param {string} text */
const hashOf = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

describe('The file for a script tag', () => {
  /** @type {import('./support/packed.mjs').Packed} */
  let packed;
  /** @type {string} */
  let code;
  const read = (/** @type {string} */ file) => readFile(path.join(packed.folder, file), 'utf8');

  before(async () => {
    packed = await pack();
    code = await read('dist/store-logout.bundle.js');
  });
  after(() => packed.remove());

  it('is the one whose version and hash the manual names', async () => {
    const [, address = '', hash] =
      /src="https:\/\/[^/]+\/npm\/([^"]+)"\s+integrity="([^"]+)"/.exec(await read('docs/strict-pages.md')) ??
      [];
    assert.equal(address, `store-logout@${packed.json.version}/dist/store-logout.bundle.js`);
    assert.equal(hash, hashOf(code));
  });

  it("names its version and Lit's licence, which lies beside it", async () => {
    const [, notice = ''] = /^\/\*!(.*?)\*\//s.exec(code) ?? [];
    assert.match(notice, new RegExp(`store-logout ${packed.json.version.replaceAll('.', '\\.')}`));
    assert.match(notice, /Lit, Copyright Google LLC, BSD-3-Clause/);
    const [, file = ''] = /BSD-3-Clause: (\S+)/.exec(notice) ?? [];
    assert.match(await read(`dist/${file}`), /Redistribution and use in source and binary forms/);
  });

  it('needs no other file', () => {
    assert.deepEqual(ts.preProcessFile(code, true, true).importedFiles, []);
    assert.doesNotMatch(code, /\bimport\s*\(/);
  });

  it('lies beside languages, each of which needs no other file and names no folder of the machine', async () => {
    const languages = packed.files.filter((file) =>
      /^dist\/lang\/(?!all|en|languages|strings).*\.js$/.test(file),
    );
    assert.ok(languages.length > 15);
    for (const file of languages) {
      const source = await read(file);
      assert.deepEqual(ts.preProcessFile(source, true, true).importedFiles, [], file);
      assert.match(source, /Symbol\.for\("store-logout\.languages"\)/, file);
      assert.ok(!source.includes(process.cwd()), file);
    }
  });

  it('is written in ES2022, and not translated to anything older', () => {
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, allowJs: true };
    const file = ts.createSourceFile('bundle.js', code, options.target, true);
    /** @type {string[]} */
    const newer = [];
    (function visit(/** @type {ts.Node} */ node) {
      if (ts.isDecorator(node)) newer.push('decorators');
      if (ts.isVariableDeclarationList(node) && node.flags & ts.NodeFlags.Using) newer.push('using');
      if (ts.isRegularExpressionLiteral(node) && /\/[a-z]*v[a-z]*$/.test(node.text))
        newer.push('regular expressions /v');
      ts.forEachChild(node, visit);
    })(file);
    assert.deepEqual(newer, []);
    assert.doesNotMatch(code, /__decorate|__awaiter|regeneratorRuntime|_classPrivateField/);
  });
});
