import { html, nothing, type TemplateResult } from 'lit';

import { t } from '../frame/language.js';
import { chosenFault, chosenMode, faultsOf } from '../stage/choices.js';
import type { Stage } from '../stage/stage.js';
import { attributesView } from './attributes-view.js';
import { chipsView } from './choice-view.js';
import { type Settings, shops } from './settings.js';

/** The switches: the platform, how to sign out, what goes wrong, and every attribute of the tag. */
export function controlsView(
  stage: Stage,
  settings: Settings,
  change: (changed: Partial<Settings>) => void,
): TemplateResult {
  const { shop, choices, isWorker } = stage;
  const mode = chosenMode(shop, choices);
  const fault = chosenFault(shop, choices, isWorker);
  const expiredChanged = ({ target }: Event): void => {
    void stage.choose({ expired: (target as HTMLInputElement).checked });
  };
  const platforms = shops.map(({ platform, name }) => ({ value: platform, label: t(name) }));
  const modes = shop.modes.map(({ value, label }) => ({ value, label: t(label) }));
  const faults = faultsOf(shop, mode, isWorker).map(({ id, label }) => ({ value: id, label: t(label) }));
  return html`
    ${chipsView('platform', t('Platform'), platforms, settings.platform, (platform) => change({ platform }))}
    ${
      modes.length > 1
        ? chipsView('mode', t('How to sign out'), modes, mode.value, (value) => {
            void stage.choose({ mode: value });
          })
        : nothing
    }
    <p class="hint">${t(mode.hint)}</p>
    ${isWorker ? html`<p class="hint">${t(WORKER_HINT)}</p>` : nothing}
    ${chipsView('fault', t('What the platform does'), faults, fault.id, (id) => {
      void stage.choose({ fault: id });
    })}
    <p class="hint">${t(fault.hint)}</p>
    ${
      mode.leaves && fault.id !== 'ok'
        ? html`<p class="hint">
            ${t('The page itself goes to the platform: if you land on its error page, press Back.')}
          </p>`
        : nothing
    }
    <label class="check"
      ><input type="checkbox" .checked=${choices.expired} @change=${expiredChanged} /><span
        >${t('Sign in with an expired access token')}</span
      ></label
    >
    <details class="all-attributes">
      <summary>${t('Attributes of the tag')}</summary>
      ${attributesView(stage)}
    </details>
  `;
}

const WORKER_HINT =
  'On this page a service worker plays the platforms, on the page’s own origin. So there is no CORS and no preflight, a broken connection is a failed fetch, and the worker keeps the platform’s cookies. The demo over real HTTP has all of this: npm start.';
