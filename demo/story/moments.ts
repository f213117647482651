import { html, nothing, type TemplateResult } from 'lit';

import { t, type Word } from '../frame/language.js';
import { isLeaving, requestsOf, type Run } from '../stage/run.js';
import type { LogEntry } from '../stage/simulators.js';
import { answerNote, gradeOf, requestDetails, senderOf } from './exchange-view.js';
import { meaningOfAnswer, meaningOfEvent, meaningOfTokens } from './meanings.js';
import type { Story } from './story.js';
import { tokensView } from './tokens-view.js';

/** One line of the timeline. */
export interface Moment {
  /** ms since 1970. */
  readonly at: number;
  readonly kind: 'click' | 'request' | 'answer' | 'note' | 'tokens' | 'event' | 'navigation';
  readonly title: Word;
  /** What it is in the page's or the platform's own words. */
  readonly fact: TemplateResult | typeof nothing;
  readonly meaning: Word | undefined;
  readonly details?: TemplateResult;
}

/** Every moment of a logout, in its order. */
export function momentsOf({ shop, log }: Story, run: Run): Moment[] {
  const exchanges = requestsOf(run, log).flatMap((entry) =>
    [requestOf(entry)].concat(answerOf(entry, entry.path === shop.home)),
  );
  const notes = run.notes.map((note) => noteOf(note));
  return [startOf(run), ...exchanges, ...notes, ...endOf(run)].toSorted((one, other) => one.at - other.at);
}

function startOf({ startedAt, before, end }: Run): Moment {
  const isHere = !end || end.detail.origin === 'here';
  return {
    at: startedAt,
    kind: 'click',
    title: isHere ? 'Click' : 'News',
    fact: nothing,
    meaning: isHere ? 'The logout begins; nothing is removed yet.' : 'A logout has happened elsewhere.',
    details: tokensView(before),
  };
}

function requestOf(entry: LogEntry): Moment {
  return {
    at: entry.time,
    kind: 'request',
    title: entry.preflight ? 'Preflight' : 'Request',
    fact: html`<code dir="ltr"><b>${entry.method}</b> ${entry.path}</code>`,
    meaning: senderOf(entry),
    details: requestDetails(entry),
  };
}

function answerOf(entry: LogEntry, isWayBack: boolean): Moment[] {
  const { status, abandoned, answered, time } = entry;
  if (status === null && !abandoned) return [];
  const fact = html`<code dir="ltr" class="status ${gradeOf(status)}">${status ?? '–'}</code>
    ${answerNote(entry)}`;
  return [
    {
      // As many moments can pass within one millisecond, an answer without a time of its own follows its request.
      at: answered ?? time,
      kind: 'answer',
      title: 'Answer',
      fact: isWayBack ? html`<code dir="ltr" class="status good">${status}</code>` : fact,
      meaning: isWayBack ? 'This demo leads back to the shop.' : meaningOfAnswer(entry),
    },
  ];
}

function noteOf({ at, text }: Run['notes'][number]): Moment {
  return {
    at,
    kind: 'note',
    title: 'Heard on the page',
    fact: html`<code dir="ltr">${text}</code>`,
    meaning: undefined,
  };
}

function endOf({ before, end }: Run): Moment[] {
  if (!end) return [];
  const { at, event, detail, after } = end;
  const moments: Moment[] = [
    {
      at,
      kind: 'tokens',
      title: 'Tokens',
      fact: html`<code dir="ltr" class="status">${detail.local}</code>`,
      meaning: meaningOfTokens(detail),
      details: tokensView(before, after),
    },
    {
      at,
      kind: 'event',
      title: 'Event',
      fact: html`<code dir="ltr" class="status ${detail.ok ? 'good' : 'bad'}">${event}</code>
        <code dir="ltr">server: ${detail.server}</code>`,
      meaning: meaningOfEvent(detail),
      details: html`<pre class="wire" dir="ltr" tabindex="0" aria-label=${t('Detail of the event')}>
${JSON.stringify(detail, undefined, 2)}</pre>`,
    },
  ];
  if (detail.ok && detail.redirect) {
    moments.push({
      at,
      kind: 'navigation',
      title: 'Navigation',
      fact: html`<code dir="ltr">${detail.redirect}</code>`,
      meaning: isLeaving(detail)
        ? 'The page goes to the address that ends the session.'
        : 'The page goes where the redirect says.',
    });
  }
  return moments;
}
