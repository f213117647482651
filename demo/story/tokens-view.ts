import { html, nothing, type TemplateResult } from 'lit';

import type { Kept } from '../stage/kept-tokens.js';
import { t, type Word } from '../frame/language.js';

const places: Readonly<Record<Kept['in'], Word>> = {
  localStorage: 'localStorage',
  cookie: 'Cookie that scripts can read',
  memory: 'Page memory',
};

/** The token in each place, and its change if there is one. */
export function tokensView(before: readonly Kept[], after?: readonly Kept[]): TemplateResult {
  return html`
    <dl class="tokens">
      ${before.map((kept, index) => {
        const now = after?.[index];
        return html`<div>
          <dt>${t(places[kept.in])} <code dir="ltr">${kept.name}</code></dt>
          <dd>
            ${valueView(kept)} ${now ? html`<span class="arrow"></span> ${changeView(kept, now)}` : nothing}
          </dd>
        </div>`;
      })}
    </dl>
  `;
}

function valueView({ value, owner }: Kept): TemplateResult {
  if (!value) return html`<span class="quiet">${t('nothing')}</span>`;
  return html`<code dir="ltr">${value}</code> ${owner ? html`<small>${t(owner)}</small>` : nothing}`;
}

function changeView(before: Kept, after: Kept): TemplateResult {
  if (!before.value && !after.value) return html`<span class="quiet">${t('nothing')}</span>`;
  if (!after.value) return html`<strong class="good">${t('removed')}</strong>`;
  if (before.value === after.value) return html`<strong class="warn">${t('kept')}</strong>`;
  return html`<strong class="good">${t('replaced')}</strong> ${valueView(after)}`;
}
