import { blocksOf } from './blocks.mjs';

/**
 * The headers of the README's strict page, so that what it shows is what is tested: `test/support/made-pages.mjs` serves
 * pages with them.
 *
 * @returns {Record<string, string>}
 */
export function strictHeaders() {
  const [block, ...others] = blocksOf('README.md').filter(({ language }) => language === 'http');
  if (!block || others.length)
    throw new Error('README.md needs one block of headers: that of a strict page.');
  return Object.fromEntries(
    block.code
      .trim()
      .split('\n')
      .map((line) => {
        const [, name, value] = /^([\w-]+): (.+)$/.exec(line) ?? [];
        if (!name || !value) throw new Error(`${block.place}: not a header: ${line}`);
        return [name, value];
      }),
  );
}
