import '../../src/define.js';

import { html, nothing, type TemplateResult } from 'lit';

import { t, type Word } from '../frame/language.js';
import { showPage } from '../frame/show-page.js';
import { findAddresses } from '../stage/addresses.js';
import { Simulators } from '../stage/simulators.js';

/** The account page, once with rules that the tag leaves alone, and once with rules that it knows. */
const SIDES = ['without', 'with'] as const;

let store = '';
let problem: Word | undefined;
let hasEnded = false;

const show = showPage({ root: '../', folder: 'ahead', title: 'Loaded beforehand', view });
document.addEventListener('logged-out', () => {
  hasEnded = true;
  show();
});
void open();

/** Signs a shopper in, and makes the browser prerender the account page for both sides. */
async function open(): Promise<void> {
  const { 'own-origin': root, isWorker } = await findAddresses();
  if (isWorker) problem = 'This page needs the demo over real HTTP: npm start.';
  else if (!HTMLScriptElement.supports?.('speculationrules'))
    problem = 'This browser does not load pages beforehand.';
  else {
    const simulators = new Simulators(root, 'custom');
    await simulators.signIn({ expired: false });
    store = simulators.store;
    for (const side of SIDES) {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.toggleAttribute('data-store-logout-keep', side === 'without');
      rules.text = JSON.stringify({ prerender: [{ urls: [accountOf(side)], eagerness: 'immediate' }] });
      document.head.append(rules);
    }
  }
  show();
}

function accountOf(side: (typeof SIDES)[number]): string {
  return `${store}/account?${side}`;
}

function view(): TemplateResult {
  return html`
    <main id="content" class="ahead" tabindex="-1">
      <h1>${t('Loaded beforehand')}</h1>
      <p>
        ${t('The browser has already loaded the account page twice. Log out, then open both pages. Without the tag, the browser shows the account from memory.')}
      </p>
      ${problem ? html`<p class="problem">${t(problem)}</p>` : store ? tryView() : nothing}
    </main>
  `;
}

function tryView(): TemplateResult {
  return html`
    <store-logout platform="custom" base-url="${store}/logout"></store-logout>
    <p role="status">
      ${hasEnded ? t('The session is over on the server. Open both pages.') : t('You are signed in.')}
    </p>
    <div class="sides">
      <section>
        <h2>${t('Without the tag')}</h2>
        <a href=${accountOf('without')}>${t('My account')}</a>
      </section>
      <section>
        <h2>${t('With the tag')}</h2>
        <a href=${accountOf('with')}>${t('My account')}</a>
      </section>
    </div>
  `;
}
