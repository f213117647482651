import type { Word } from '../frame/language.js';

/** One look of the button, by CSS alone. */
export interface Look {
  readonly id: string;
  readonly name: Word;
  /** The content of the tag. */
  readonly content: string;
  readonly css: string;
}

const ICON = `<svg slot="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path
      d="M9 2H3v12h6M6 8h9m-3-3 3 3-3 3"
      fill="none"
      stroke="currentcolor"
      stroke-width="2"
    />
  </svg>`;

const ICON_STYLES = `store-logout > svg {
  display: block;
}

store-logout:dir(rtl) > svg {
  scale: -1 1;
}`;

export const looks: readonly [Look, ...Look[]] = [
  {
    id: 'outlined',
    name: 'Outlined',
    content: '',
    css: `store-logout {
  --store-logout-border: 1px solid currentcolor;
  --store-logout-radius: 0.5em;
}`,
  },
  {
    id: 'filled',
    name: 'Filled',
    content: '',
    css: `store-logout {
  --store-logout-background: light-dark(#0f5c4f, #7fdcc8);
  --store-logout-color: light-dark(#fff, #05231e);
  --store-logout-border: 1px solid transparent; /* shows where colours are forced */
  --store-logout-radius: 999px;
  --store-logout-padding-inline: 1.5em;
}

store-logout:state(failed) {
  --store-logout-background: light-dark(#a8201a, #ff9d94);
  --store-logout-color: light-dark(#fff, #2b0503);
}`,
  },
  {
    id: 'link',
    name: 'Text link',
    content: '',
    css: `store-logout {
  --store-logout-border: 0;
  --store-logout-size: 24px;
  --store-logout-padding-block: 0;
  --store-logout-padding-inline: 0;
  --store-logout-color: light-dark(#1f5fa8, #8cc0ff);
}

store-logout::part(label) {
  text-decoration: underline;
  text-underline-offset: 0.2em;
}`,
  },
  {
    id: 'icon',
    name: 'Icon only',
    content: ICON,
    css: `${ICON_STYLES}

store-logout {
  --store-logout-gap: 0;
  --store-logout-radius: 50%;
  --store-logout-padding-inline: 0;
}

store-logout::part(button) {
  inline-size: 2.5em;
}

/* The name stays for screen readers. */
store-logout::part(label) {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

store-logout:state(done) {
  --store-logout-color: light-dark(#176b3a, #7ddba0);
}

store-logout:state(failed) {
  --store-logout-color: light-dark(#a8201a, #ff9d94);
}`,
  },
  {
    id: 'wide',
    name: 'Full width',
    content: ICON,
    css: `${ICON_STYLES}

store-logout {
  display: block;
  --store-logout-background: light-dark(#1d1b18, #efece6);
  --store-logout-color: light-dark(#fff, #1d1b18);
  --store-logout-border: 1px solid transparent; /* shows where colours are forced */
  --store-logout-size: 3.25em;
  --store-logout-radius: 0.75em;
  font-weight: 600;
}`,
  },
  {
    id: 'menu-item',
    name: 'Menu item',
    content: ICON,
    css: `${ICON_STYLES}

store-logout {
  display: block;
  --store-logout-border: 0;
  --store-logout-radius: 0.375em;
  --store-logout-padding-inline: 0.75em;
  --store-logout-gap: 0.75em;
}

store-logout::part(button) {
  justify-content: flex-start;
  text-align: start;
}

store-logout::part(button):hover {
  background: light-dark(#00000012, #ffffff1f);
}`,
  },
];

const sheet = new CSSStyleSheet();

/** Gives the page's buttons this look. */
export function wear({ css }: Look): void {
  sheet.replaceSync(css);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}
