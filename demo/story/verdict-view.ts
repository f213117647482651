import { html, nothing, type TemplateResult } from 'lit';

import { t, type Word } from '../frame/language.js';
import { isLeaving, type Run } from '../stage/run.js';
import type { Shop } from '../stage/shop.js';
import type { ServerSession } from '../stage/simulators.js';

/** Compares the event with the truth on the server. `hasArrived`: whether the navigation got its answer. */
export function verdictView(
  shop: Shop,
  run: Run | undefined,
  session: ServerSession,
  hasArrived: boolean,
): TemplateResult {
  const [sentence, grade] = verdictOf(run, session.alive, hasArrived);
  return html`
    <div class="verdict ${grade}">
      <p>${t(sentence)}</p>
      <ul>
        ${Object.entries(shop.credentials).map(([name, label]) => {
          const isAccepted = session.credentials[name] ?? false;
          return html`<li>
            <span class="dot ${isAccepted ? 'on' : 'off'}" aria-hidden="true"></span>
            ${t(label)}: <b>${t(isAccepted ? 'still accepted by the server' : 'no longer accepted')}</b>
          </li>`;
        })}
      </ul>
      ${
        run?.end?.detail.warnings.length
          ? html`<p class="quiet">${t('The event comes with a warning, see below.')}</p>`
          : nothing
      }
    </div>
  `;
}

function verdictOf(
  run: Run | undefined,
  isAlive: boolean,
  hasArrived: boolean,
): [Word, 'calm' | 'good' | 'warn' | 'bad'] {
  if (!run) {
    return isAlive
      ? ['The session is alive on the server. Press the logout button.', 'calm']
      : ['There is no session on the server.', 'calm'];
  }
  if (run.isCutShort) return ['The page was left before its event.', 'warn'];
  if (!run.end) return ['The logout is under way …', 'calm'];
  const { detail } = run.end;
  if (!detail.ok) {
    return isAlive
      ? ['The event says that the session may still be alive, and so it is.', 'warn']
      : ['The event says that nobody can know. In fact, the server has ended the session.', 'warn'];
  }
  if (!isAlive) return ['The event says that the session is over, and so it is on the server.', 'good'];
  if (isLeaving(detail) && hasArrived) {
    return ['The page went to the address that ends the session, but the session did not end there.', 'bad'];
  }
  return isLeaving(detail)
    ? ['The page is on its way to the address that ends the session; it has not arrived.', 'warn']
    : [
        'The event says that the session is over, because the platform said so. The server still has it.',
        'bad',
      ];
}
