import path from 'node:path';

import ts from 'typescript';

/** @import { Block } from './blocks.mjs' */

/** A block may assume that the tags are registered, and that the packages of others are installed. */
const GIVEN = {
  'snippet-tags.d.ts': `import './src/define.js';`,
  'snippet-packages.d.ts': `declare module '@commercengine/storefront-sdk' {
    export class BrowserTokenStorage {}
    export function createStorefront(options: object): { session(): unknown };
  }
  declare module '@wix/sdk' {
    export function createClient(options: { auth: object }): object;
    export function OAuthStrategy(options: { clientId: string }): object;
  }
  declare module '@vitejs/plugin-vue' {
    export default function vue(options: {
      template: { compilerOptions: { isCustomElement(tag: string): boolean } };
    }): import('vite').Plugin;
  }`,
};
/** "Object is possibly null": a block need not prove that an element exists. */
const FORGIVEN = [2531, 18047];

/** @type {ts.CompilerOptions} */
const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  noUncheckedSideEffectImports: true,
  types: ['node'],
  paths: {
    'store-logout': ['./src/index.ts'],
    'store-logout/*.js': ['./src/*.ts'],
  },
};

/**
 * Type-checks blocks of JavaScript and TypeScript against the library's own source.
 *
 * @param {readonly Block[]} blocks
 * @returns {string[]} problems
 */
export function checkModules(blocks) {
  /** @type {Map<string, string>} */
  const files = new Map(Object.entries(GIVEN).map(([file, code]) => [path.resolve(file), code]));
  for (const { place, code } of blocks) {
    // Each block is its own module, so that two blocks may use the same name.
    files.set(path.resolve(`${place.replaceAll('/', '-').replace(':', '-')}.ts`), `${code}\nexport {};\n`);
  }
  const host = ts.createCompilerHost(OPTIONS);
  const program = ts.createProgram([...files.keys()], OPTIONS, {
    ...host,
    fileExists: (file) => files.has(file) || host.fileExists(file),
    readFile: (file) => files.get(file) ?? host.readFile(file),
    getSourceFile(file, version) {
      const code = files.get(file);
      return code === undefined
        ? host.getSourceFile(file, version)
        : ts.createSourceFile(file, code, version);
    },
  });
  return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()]
    .filter(({ file, code }) => file && files.has(file.fileName) && !FORGIVEN.includes(code))
    .map((problem) => {
      const { file, start = 0 } = problem;
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      const message = ts.flattenDiagnosticMessageText(problem.messageText, '\n');
      return `${path.basename(file?.fileName ?? '', '.ts')}, line ${line} of the block: ${message}`;
    });
}
