import '../../src/define.js';

import { html, nothing, type TemplateResult } from 'lit';

import { digits, t, type Word } from '../frame/language.js';
import { showPage } from '../frame/show-page.js';
import { openStage } from '../stage/open-stage.js';
import type { Stage } from '../stage/stage.js';
import { accountView } from './account.js';
import { behindView } from './behind-view.js';
import { productView } from './product-view.js';
import type { Storefront } from './storefront.js';

/** Shows a shop's page. */
export function openStorefront(storefront: Storefront): void {
  let stage: Stage | undefined;
  let problem: Word | undefined;
  let inCart = 0;
  const addToCart = (): void => {
    inCart += 1;
    show();
  };

  const view = (): TemplateResult => html`
    <div class="shop">
      <header>
        <p class="announcement">${t(storefront.announcement)}</p>
        <div class="storefront">
          <a class="brand" href="#content">${t(storefront.brand)}</a>
          <nav aria-label=${t('Shop')}>
            <ul>
              ${storefront.departments.map((name) => html`<li><a href="#content">${t(name)}</a></li>`)}
            </ul>
          </nav>
          <p class="cart">${t('Cart')} <output>${digits(inCart)}</output></p>
          ${stage ? accountView(stage) : html`<div class="account"></div>`}
        </div>
      </header>
      <main id="content" tabindex="-1">
        ${problem ? html`<p class="problem" role="alert">${t(problem)}</p>` : nothing}
        ${productView(storefront, addToCart)} ${stage ? behindView(stage, storefront.buttonStyles) : nothing}
      </main>
    </div>
  `;

  const { shop, title } = storefront;
  const show = showPage({ root: '../', folder: shop.platform, title, view });
  void openStage(shop, show).then((opened) => {
    ({ stage, problem } = opened);
    show();
  });
}
