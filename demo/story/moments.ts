import { html, nothing, type TemplateResult } from 'lit';

import { t, type Word } from '../frame/language.js';
import { CLOCKS_DIFFER_MS, isLeaving, requestsOf, type Run } from '../stage/run.js';
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
  /** The raw fact, as the page or the platform has it. */
  readonly fact: TemplateResult | typeof nothing;
  readonly meaning: Word | undefined;
  /** The library's own message to the shop's developer, in English. */
  readonly advice?: string;
  readonly details?: TemplateResult;
}

/**
 * Every moment of a logout, in order. The clocks of the page and the platforms may differ by a millisecond, in which much
 * can happen. So the known order counts more than the clocks: the click is first, a page leaves after its event, and every
 * other event comes after the last answer.
 */
export function momentsOf({ shop, log }: Story, run: Run): Moment[] {
  const entries = requestsOf(run, log);
  const isGoing = (entry: LogEntry): boolean => senderOf(entry) === 'The page itself goes there.';
  const momentsBy = (chosen: readonly LogEntry[]): Moment[] =>
    chosen.flatMap((entry) => [requestOf(entry), ...answerOf(entry, entry.path === shop.home)]);
  const onPage = momentsBy(entries.filter((entry) => !isGoing(entry)));
  const onTheWay = momentsBy(entries.filter(isGoing));
  const notes = run.notes.map((note) => noteOf(note));
  const end = endOf(run);
  // Of two moments with the same time, the one that is first in this list stays first.
  return [
    startOf(run),
    ...[...notes, ...notLaterThan(run.end?.at, notEarlierThan(run.startedAt, onPage))].toSorted(byTime),
    ...end,
    ...notEarlierThan(run.end?.at, onTheWay),
  ].toSorted(byTime);
}

const byTime = (one: Moment, other: Moment): number => one.at - other.at;

/** Moves moments before the limit, but not an answer that really came later, as after a time-out. */
const notLaterThan = (limit = Infinity, moments: readonly Moment[]): Moment[] =>
  moments.map((moment) =>
    moment.at - limit > CLOCKS_DIFFER_MS ? moment : { ...moment, at: Math.min(moment.at, limit) },
  );

const notEarlierThan = (limit = 0, moments: readonly Moment[]): Moment[] =>
  moments.map((moment) => ({ ...moment, at: Math.max(moment.at, limit) }));

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
      // An answer without its own time follows its request.
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
        <code dir="ltr">server: ${detail.server}</code>
        ${detail.ok ? nothing : html`<code dir="ltr">reason: ${detail.reason}</code>`}`,
      meaning: meaningOfEvent(detail),
      ...(!detail.ok && { advice: detail.message }),
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
        : 'The page goes to the address in redirect.',
    });
  }
  return moments;
}
