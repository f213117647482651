import { html, type TemplateResult } from 'lit';

import { t } from '../frame/language.js';
import type { Storefront } from './storefront.js';

/** The page's product, and related articles. */
export function productView(
  { kicker, product, text, choice, facts, related }: Storefront,
  addToCart: () => void,
): TemplateResult {
  return html`
    <article class="product">
      <div class="picture">${product.picture}</div>
      <div class="offer">
        <p class="kicker">${t(kicker)}</p>
        <h1>${t(product.name)}</h1>
        <p class="price">${t(product.price)}</p>
        <p>${t(text)}</p>
        <fieldset>
          <legend>${t(choice.name)}</legend>
          <div class="choices">
            ${choice.values.map(
              (value, index) =>
                html`<label
                  ><input type="radio" name="choice" ?checked=${index === 0} /><span>${t(value)}</span></label
                >`,
            )}
          </div>
        </fieldset>
        <button class="add" type="button" @click=${addToCart}>${t('Add to cart')}</button>
        <ul class="facts">
          ${facts.map((fact) => html`<li>${t(fact)}</li>`)}
        </ul>
      </div>
    </article>
    <section class="related" aria-labelledby="related">
      <h2 id="related">${t('Goes well with it')}</h2>
      <ul>
        ${related.map(
          ({ name, price, picture }) =>
            html`<li>
              <div class="picture">${picture}</div>
              <p>${t(name)}</p>
              <p class="price">${t(price)}</p>
            </li>`,
        )}
      </ul>
    </section>
  `;
}
