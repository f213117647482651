import { html, nothing, type TemplateResult } from 'lit';

import { t } from '../frame/language.js';
import { requestsOf, type Run } from '../stage/run.js';
import type { LogEntry } from '../stage/simulators.js';
import { momentsOf, type Moment } from './moments.js';
import type { Story } from './story.js';
import { tokensView } from './tokens-view.js';
import { verdictView } from './verdict-view.js';

/** The result, in one sentence. */
export function sessionView({ shop, run, log, session }: Story): TemplateResult {
  if (!session) return html`<p class="verdict">${t('Asking the simulated platform …')}</p>`;
  const hasArrived = run !== undefined && requestsOf(run, log).some((entry) => isFinalNavigation(entry, run));
  return verdictView(shop, run, session, hasArrived);
}

/**
 * The result of the last logout. While it is open, it is at the foot of the window, so that the reader sees it after a
 * click anywhere on the page.
 */
export function panelView(story: Story, isOpen: boolean, close: () => void): TemplateResult {
  const { end } = story.run ?? {};
  return html`
    <div class=${isOpen ? 'panel' : ''}>
      <div role="status">${sessionView(story)} ${isOpen && end ? resultView(end) : nothing}</div>
      ${
        isOpen
          ? html`<p class="panel-ways">
              <a href="#story">${t('What happened')}</a>
              <button type="button" @click=${close}>${t('Close')}</button>
            </p>`
          : nothing
      }
    </div>
  `;
}

function resultView({ event, detail }: NonNullable<Run['end']>): TemplateResult {
  return html`
    <p class="fact">
      <code dir="ltr" class="status ${detail.ok ? 'good' : 'bad'}">${event}</code>
      <code dir="ltr">server: ${detail.server}</code>
      ${detail.ok ? nothing : html`<code dir="ltr">reason: ${detail.reason}</code>`}
    </p>
    ${detail.ok ? nothing : adviceView(detail.message)}
  `;
}

/** The event's message to the shop's developer. It is a quotation in English, like `reason`. */
const adviceView = (message: string): TemplateResult =>
  html`<p class="fact" lang="en" dir="ltr"><code>message: ${message}</code></p>`;

/** Every moment of the last logout, in order. Before the first logout: the tokens that are kept. */
export function timelineView(story: Story): TemplateResult {
  const { run, kept } = story;
  if (!run) {
    return html`<p class="quiet">${t('Nothing has happened yet. These tokens are kept now:')}</p>
      ${tokensView(kept)}`;
  }
  return html`<ol class="timeline">
    ${momentsOf(story, run).map((moment) => momentView(moment, run.startedAt))}
  </ol>`;
}

function momentView(
  { at, kind, title, fact, meaning, advice, details }: Moment,
  start: number,
): TemplateResult {
  return html`<li class=${kind}>
    <span class="at" dir="ltr">${Math.max(0, at - start).toLocaleString('en')} ms</span>
    <div>
      <p><b>${t(title)}</b> ${fact}</p>
      ${meaning ? html`<p class="quiet">${t(meaning)}</p>` : nothing} ${advice ? adviceView(advice) : nothing}
      ${
        details
          ? html`<details>
              <summary>${t('Details')}<span class="visually-hidden">: ${t(title)}</span></summary>
              ${details}
            </details>`
          : nothing
      }
    </div>
  </li>`;
}

function isFinalNavigation({ time, status, abandoned }: LogEntry, { end }: Run): boolean {
  return end !== undefined && time >= end.at && (status !== null || abandoned === true);
}
