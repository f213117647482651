import { html, nothing, type TemplateResult } from 'lit';

import { t } from '../frame/language.js';
import { requestsOf, type Run } from '../stage/run.js';
import type { LogEntry } from '../stage/simulators.js';
import { momentsOf, type Moment } from './moments.js';
import type { Story } from './story.js';
import { tokensView } from './tokens-view.js';
import { verdictView } from './verdict-view.js';

/** What came of it, in one sentence. */
export function sessionView({ shop, run, log, session }: Story): TemplateResult {
  if (!session) return html`<p class="verdict">${t('Asking the simulated platform …')}</p>`;
  const hasArrived = run !== undefined && requestsOf(run, log).some((entry) => isFinalNavigation(entry, run));
  return verdictView(shop, run, session, hasArrived);
}

/** Every moment of the last logout, in its order; before the first, what there is to be removed. */
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

function momentView({ at, kind, title, fact, meaning, details }: Moment, start: number): TemplateResult {
  return html`<li class=${kind}>
    <span class="at" dir="ltr">${Math.max(0, at - start).toLocaleString('en')} ms</span>
    <div>
      <p><b>${t(title)}</b> ${fact}</p>
      ${meaning ? html`<p class="quiet">${t(meaning)}</p>` : nothing}
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
