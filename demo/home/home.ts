import { html, type TemplateResult } from 'lit';

import { drill } from '../commerce-engine/pictures.js';
import { t, type Word } from '../frame/language.js';
import { showPage } from '../frame/show-page.js';
import { snippetView } from '../frame/snippet-view.js';
import { dates } from '../salla/pictures.js';
import { scarf } from '../unisouk/pictures.js';
import { cup } from '../wix/pictures.js';

interface Card {
  readonly folder: string;
  readonly shop: string;
  readonly platform: Word;
  readonly text: Word;
  readonly picture: TemplateResult;
}

const cards: readonly Card[] = [
  {
    folder: 'salla',
    shop: 'Wahat',
    platform: 'Salla',
    text: 'A cookie session on the shop’s own origin, with the SDK or without.',
    picture: dates,
  },
  {
    folder: 'commerce-engine',
    shop: 'Northbolt',
    platform: 'Commerce Engine',
    text: 'Tokens in localStorage, replaced by a visitor’s at logout.',
    picture: drill,
  },
  {
    folder: 'unisouk',
    shop: 'Resham',
    platform: 'UniSouk',
    text: 'A token in page memory and a refresh cookie that scripts cannot see.',
    picture: scarf,
  },
  {
    folder: 'wix',
    shop: 'Kiln & Co',
    platform: 'Wix',
    text: 'Headless, REST, site or managed: four ways out.',
    picture: cup,
  },
];

const TAG = `<script type="module" src="/assets/store-logout.bundle.js"></script>

<store-logout
  platform="commerce-engine"
  store-id="my-store"
  redirect="/goodbye"
></store-logout>`;

showPage({
  root: './',
  folder: '',
  title: 'One logout tag for every shop',
  view: () => html`
    <main id="content" class="start" tabindex="-1">
      <header>
        <div>
          <h1>${t('Log out, and know that it is true')}</h1>
          <p>
            ${t('One tag ends the session on the server, removes the tokens here and in every other tab, and says what really happened. Try it in four shops, each signed in to a simulated platform.')}
          </p>
          <p class="ways">
            <a class="first" href="./playground/">${t('Open the playground')}</a>
            <a href="./manual/">${t('Read the manual')}</a>
            <a href="./ahead/">${t('Loaded beforehand')}</a>
          </p>
        </div>
        ${snippetView('HTML', TAG)}
      </header>
      <section aria-labelledby="shops">
        <h2 id="shops">${t('Four shops, one logout tag')}</h2>
        <ul class="shops">
          ${cards.map(cardView)}
        </ul>
      </section>
    </main>
  `,
});

function cardView({ folder, shop, platform, text, picture }: Card): TemplateResult {
  return html`<li class=${folder}>
    ${picture}
    <h3><a href="./${folder}/" lang="en">${shop}</a></h3>
    <p class="platform">${t(platform)}</p>
    <p>${t(text)}</p>
  </li>`;
}
