const RULES = 'script[type="speculationrules" i]:not([data-store-logout-keep])';

/**
 * Has the browser drop the pages that it has prefetched or prerendered by the page's speculation rules: they may show
 * an account whose session has just ended. Ends in a later task than it began in, because a page that is left in the
 * same task may still be shown one of them.
 *
 * Rules count when their script is put into a document for the first time, and until it is taken out
 * (https://html.spec.whatwg.org/multipage/speculative-loading.html). So a script that was taken out and put back no longer
 * counts: it stays for the framework that has put it there, as data of no meaning. Whether there are rules again is up to
 * the page: a copy could not go when the framework's own script goes, and is forbidden under Trusted Types. The rules
 * of a `Speculation-Rules` header are the server's to end, by `Clear-Site-Data`.
 *
 * @param work what is done meanwhile
 */
export async function withoutSpeculation<T>(work: Promise<T>): Promise<T> {
  const rules = document.querySelectorAll<HTMLScriptElement>(RULES);
  if (!rules.length) return work;
  for (const script of rules) {
    const { parentNode, nextSibling } = script;
    script.remove();
    script.type = 'application/json';
    parentNode?.insertBefore(script, nextSibling);
  }
  try {
    return await work;
  } finally {
    await new Promise((resolve) => setTimeout(resolve));
  }
}
