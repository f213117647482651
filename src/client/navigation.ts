/** Where to take the page: to an address, or by a form that is posted to it. */
export interface Navigation {
  readonly url: string;
  readonly post?: boolean;
  /** Fields of a posted form. A token may be in a field, but never in `url`, which histories and server logs keep. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Whether `url` is only another place (`#…`) on the current page. */
export function staysOnPage({ url, post }: Navigation): boolean {
  return !post && url.includes('#') && url.split('#')[0] === location.href.split('#')[0];
}

/** The page's own inline `display`, with its priority, while the page is hidden. */
let own: readonly [string, string] | undefined;

/** Hides the page. Not by `visibility`, because an element inside may set its own. */
export function hidePage(): void {
  const { style } = document.documentElement;
  const shown = [style.getPropertyValue('display'), style.getPropertyPriority('display')] as const;
  // Another connection may have hidden the page already.
  if (shown.join(' ') !== 'none important') own = shown;
  style.setProperty('display', 'none', 'important');
}

/** Shows a page again that was hidden. */
export function showPage(): void {
  if (own) document.documentElement.style.setProperty('display', ...own);
  own = undefined;
}

/** Loads the page anew. */
export function reload(): void {
  location.reload();
}

/** Leaves the page. With `isReplaced`, the new page replaces it in the history. Only this module leaves a page. */
export function leave({ url, post, fields = {} }: Navigation, isReplaced = false): void {
  if (!post) {
    if (isReplaced) location.replace(url);
    else location.assign(url);
    return;
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  // A `<base target>` of the page would send it to another tab.
  form.target = '_self';
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  // Not `form.submit()`, because a field may have the name `submit`.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}
