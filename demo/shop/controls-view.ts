import { html, nothing, type TemplateResult } from 'lit';

import { type Fault, faults } from './faults.js';
import { t } from './language.js';
import type { Mode, Shop } from './shop.js';

/** What the visitor has chosen for one shop. */
export interface Choices {
  readonly mode: string;
  readonly fault: string;
  readonly clearOnFailure: boolean;
  readonly expired: boolean;
}

/** What the controls do; a `name` and the new value for each change. */
export interface ControlActions {
  choose(name: keyof Choices, value: string | boolean): void;
  startOver(): void;
}

export const chosenMode = ({ modes }: Shop, { mode }: Choices): Mode =>
  modes.find(({ value }) => value === mode) ?? modes[0];

export const chosenFault = (shop: Shop, choices: Choices): Fault =>
  faultsOf(shop, chosenMode(shop, choices)).find(({ id }) => id === choices.fault) ?? faults[0];

const faultsOf = (shop: Shop, { where }: Mode): Fault[] =>
  [...faults, ...(shop.faults ?? [])].filter(({ onlyAt = where }) => onlyAt === where);

/** The switches: how to sign out, and what shall go wrong. */
export function controlsView(
  shop: Shop,
  choices: Choices,
  tag: string,
  { choose, startOver }: ControlActions,
): TemplateResult {
  const mode = chosenMode(shop, choices);
  const fault = chosenFault(shop, choices);
  const changed = ({ target }: Event): void => {
    const { name, type, value, checked } = target as HTMLInputElement;
    choose(name as keyof Choices, type === 'checkbox' ? checked : value);
  };
  return html`
    <form @change=${changed}>
      ${
        shop.modes.length > 1
          ? html`<fieldset>
              <legend>${t('How to sign out')}</legend>
              <div class="chips">
                ${shop.modes.map(({ value, label }) => chip('mode', value, t(label), value === mode.value))}
              </div>
              <p class="hint">${t(mode.hint)}</p>
            </fieldset>`
          : html`<p class="hint">${t(mode.hint)}</p>`
      }
      <fieldset>
        <legend>${t('What the platform does')}</legend>
        <div class="chips">
          ${faultsOf(shop, mode).map(({ id, label }) => chip('fault', id, t(label), id === fault.id))}
        </div>
        <p class="hint">${t(fault.hint)}</p>
        ${
          mode.leaves && fault.id !== 'ok'
            ? html`<p class="hint">
                ${t('The page itself goes to the platform: if you land on its error page, press Back.')}
              </p>`
            : nothing
        }
      </fieldset>
      ${checkbox('clearOnFailure', t('Shared computer: remove the tokens even if it fails'), choices)}
      ${checkbox('expired', t('Sign in with an access token that has expired'), choices)}
    </form>
    <button type="button" @click=${startOver}>${t('Start over with a new session')}</button>
    <details class="tag">
      <summary>${t('The tag on this page')}</summary>
      <pre class="wire" dir="ltr">${tag}</pre>
    </details>
  `;
}

function chip(name: keyof Choices, value: string, label: string, isChosen: boolean): TemplateResult {
  return html`<label class="chip"
    ><input type="radio" name=${name} .value=${value} .checked=${isChosen} /><span>${label}</span></label
  >`;
}

function checkbox(name: 'clearOnFailure' | 'expired', label: string, choices: Choices): TemplateResult {
  return html`<label class="check"
    ><input type="checkbox" name=${name} .checked=${choices[name]} /><span>${label}</span></label
  >`;
}
