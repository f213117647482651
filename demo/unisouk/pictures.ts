import { html, svg } from 'lit';

const petals = [0, 45, 90, 135, 180, 225, 270, 315];

/** A folded scarf with a block print. */
export const scarf = html`<svg viewBox="0 0 480 400" aria-hidden="true">
  <path d="M0 300q120-40 240 0t240 0v100H0z" fill="#f3c969" opacity=".35" />
  <path d="M64 96l176-44 176 44-24 232-152 36-152-36z" fill="#3b2a7a" />
  <path d="M240 52l176 44-24 232-152 36z" fill="#31226a" />
  <path d="M88 112l152-38 152 38-20 200-132 32-132-32z" fill="none" stroke="#f3c969" stroke-width="4" />
  <path
    d="M98 121l142-36 142 36-18 184-124 30-124-30z"
    fill="none"
    stroke="#f3c969"
    stroke-width="2"
    stroke-dasharray="2 9"
    stroke-linecap="round"
  />
  ${[
    [240, 206, 1.5],
    [158, 158, 0.7],
    [322, 158, 0.7],
    [166, 266, 0.7],
    [314, 266, 0.7],
  ].map(
    ([x, y, size]) =>
      svg`<g transform="translate(${x} ${y}) scale(${size})">
        ${petals.map((turn) => svg`<path d="M0-8q12-18 0-36-12 18 0 36z" fill="#e8628f" transform="rotate(${turn})" />`)}
        ${petals.map((turn) => svg`<circle cy="-24" r="3" fill="#f3c969" transform="rotate(${turn + 22})" />`)}
        <circle r="9" fill="#f3c969" />
      </g>`,
  )}
  <path
    d="M88 328l-8 44m24-40l-6 44m24-40l-4 44m24-38l-2 44m24-38v44m24-38l2 40m40-40l-2 40m26-38v44m22-44l2 44m22-48l4 44m20-48l6 44m18-48l8 44"
    stroke="#f3c969"
    stroke-width="4"
    stroke-linecap="round"
  />
</svg>`;

export const spices = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <ellipse cx="80" cy="66" rx="60" ry="40" fill="#b9a48c" />
  <ellipse cx="80" cy="62" rx="54" ry="34" fill="#6e5b47" />
  <circle cx="56" cy="54" r="13" fill="#e0a100" />
  <circle cx="86" cy="44" r="13" fill="#c2351f" />
  <circle cx="108" cy="66" r="13" fill="#8a5a2b" />
  <circle cx="80" cy="78" r="13" fill="#4f7a2c" />
  <circle cx="50" cy="78" r="10" fill="#f3e3c8" />
</svg>`;

export const lamp = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <path d="M80 8v16" stroke="#b98a3e" stroke-width="4" />
  <path d="M62 24h36l12 36-14 34H64L50 60z" fill="#b98a3e" />
  <path d="M68 32h24l8 27H60z" fill="#ffe08a" />
  <path d="M60 63h40l-9 24H69z" fill="#ffc94d" />
  <path d="M70 98h20l-4 12H74z" fill="#8d6425" />
</svg>`;

export const bangles = html`<svg viewBox="0 0 160 120" aria-hidden="true" fill="none" stroke-width="8">
  <ellipse cx="66" cy="66" rx="34" ry="36" stroke="#8a2463" />
  <ellipse cx="80" cy="62" rx="34" ry="36" stroke="#f3c969" />
  <ellipse cx="94" cy="58" rx="34" ry="36" stroke="#2f8f83" />
</svg>`;
