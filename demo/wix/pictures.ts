import { html, svg } from 'lit';

/** A thrown cup on a shelf. */
export const cup = html`<svg viewBox="0 0 480 400" aria-hidden="true">
  <path d="M0 318h480v82H0z" fill="#a58d74" opacity=".3" />
  <ellipse cx="228" cy="326" rx="128" ry="13" opacity=".14" />
  <path d="M316 150q96-8 84 74-12 58-96 58" fill="none" stroke="#b9a48c" stroke-width="24" />
  <path d="M118 110h220v136q0 80-110 80T118 246z" fill="#c7b49d" />
  <path d="M118 110h220v72q-26 30-56 8t-54 10-56-6-54-20z" fill="#4c7f86" />
  <path d="M118 110h46v170q-46-10-46-50z" fill="#fff" opacity=".16" />
  <ellipse cx="228" cy="110" rx="110" ry="20" fill="#5d4c3b" />
  <ellipse cx="228" cy="107" rx="110" ry="18" fill="none" stroke="#dccdb8" stroke-width="4" />
  ${[224, 240, 256, 272, 288, 302].map(
    (y, index) =>
      svg`<path d="M${132 + index * 8} ${y}q${96 - index * 8} 18 ${192 - index * 16} 0" fill="none" stroke="#a58d74" stroke-width="2" opacity=".6" />`,
  )}
</svg>`;

export const bowl = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <path d="M28 48h104q0 50-52 50T28 48z" fill="#c7b49d" />
  <ellipse cx="80" cy="48" rx="52" ry="12" fill="#4c7f86" />
  <path d="M62 98h36v8H62z" fill="#a58d74" />
</svg>`;

export const plate = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <circle cx="80" cy="60" r="46" fill="#c7b49d" />
  <circle cx="80" cy="60" r="36" fill="#e5dccd" />
  <path d="M80 24a36 36 0 0 1 0 72q-18-14-10-36t10-36z" fill="#4c7f86" opacity=".8" />
</svg>`;

export const vase = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <path d="M80 54q-14-24-6-44m6 44q16-20 14-38" fill="none" stroke="#6d7f5a" stroke-width="3" />
  <circle cx="74" cy="12" r="6" fill="#c97b5a" />
  <circle cx="94" cy="18" r="5" fill="#c97b5a" />
  <path d="M68 52h24q-2 10 10 24 8 26-10 34H68q-18-8-10-34 12-14 10-24z" fill="#4c7f86" />
  <path d="M58 76h44" stroke="#c7b49d" stroke-width="4" />
</svg>`;
