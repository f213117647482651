import { html, type TemplateResult } from 'lit';

import { drill } from '../commerce-engine/pictures.js';
import { t, type Word } from '../frame/language.js';
import { showPage } from '../frame/show-page.js';
import { snippetView } from '../frame/snippet-view.js';
import { dates } from '../salla/pictures.js';
import { scarf } from '../unisouk/pictures.js';
import { cup } from '../wix/pictures.js';

interface Card {
  readonly id: string;
  /** Address of the page, if it is not the folder named `id`. */
  readonly address?: string;
  readonly shop: Word;
  readonly platform: Word;
  readonly text: Word;
  readonly picture: TemplateResult;
}

const ownBackend = html`<svg
  viewBox="0 0 200 150"
  aria-hidden="true"
  fill="none"
  stroke="currentcolor"
  stroke-width="4"
>
  <rect x="50" y="30" width="100" height="26" rx="5" />
  <rect x="50" y="62" width="100" height="26" rx="5" />
  <rect x="50" y="94" width="100" height="26" rx="5" />
  <path d="M64 43h8M64 75h8M64 107h8M120 43h18M120 75h18M120 107h18" />
</svg>`;

const cards: readonly Card[] = [
  {
    id: 'salla',
    shop: 'Wahat',
    platform: 'Salla',
    text: 'A cookie session on the shop’s own origin, with the SDK or without.',
    picture: dates,
  },
  {
    id: 'commerce-engine',
    shop: 'Northbolt',
    platform: 'Commerce Engine',
    text: 'Tokens in localStorage, replaced by a visitor’s at logout.',
    picture: drill,
  },
  {
    id: 'unisouk',
    shop: 'Resham',
    platform: 'UniSouk',
    text: 'A token in page memory and a refresh cookie that scripts cannot see.',
    picture: scarf,
  },
  {
    id: 'wix',
    shop: 'Kiln & Co',
    platform: 'Wix',
    text: 'Headless, REST, site or managed: four ways out.',
    picture: cup,
  },
  {
    id: 'custom',
    address: 'playground/?platform=custom',
    shop: 'Playground',
    platform: 'Your own backend',
    text: 'No platform: only an address, a method and the token’s place.',
    picture: ownBackend,
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
        <h2 id="shops">${t('Four shops and your own backend, one logout tag')}</h2>
        <ul class="shops">
          ${cards.map(cardView)}
        </ul>
      </section>
    </main>
  `,
});

function cardView({ id, address = `${id}/`, shop, platform, text, picture }: Card): TemplateResult {
  return html`<li class=${id}>
    ${picture}
    <h3><a href="./${address}">${t(shop)}</a></h3>
    <p class="platform">${t(platform)}</p>
    <p>${t(text)}</p>
  </li>`;
}
