import { Marked } from 'marked';

/**
 * The headings of a page with their anchors, as GitHub makes them.
 *
 * @param {string} text
 * @returns {{ id: string, text: string, depth: number }[]}
 */
export function headingsOf(text) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const headings = /** @type {import('marked').Tokens.Heading[]} */ (
    new Marked().lexer(text).filter(({ type }) => type === 'heading')
  );
  return headings.map(({ text: title, depth }) => {
    const plain = title.replaceAll(/[`*]/g, '');
    const slug = plain
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return { id: count ? `${slug}-${count}` : slug, text: plain, depth };
  });
}
