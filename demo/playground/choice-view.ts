import { html, type TemplateResult } from 'lit';

/** One of several options. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Language of the label, if it is not the page's. */
  readonly lang?: string;
}

/** Radio buttons that look like chips. */
export function chipsView(
  name: string,
  legend: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  const changed = ({ target }: Event): void => choose((target as HTMLInputElement).value);
  return html`<fieldset @change=${changed}>
    <legend>${legend}</legend>
    <div class="chips">
      ${options.map(
        ({ value, label }) =>
          html`<label class="chip"
            ><input type="radio" name=${name} .value=${value} .checked=${value === chosen} /><span
              >${label}</span
            ></label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** A list to choose from. */
export function selectView(
  label: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  const changed = ({ target }: Event): void => choose((target as HTMLSelectElement).value);
  return html`<label class="select"
    ><span>${label}</span>
    <select @change=${changed}>
      ${options.map(
        ({ value, label: text, lang }) =>
          html`<option value=${value} lang=${lang ?? ''} .selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;
}
