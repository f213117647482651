import { html, type TemplateResult } from 'lit';

import { t } from './language.js';
import type { Run } from './run.js';

/** The event as a listener on the page gets it. */
export function eventView({ event, detail }: NonNullable<Run['end']>): TemplateResult {
  return html`
    <h3>${t('Event')} <code dir="ltr" class="status ${detail.ok ? 'good' : 'bad'}">${event}</code></h3>
    <pre class="wire" dir="ltr" aria-label=${t('detail of the event')}>
${JSON.stringify(detail, undefined, 2)}</pre>
  `;
}
