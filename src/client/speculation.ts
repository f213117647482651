const RULES = 'script[type="speculationrules" i]:not([data-store-logout-keep])';

/**
 * Makes the browser drop the pages that it has prefetched or prerendered by the page's speculation rules: they may show an
 * account whose session has just ended. Settles in a later task, because the browser may still show one of them if the page
 * is left in the same task.
 *
 * Rules are valid from the first insertion of their script until its removal
 * (https://html.spec.whatwg.org/multipage/speculative-loading.html). So a script that is removed and put back has no effect.
 * It stays as data, because a framework may want to remove it later. The page may add new rules. The library adds none: a
 * copy would outlive the framework's own script, and Trusted Types forbid it. Only the server can end the rules of a
 * `Speculation-Rules` header, by `Clear-Site-Data`.
 *
 * @param work runs meanwhile
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
