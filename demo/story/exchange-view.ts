import { html, nothing, type TemplateResult } from 'lit';

import { t, type Word } from '../frame/language.js';
import { shortenBody, shortenHeader } from '../stage/shorten.js';
import type { LogEntry } from '../stage/simulators.js';

/** Headers that matter to the platform, in this order. The browser's own headers come after them. */
const telling = [
  'authorization',
  'cookie',
  'x-store-id',
  'store-identifier',
  'x-requested-with',
  'accept',
  'content-type',
  'origin',
];

/** A request exactly as the platform got it, but with shortened tokens. */
export function requestDetails({ method, url, headers, body }: LogEntry): TemplateResult {
  const others = Object.keys(headers).filter((name) => !telling.includes(name));
  const names = [...telling.filter((name) => name in headers), ...others.toSorted()];
  return html`
    <p class="wire" dir="ltr"><b>${method}</b> ${url}</p>
    <dl class="headers wire" dir="ltr">
      ${names.map(
        (name) =>
          html`<div>
            <dt>${name}:</dt>
            <dd>${shortenHeader(name, headers[name] ?? '')}</dd>
          </div>`,
      )}
    </dl>
    ${body === null ? nothing : html`<p class="wire" dir="ltr">${shortenBody(body)}</p>`}
  `;
}

/** The platform's action from its log, and the demo's rule that caused it. */
export function answerNote({ note }: LogEntry): TemplateResult {
  const [happened, rule] = note.split('; rule: ');
  return html`<code lang="en" dir="ltr">${happened}</code> ${
      rule ? html`<small>(${t('fault')}: <code lang="en" dir="ltr">${rule}</code>)</small>` : nothing
    }`;
}

export function senderOf({ headers, preflight }: LogEntry): Word {
  if (preflight) return 'The browser asks first.';
  switch (headers['sec-fetch-dest']) {
    case 'document':
      return 'The page itself goes there.';
    case 'iframe':
      return 'A hidden frame goes there.';
    default:
      return 'Sent by script.';
  }
}

export function gradeOf(status: number | null): 'none' | 'good' | 'bad' {
  if (status === null) return 'none';
  return status < 400 ? 'good' : 'bad';
}
