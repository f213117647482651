const RULES = 'script[type="speculationrules" i]:not([data-store-logout-keep])';
/** Marks the copies that have taken the rules' place. */
const COPY = 'data-store-logout-copy';

/**
 * Has the browser drop the pages that it has prefetched or prerendered by the page's speculation rules: they may show
 * an account whose session has just ended. Ends in a later task than it began in, because a page that is left in the
 * same task may still be shown one of them. The rules apply again after that, if the page stays.
 *
 * Rules count when their script is put into a document for the first time, and until it is taken out
 * (https://html.spec.whatwg.org/multipage/speculative-loading.html). So a copy brings them back. The page's own script
 * stays where it is, for the framework that has put it there, as data of no meaning. The rules of a `Speculation-Rules`
 * header are the server's to end, by `Clear-Site-Data`.
 *
 * @param work what is done meanwhile, before a page may be loaded beforehand again
 */
export async function withoutSpeculation<T>(work: Promise<T>): Promise<T> {
  const rules = [...document.querySelectorAll<HTMLScriptElement>(RULES)];
  if (!rules.length) return work;
  for (const script of rules) {
    const next = script.nextSibling;
    const parent = script.parentNode;
    script.remove();
    if (script.hasAttribute(COPY)) continue;
    script.type = 'application/json';
    parent?.insertBefore(script, next);
  }
  try {
    return await work;
  } finally {
    await new Promise((resolve) => setTimeout(resolve));
    setTimeout(() => rules.forEach(putBack));
  }
}

function putBack({ text, nonce }: HTMLScriptElement): void {
  const copy = Object.assign(document.createElement('script'), { type: 'speculationrules', nonce });
  copy.toggleAttribute(COPY, true);
  copy.append(text);
  document.head.append(copy);
}
