// Type-checks every block of JavaScript and TypeScript in the manuals against the library's own source.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const MANUALS = ['README.md', 'CONTRIBUTING.md'];

/** What a snippet may take for granted: that the tags are registered, and that the vendor's package is there. */
const GIVEN = {
  'snippet-tags.d.ts': `import './src/define.js';`,
  'snippet-vendor.d.ts': `declare module '@commercengine/storefront-sdk' {
    export class BrowserTokenStorage {}
    export function createStorefront(options: object): { session(): unknown };
  }`,
};
/** Object is possibly null: a snippet need not prove that an element is there. */
const FORGIVEN = [2531, 18047];

/** @type {Map<string, string>} */
const snippets = new Map(Object.entries(GIVEN).map(([file, code]) => [path.resolve(file), code]));
for (const manual of MANUALS) {
  const blocks = readFileSync(manual, 'utf8').matchAll(/^```(js|ts)\n(.*?)^```/gms);
  // A module of its own, so that the names in two snippets do not meet.
  for (const [index, [, , code]] of [...blocks].entries()) {
    snippets.set(path.resolve(`snippet-${manual}-${index + 1}.ts`), `${code}\nexport {};\n`);
  }
}

/** @type {ts.CompilerOptions} */
const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  paths: {
    'store-logout': ['./src/index.ts'],
    'store-logout/*.js': ['./src/*.ts'],
  },
};
const host = ts.createCompilerHost(options);
/** @type {ts.CompilerHost} */
const hostWithSnippets = {
  ...host,
  fileExists: (file) => snippets.has(file) || host.fileExists(file),
  readFile: (file) => snippets.get(file) ?? host.readFile(file),
  getSourceFile(file, version) {
    const snippet = snippets.get(file);
    return snippet === undefined
      ? host.getSourceFile(file, version)
      : ts.createSourceFile(file, snippet, version);
  },
};

const program = ts.createProgram([...snippets.keys()], options, hostWithSnippets);
/** @type {ts.Diagnostic[]} */
const all = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
const problems = all.filter(
  ({ file, code }) => file && snippets.has(file.fileName) && !FORGIVEN.includes(code),
);
console.log(`${snippets.size - Object.keys(GIVEN).length} snippets checked.`);
if (problems.length) {
  console.error(
    ts.formatDiagnostics(problems, {
      getCanonicalFileName: (file) => file,
      getCurrentDirectory: () => process.cwd(),
      getNewLine: () => '\n',
    }),
  );
  process.exitCode = 1;
}
