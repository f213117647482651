import { html, render, type TemplateResult } from 'lit';

import { barView } from './bar.js';
import { onLanguage, t, type Word } from './language.js';

/** One page of the demo. */
export interface Page {
  /** Relative address of the demo's first page. */
  readonly root: string;
  /** Folder of the page, empty for the first one. */
  readonly folder: string;
  readonly title: Word;
  /** A title instead of `title`, in English only. */
  readonly ownTitle?: string | undefined;
  /** Everything below the bar. The skip link leads to the part with `id="content"`. */
  view(): TemplateResult | Node | null;
}

/**
 * Shows a page, and shows it again after each change of language.
 *
 * @returns a function that shows it again
 */
export function showPage({ root, folder, title, ownTitle, view }: Page): () => void {
  const show = (): void => {
    document.title = `${ownTitle ?? t(title)} · store-logout`;
    render(
      html`<a class="skip" href="#content">${t('Skip to the content')}</a> ${barView(root, folder)} ${view()}`,
      document.body,
    );
  };
  onLanguage(show);
  show();
  return show;
}
