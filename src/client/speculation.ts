const RULES = 'script[type="speculationrules" i]:not([data-store-logout-keep])';

/**
 * Makes the browser drop the pages that speculation rules have loaded: they may show an account whose session has just ended.
 * Settles in a later task, because the browser may still show one of them if the page is left in the same task.
 *
 * Rules are valid from the first insertion of their script until its removal
 * (https://html.spec.whatwg.org/multipage/speculative-loading.html). So a script that is put back has no effect, and a framework
 * can still remove it later. The library adds no rules: a copy would outlive that script, and Trusted Types forbid it.
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
