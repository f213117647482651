import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { currentLanguage } from '../frame/language.js';
import type { Stage } from '../stage/stage.js';
import { arabicHints } from './attributes-arabic.js';
import { type Attribute, attributesOf } from './attributes.js';

/** A field for each attribute, with the tag's current value. A change goes into the tag at once. */
export function attributesView(stage: Stage): TemplateResult {
  return html`<div class="attributes">
    ${attributesOf(stage.shop.platform).map((attribute) => fieldOf(stage, attribute))}
  </div>`;
}

function fieldOf(stage: Stage, { name, kind, description }: Attribute): TemplateResult {
  const value = stage.logout.getAttribute(name);
  const changed = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    const next = kind === 'boolean' ? (field.checked ? '' : null) : field.value.trim() || null;
    void stage.choose({ attributes: { ...stage.choices.attributes, [name]: next } });
  };
  const id = `attribute-${name}`;
  const field =
    kind === 'boolean'
      ? html`<input
          id=${id}
          type="checkbox"
          aria-describedby="${id}-hint"
          .checked=${live(value !== null)}
          @change=${changed}
        />`
      : html`<input
          id=${id}
          type=${kind}
          dir="ltr"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="${id}-hint"
          .value=${live(value ?? '')}
          @change=${changed}
        />`;
  return html`<div class="attribute ${kind}">
    <label for=${id}><code dir="ltr">${name}</code></label>
    ${field}
    <p id="${id}-hint" class="hint">${withCode(hintOf(name, description))}</p>
  </div>`;
}

function hintOf(name: string, description: string): string {
  if (currentLanguage() === 'en') return description;
  const arabic = arabicHints[name];
  if (!arabic) throw new Error(`attributes-arabic.ts has no text for ${name}.`);
  return arabic;
}

/** Shows text between backticks as code. */
function withCode(text: string): unknown[] {
  return text.split('`').map((piece, index) => (index % 2 ? html`<code dir="ltr">${piece}</code>` : piece));
}
