/** Where to take the page: to an address, or by a form that is posted to it. */
export interface Navigation {
  readonly url: string;
  readonly post?: boolean;
  /** What a posted form says. A token may be in here, and never in `url`: no history or server log keeps it then. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Whether going to `url` only moves about on the current page. */
export function staysOnPage({ url, post }: Navigation): boolean {
  return !post && url.includes('#') && url.split('#')[0] === location.href.split('#')[0];
}

/** Lets nobody see the page. Not by `visibility`: an element may ask for its own. */
export function hidePage(): void {
  document.documentElement.style.setProperty('display', 'none', 'important');
}

/** Shows a page again that was hidden. */
export function showPage(): void {
  document.documentElement.style.removeProperty('display');
}

/** Loads the page anew. */
export function reload(): void {
  location.reload();
}

/** Leaves the page; `isBack` takes the page's place in the history. Only this module leaves a page. */
export function leave({ url, post, fields = {} }: Navigation, isBack = false): void {
  if (!post) {
    if (isBack) location.replace(url);
    else location.assign(url);
    return;
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  // A field may have the name `submit`.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}
