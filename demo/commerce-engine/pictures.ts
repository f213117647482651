import { html } from 'lit';

/** A cordless drill. */
export const drill = html`<svg viewBox="0 0 480 400" aria-hidden="true">
  <g stroke="#8f99a3" stroke-opacity=".25">
    <path d="M0 80h480M0 160h480M0 240h480M0 320h480M80 0v400M160 0v400M240 0v400M320 0v400M400 0v400" />
  </g>
  <ellipse cx="210" cy="360" rx="160" ry="12" opacity=".18" />
  <path d="M84 92h190q22 0 22 22v52q0 22-22 22H108q-36 0-36-36v-48q0-12 12-12z" fill="#ffc400" />
  <path d="M84 92h190q22 0 22 22v10H72v-20q0-12 12-12z" fill="#ffdb5c" />
  <path d="M100 136h88M100 150h88M100 164h88" stroke="#22282e" stroke-width="6" />
  <path d="M296 112h44v56h-44z" fill="#39424b" />
  <path d="M340 118l36 10v24l-36 10z" fill="#6d7883" />
  <path d="M376 135h84l8 5-8 5h-84z" fill="#a4aeb8" />
  <path d="M132 188h70l-16 106h-72z" fill="#39424b" />
  <path d="M202 188h26q4 30-22 44h-10z" fill="#e8432e" />
  <path d="M134 214h52M131 234h52M128 254h52M125 274h52" stroke="#59646e" stroke-width="6" />
  <path d="M92 294h124q10 0 10 10v38q0 12-12 12H96q-12 0-12-12v-38q0-10 8-10z" fill="#22282e" />
  <path d="M84 312h142v14H84z" fill="#ffc400" />
  <text
    x="155"
    y="346"
    fill="#f4f6f8"
    font-family="Arial, sans-serif"
    font-size="16"
    font-weight="bold"
    text-anchor="middle"
    direction="ltr"
  >
    18 V
  </text>
</svg>`;

export const bits = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <rect x="26" y="60" width="108" height="40" rx="4" fill="#22282e" />
  <rect x="26" y="72" width="108" height="8" fill="#ffc400" />
  <path
    d="M40 60V28l4-8 4 8v32zm24 0V34l4-8 4 8v26zm24 0V24l5-8 5 8v36zm26 0V38l4-8 4 8v22z"
    fill="#8f99a3"
  />
</svg>`;

export const saw = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <path d="M56 40l88 26v12l-6 4-6-4-6 4-6-4-6 4-6-4-6 4-6-4-6 4-6-4-6 4-6-4-6 4-12-4z" fill="#a4aeb8" />
  <path d="M18 36h40v44H34q-16 0-16-16z" fill="#ffc400" />
  <path d="M30 48h16v18H30z" fill="#22282e" />
</svg>`;

export const charger = html`<svg viewBox="0 0 160 120" aria-hidden="true">
  <rect x="38" y="26" width="84" height="36" rx="4" fill="#22282e" />
  <path d="M38 40h84v8H38z" fill="#ffc400" />
  <path d="M26 62h108v34H26z" fill="#59646e" />
  <circle cx="116" cy="80" r="5" fill="#6fdc8c" />
  <path d="M62 88l8-18h-8l10-8-4 12h8z" fill="#ffc400" />
</svg>`;
