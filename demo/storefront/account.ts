import { html, nothing, type TemplateResult } from 'lit';

import { t } from '../frame/language.js';
import type { Stage } from '../stage/stage.js';

/** The corner of a shop's header that shows who is signed in, with the logout or the sign-in. */
export function accountView(stage: Stage): TemplateResult {
  const { isSignedIn, logout, story } = stage;
  // A button that shows "Logged out" stays. Otherwise the focus would be lost.
  const hasMenu = isSignedIn || logout.state !== 'idle';
  const enter = (): void => void signIn(stage);
  const hasFailed = story.run?.end?.detail.ok === false;
  return html`
    <div class="account">
      ${
        hasMenu
          ? html`<details class="menu" @keydown=${closeOnEscape} @focusout=${closeWhenLeft}>
              <summary>
                <span class="avatar" aria-hidden="true">${isSignedIn ? t('Nora').charAt(0) : '–'}</span>
                <span class="who">${t(isSignedIn ? 'Nora' : 'Guest')}</span>
              </summary>
              <div class="sheet">
                ${
                  isSignedIn
                    ? html`<p class="name">${t('Nora Al Harbi')}</p>
                        <ul>
                          <li><a href="#content">${t('My orders')}</a></li>
                          <li><a href="#content">${t('Addresses')}</a></li>
                        </ul>`
                    : nothing
                }
                ${logout}
                ${
                  hasFailed
                    ? html`<p class="failure">${t('You may still be signed in. Please try again.')}</p>`
                    : nothing
                }
              </div>
            </details>`
          : nothing
      }
      ${
        isSignedIn
          ? nothing
          : html`<button class="sign-in" type="button" @click=${enter}>${t('Sign in')}</button>`
      }
    </div>
  `;
}

/** Moves the focus to the menu, which replaces the pressed button. */
async function signIn(stage: Stage): Promise<void> {
  await stage.signIn();
  document.querySelector<HTMLElement>('.account summary')?.focus();
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  const menu = currentTarget as HTMLDetailsElement;
  if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
}
