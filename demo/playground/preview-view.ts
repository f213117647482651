import { html, type TemplateResult } from 'lit';

import { currentLanguage, directionOf, t, type Word } from '../frame/language.js';
import type { Theme } from '../frame/theme.js';
import type { Stage } from '../stage/stage.js';
import { chipsView, selectView } from './choice-view.js';
import { languages } from './languages.js';
import { looks } from './looks.js';
import type { Settings } from './settings.js';

/** Each state, and the platform's behaviour that makes the button show it. */
const states = [
  ['Show busy', 'slow'],
  ['Show done', 'ok'],
  ['Show failed', 'server-error'],
] as const satisfies readonly (readonly [Word, string])[];

/** The button itself, and the choice of its look. */
export function previewView(
  stage: Stage,
  settings: Settings,
  change: (changed: Partial<Settings>) => void,
): TemplateResult {
  const { logout, isSignedIn } = stage;
  const tag = settings.language || currentLanguage();
  const names = languages.map(({ tag: value, name }) => ({ value, label: name, lang: value }));
  const colours = [
    { value: 'system', label: t('Same as the page') },
    { value: 'light', label: t('Light') },
    { value: 'dark', label: t('Dark') },
  ];
  const signIn = (): void => void stage.signIn();
  const appearances = looks.map(({ id, name }) => ({ value: id, label: t(name) }));
  return html`
    <div
      class="preview ${settings.look}"
      lang=${tag}
      dir=${directionOf(tag)}
      style="color-scheme: ${settings.theme === 'system' ? 'inherit' : settings.theme}"
    >
      <div class="holder">${logout}</div>
    </div>
    <div class="now">
      <p>
        ${t('State')} <code dir="ltr" class="state">${logout.state}</code>
        <span class="quiet"
          >${t(isSignedIn ? 'The shop treats you as signed in.' : 'The shop treats you as a guest.')}</span
        >
      </p>
      <div class="states" role="group" aria-label=${t('Show a state')}>
        <button type="button" @click=${signIn}>${t('Sign in')}</button>
        ${states.map(([label, fault]) => {
          const show = (): void => void showState(stage, fault);
          return html`<button type="button" @click=${show}>${t(label)}</button>`;
        })}
      </div>
    </div>
    ${chipsView('look', t('Look, by CSS alone'), appearances, settings.look, (look) => change({ look }))}
    <div class="selects">
      ${selectView(
        t('Language of the button'),
        [{ value: '', label: t('Same as the page') }, ...names],
        settings.language,
        (language) => change({ language }),
      )}
      ${selectView(t('Colours of the preview'), colours, settings.theme, (theme) =>
        change({ theme: theme as Theme }),
      )}
    </div>
  `;
}

/** Shows a real state: signs in, and really clicks the button. */
async function showState(stage: Stage, fault: string): Promise<void> {
  await stage.choose({ fault });
  await stage.signIn();
  stage.logout.click();
}
