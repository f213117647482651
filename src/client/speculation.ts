const RULES = 'script[type="speculationrules" i]:not([data-store-logout-keep])';
/** Marks the copies that have taken the rules' place. */
const COPY = 'data-store-logout-copy';

/**
 * Has the browser drop the pages that it has prefetched or prerendered by the page's speculation rules: they may show
 * an account whose session has just ended. Ends in a later task than it began in, because a page that is left in the
 * same task may still be shown one of them. The rules apply again after that, if the page stays.
 *
 * Rules count when their script is put into a document for the first time, and until it is taken out
 * (https://html.spec.whatwg.org/multipage/speculative-loading.html). So a script that is moved to where it stands no
 * longer counts, and a framework still finds it there; a copy brings its rules back. Those of a `Speculation-Rules` header
 * are the server's to end, by `Clear-Site-Data`.
 *
 * @param work what is done meanwhile, before a page may be loaded beforehand again
 */
export async function withoutSpeculation<T>(work: Promise<T>): Promise<T> {
  const rules = [...document.querySelectorAll<HTMLScriptElement>(RULES)];
  if (!rules.length) return work;
  for (const script of rules) {
    if (script.hasAttribute(COPY)) script.remove();
    else script.parentNode?.insertBefore(script, script.nextSibling);
  }
  try {
    return await work;
  } finally {
    await new Promise((resolve) => setTimeout(resolve));
    setTimeout(() => rules.filter(isStillThere).forEach(putBack));
  }
}

function isStillThere(script: HTMLScriptElement): boolean {
  return script.isConnected && !script.hasAttribute(COPY);
}

function putBack({ text, nonce }: HTMLScriptElement): void {
  const copy = Object.assign(document.createElement('script'), { type: 'speculationrules', nonce });
  copy.toggleAttribute(COPY, true);
  copy.append(text);
  document.head.append(copy);
}
