import { html, svg } from 'lit';

/** Dates on a plate, and the pot they are served with. */
export const dates = html`<svg viewBox="0 0 480 400" aria-hidden="true">
  <path d="M0 290h480v110H0z" fill="#c98d5f" opacity=".35" />
  <circle cx="350" cy="120" r="74" fill="#e9b872" opacity=".45" />
  <g fill="#b98a3e">
    <path d="M336 150q-34 26-38 84-2 40 22 60h76q24-20 22-60-4-58-38-84z" />
    <path d="M332 136h52l-6 18h-40z" />
    <path d="M357 92q16 0 16 22t-16 22-16-22 16-22z" />
    <path d="M300 206q-44-12-62-52 34 4 72 30z" />
  </g>
  <path d="M414 190q46 6 40 50-6 34-42 34" fill="none" stroke="#b98a3e" stroke-width="11" />
  <path d="M304 232h108M300 250h116" stroke="#8d6425" stroke-width="4" />
  <ellipse cx="196" cy="318" rx="164" ry="38" fill="#fff6e6" />
  <ellipse cx="196" cy="312" rx="134" ry="26" fill="#ecd9bb" />
  ${[
    [96, 292, -20],
    [138, 284, 8],
    [182, 288, -6],
    [228, 284, 16],
    [274, 292, -12],
    [118, 262, 14],
    [162, 256, -14],
    [208, 258, 10],
    [250, 262, -18],
    [142, 232, 4],
    [186, 228, -10],
    [228, 234, 14],
    [186, 204, 6],
  ].map(
    ([x, y, turn], index) =>
      svg`<g transform="translate(${x} ${y}) rotate(${turn})">
        <ellipse rx="24" ry="15" fill=${index % 3 ? '#5a2d1c' : '#6e3a22'} />
        <path d="M-13-6q10-6 22-3" fill="none" stroke="#a8694a" stroke-width="3" />
      </g>`,
  )}
</svg>`;

export const coffee = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <path d="M50 44h60q0 46-30 46T50 44z" fill="#fff6e6" />
  <ellipse cx="80" cy="44" rx="30" ry="8" fill="#7a4a22" />
  <path d="M56 60q24 12 48 0" fill="none" stroke="#9a4521" stroke-width="4" />
  <path d="M70 28q-6-8 0-14m20 14q-6-8 0-14" fill="none" stroke="#b98a3e" stroke-width="3" />
  <ellipse cx="80" cy="98" rx="42" ry="7" fill="#c98d5f" />
</svg>`;

export const honey = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <rect x="52" y="34" width="56" height="68" rx="12" fill="#d98c1f" />
  <rect x="52" y="56" width="56" height="28" fill="#fff6e6" />
  <path d="M80 60l9 5v10l-9 5-9-5V65z" fill="#d98c1f" />
  <rect x="48" y="22" width="64" height="14" rx="4" fill="#6e3a22" />
</svg>`;

export const giftBox = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <rect x="36" y="46" width="88" height="58" rx="5" fill="#9a4521" />
  <rect x="30" y="36" width="100" height="20" rx="5" fill="#b65a30" />
  <path d="M74 36h12v68H74z" fill="#e9b872" />
  <path d="M80 36q-30-4-22-18 12-10 22 18 10-28 22-18 8 14-22 18z" fill="#e9b872" />
</svg>`;
