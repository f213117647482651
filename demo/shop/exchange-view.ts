import { html, nothing, type TemplateResult } from 'lit';

import { t, type Word } from './language.js';
import { shortenBody, shortenHeader } from './shorten.js';
import type { LogEntry } from './simulators.js';

/** Headers that belong to the platform's contract, in this order; the browser's own are a click away. */
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

/** One request as the platform saw it. */
export function requestView(entry: LogEntry): TemplateResult {
  const { method, url, headers, body, preflight } = entry;
  const names = Object.keys(headers);
  // A browser accepts anything; only what the library asks for is worth a line.
  const shown = telling.filter(
    (name) => names.includes(name) && !(name === 'accept' && headers[name]?.includes('*/*')),
  );
  const others = names.filter((name) => !shown.includes(name)).toSorted();
  return html`
    <h3>${t(preflight ? 'Preflight' : 'Request')} <small>${t(senderOf(entry))}</small></h3>
    <p class="wire" dir="ltr"><b>${method}</b> ${url}</p>
    ${headerList(shown, headers)}
    ${body === null ? nothing : html`<pre class="wire" dir="ltr">${shortenBody(body)}</pre>`}
    <details>
      <summary>${t('Headers of the browser')}</summary>
      ${headerList(others, headers)}
    </details>
  `;
}

/** What the platform answered, and what it did; `isWayBack` is the demo's own detour to this page. */
export function answerView({ status, note, abandoned }: LogEntry, isWayBack: boolean): TemplateResult {
  const [happened, rule] = note.split('; rule: ');
  return html`
    <p class="answer">
      <span class="status ${gradeOf(status)}">${status ?? t(abandoned ? 'given up' : 'no answer')}</span>
      ${
        isWayBack
          ? t('This demo leads back to the shop.')
          : html`<span lang="en" dir="ltr">${happened}</span> ${
                rule ? html`<small>${t('switch')}: <span lang="en" dir="ltr">${rule}</span></small>` : nothing
              }`
      }
    </p>
  `;
}

function headerList(names: readonly string[], headers: LogEntry['headers']): TemplateResult {
  return html`
    <dl class="headers wire" dir="ltr">
      ${names.map(
        (name) =>
          html`<div>
            <dt>${name}:</dt>
            <dd>${shortenHeader(name, headers[name] ?? '')}</dd>
          </div>`,
      )}
    </dl>
  `;
}

function senderOf({ headers }: LogEntry): Word {
  switch (headers['sec-fetch-dest']) {
    case 'document':
      return 'sent by going there';
    case 'iframe':
      return 'sent by a hidden frame';
    default:
      return 'sent by script';
  }
}

function gradeOf(status: number | null): string {
  if (status === null) return 'none';
  return status < 400 ? 'good' : 'bad';
}
