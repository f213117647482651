import { html, type TemplateResult } from 'lit';

import { copy } from './copy.js';
import { t } from './language.js';

/** How long the result of the click is shown. */
const SHOWN_MS = 2500;

/** A piece of code with a button that copies it. A screen reader hears the result. */
export function snippetView(name: string, code: string): TemplateResult {
  const copyCode = ({ currentTarget }: Event): void => {
    const status = (currentTarget as HTMLElement).previousElementSibling;
    void copy(code).then((isCopied) => {
      if (!status) return;
      status.textContent = t(isCopied ? 'Copied' : 'Select the text and copy it by hand');
      setTimeout(() => status.replaceChildren(), SHOWN_MS);
    });
  };
  return html`<div class="snippet">
    <p>
      <b>${name}</b> <span role="status"></span>
      <button type="button" aria-label="${t('Copy')}: ${name}" @click=${copyCode}>${t('Copy')}</button>
    </p>
    <pre class="wire" dir="ltr" lang="en" tabindex="0" role="region" aria-label=${name}>${code}</pre>
  </div>`;
}
