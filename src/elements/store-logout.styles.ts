import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    anchor-name: --store-logout;
  }

  :host([hidden]) {
    display: none;
  }

  /* Hides the button, and keeps the status for screen readers. */
  :host(:state(signed-out)) {
    display: contents;
  }

  :host(:state(signed-out)) slot[name='trigger'] {
    display: none;
  }

  button {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: var(--store-logout-align, center);
    inline-size: 100%;
    /* WCAG 2.2 SC 2.5.8: a target of at least 24 by 24 px. */
    min-inline-size: 24px;
    min-block-size: max(24px, var(--store-logout-size, 2.5em));
    margin: 0;
    padding-block: var(--store-logout-padding-block, 0.5em);
    padding-inline: var(--store-logout-padding-inline, 1em);
    /* Salla's themes keep the shop's colour in --color-primary. */
    border: var(
      --store-logout-border,
      1px solid var(--color-primary, var(--store-logout-color, currentcolor))
    );
    border-radius: var(--store-logout-radius, 0.375em);
    background: var(--store-logout-background, transparent);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    cursor: pointer;
  }

  /* Forced colours keep an outline, but no shadow. It lies on the page, so it has the colour of the page's text. */
  button:focus-visible {
    outline: 2px solid var(--store-logout-focus-color, currentcolor);
    outline-offset: 2px;
  }

  :disabled,
  [aria-disabled='true'] {
    cursor: default;
  }

  :disabled {
    opacity: 0.6;
  }

  /* The accessible name stays while the spinner shows: screen readers read transparent text, but not hidden text. */
  [aria-busy='true'] > :not(.spinner) {
    opacity: 0;
  }

  /* For a theme in which the element itself has no box. */
  [part='button'] {
    anchor-name: --store-logout;
  }

  [part='button'] > * {
    color: var(--store-logout-color, inherit);
  }

  [part='icon'] {
    position: relative;
    display: inline-flex;
    align-items: center;
  }

  .spinner,
  .done::after,
  .failed::after {
    position: absolute;
    inset: 0;
    margin: auto;
  }

  /* After the logout, a tick or an exclamation mark replaces the icon. */
  .done::slotted(*),
  .failed::slotted(*) {
    visibility: hidden;
  }

  .done::after,
  .failed::after {
    inset-inline-end: var(--store-logout-gap, 0.5em);
    inline-size: fit-content;
    block-size: fit-content;
    content: '!' / '';
    font-weight: bold;
  }

  .done::after {
    padding: 0.3em 0.1em;
    border: solid;
    border-width: 0 0.15em 0.15em 0;
    content: '';
    rotate: 45deg;
  }

  [part='label'] {
    display: inline-grid;
    align-items: center;
    justify-items: var(--store-logout-align, center);
  }

  /* Room for later labels, so that the button keeps its size. */
  [part='label']::before {
    content: attr(data-done);
  }

  [part='label']::after {
    content: attr(data-failed);
  }

  .face,
  [part='label']::before,
  [part='label']::after {
    display: block;
    grid-area: 1 / 1;
  }

  .off,
  [part='label']::before,
  [part='label']::after {
    visibility: hidden;
  }

  ::slotted([slot='icon']) {
    margin-inline-end: var(--store-logout-gap, 0.5em);
  }

  .spinner {
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid currentcolor;
    border-block-start-color: transparent;
    border-radius: 50%;
    /* Forced colours would also draw the transparent side, and nobody would see the spinner turn. */
    forced-color-adjust: none;
    animation: spin 0.8s linear infinite;
  }

  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Beside the button, else at the end of the window. Without anchor positioning: in the window's corner. */
  [part='reason'] {
    position: fixed;
    position-anchor: --store-logout;
    position-try-fallbacks: flip-block, --inside;
    position-visibility: always;
    inset: 0 auto auto 0;
    inset: anchor(bottom) auto auto
      clamp(0.5em, anchor(center) - min(12em, 50% - 0.5em), max(0.5em, 100% - 24.5em));
    box-sizing: border-box;
    inline-size: min(24em, 100% - 1em);
    max-block-size: calc(100% - 1em);
    margin: 0.5em 0;
    padding: 0.5em 0.75em;
    overflow: auto;
  }

  @position-try --inside {
    top: auto;
    bottom: 0;
  }

  dialog {
    max-inline-size: min(24em, 100vw - 2em);
    padding: 1.5em;
    pointer-events: auto;
  }

  dialog,
  [part='reason'] {
    border: 1px solid;
    border-radius: 0.5em;
    background: canvas;
    color: canvastext;
    /* Readable, even if a theme makes its lines as low as its icons. */
    line-height: max(1lh, 1.2em);
    text-align: start;
    white-space: normal;
    /* Visible, even if a menu around the button has faded out. */
    visibility: visible;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }

  dialog p {
    margin: 0 0 1.5em;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    justify-content: flex-end;
  }

  dialog button {
    inline-size: auto;
    background: transparent;
    border: 1px solid;
  }

  dialog button[value='yes'] {
    border-color: canvastext;
    outline-color: var(--store-logout-focus-color, canvastext);
    background: canvastext;
    color: canvas;
    forced-color-adjust: none;
  }
`;
