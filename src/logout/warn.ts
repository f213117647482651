const given = new Set<string>();

/** Warns on the console, once per page for each sentence. */
export function warnOnce(sentence: string): void {
  if (given.has(sentence)) return;
  given.add(sentence);
  console.warn(`<store-logout>: ${sentence}`);
}
