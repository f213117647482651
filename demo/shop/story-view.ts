import { html, type TemplateResult } from 'lit';

import { eventView } from './event-view.js';
import { answerView, requestView } from './exchange-view.js';
import type { Kept } from './kept-tokens.js';
import { t } from './language.js';
import { requestsOf, type Run } from './run.js';
import type { Shop } from './shop.js';
import type { LogEntry, ServerSession } from './simulators.js';
import { tokensView } from './tokens-view.js';
import { verdictView } from './verdict-view.js';

/** Everything that the panel tells about. */
export interface Story {
  readonly shop: Shop;
  readonly run: Run | undefined;
  readonly log: readonly LogEntry[];
  readonly session: ServerSession | undefined;
  /** What is kept now. */
  readonly kept: readonly Kept[];
}

interface Moment {
  readonly at: number;
  readonly kind: 'request' | 'tokens' | 'event' | 'note';
  readonly view: TemplateResult;
}

/** What came of it, in one sentence. */
export function sessionView({ shop, run, log, session }: Story): TemplateResult {
  if (!session) return html`<p>${t('Asking the simulated platform …')}</p>`;
  const hasArrived = run !== undefined && requestsOf(run, log).some((entry) => isFinalNavigation(entry, run));
  return verdictView(shop, run, session, hasArrived);
}

/** Every moment of the last logout, in its order. */
export function timelineView(story: Story): TemplateResult {
  return html`<ol class="timeline">
    ${momentsOf(story).map(({ kind, view }) => html`<li class=${kind}>${view}</li>`)}
  </ol>`;
}

function isFinalNavigation({ time, status, abandoned }: LogEntry, { end }: Run): boolean {
  return end !== undefined && time >= end.at && (status !== null || abandoned === true);
}

function momentsOf({ shop, run, log, kept }: Story): Moment[] {
  if (!run)
    return [
      {
        at: 0,
        kind: 'tokens',
        view: html`<h3>${t('Tokens now')}</h3>
          ${tokensView(kept)}`,
      },
    ];
  const { startedAt, before, end, notes } = run;
  const moments: Moment[] = requestsOf(run, log).map((entry) => ({
    at: entry.time,
    kind: 'request',
    view: html`${requestView(entry)} ${answerView(entry, entry.path === shop.home)}`,
  }));
  for (const { at, text } of notes) {
    moments.push({
      at,
      kind: 'note',
      view: html`<h3>${t('Heard on the page')}</h3>
        <p class="wire" dir="ltr">${text}</p>`,
    });
  }
  moments.push({
    at: end?.at ?? startedAt,
    kind: 'tokens',
    view: html`<h3>${t(end ? 'Tokens before and after' : 'Tokens at the click')}</h3>
      ${tokensView(before, end?.after)}`,
  });
  if (end) moments.push({ at: end.at, kind: 'event', view: eventView(end) });
  return moments.toSorted((one, other) => one.at - other.at);
}
