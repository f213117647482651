// Compiles the state machine of src/tabs and starts it, unchanged or with a fault.
import { readFile } from 'node:fs/promises';

import { transformWithOxc } from 'vite';

/** @import { Mutant } from './mutants.mjs' */
/** @typedef {typeof import('../src/tabs/protocol.js') & typeof import('../src/tabs/record.js') & { NEW_PAGE: import('../src/tabs/page-state.js').PageState }} Machine */
/** @typedef {{ record: string, pageState: string, protocol: string }} Code compiled modules */

const FOLDER = new URL('../src/tabs/', import.meta.url);

/**
 * @param {Mutant} [mutant]
 * @returns {Promise<Code>}
 */
export async function compile(mutant) {
  const [record, pageState, protocol] = await Promise.all(
    ['record.ts', 'page-state.ts', 'protocol.ts'].map(async (file) => {
      let source = await readFile(new URL(file, FOLDER), 'utf8');
      for (const [where, from, to] of mutant?.changes ?? []) {
        if (where !== file) continue;
        if (source.split(from).length !== 2) {
          throw new Error(`"${mutant?.name}": ${file} must contain this once:\n${from}`);
        }
        source = source.replace(from, () => to);
      }
      return (await transformWithOxc(source, file)).code;
    }),
  );
  return { record: record ?? '', pageState: pageState ?? '', protocol: protocol ?? '' };
}

/**
 * @param {Code} code
 * @returns {Promise<Machine>}
 */
export async function start({ record, pageState, protocol }) {
  const recordUrl = asUrl(record);
  const modules = await Promise.all([
    import(recordUrl),
    import(asUrl(pageState.replaceAll('./record.js', recordUrl))),
    import(asUrl(protocol.replaceAll('./record.js', recordUrl))),
  ]);
  return Object.assign({}, ...modules);
}

/** @param {string} code */
function asUrl(code) {
  return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
}
