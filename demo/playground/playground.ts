import '../../src/define.js';

import { html, nothing, type TemplateResult } from 'lit';

import { t, type Word } from '../frame/language.js';
import { showPage } from '../frame/show-page.js';
import { snippetView } from '../frame/snippet-view.js';
import { openStage } from '../stage/open-stage.js';
import type { Stage } from '../stage/stage.js';
import { panelView, timelineView } from '../story/story-view.js';
import { controlsView } from './controls-view.js';
import { wear } from './looks.js';
import { previewView } from './preview-view.js';
import { keepSettings, lookOf, recallSettings, type Settings, shopOf } from './settings.js';
import { snippetsOf } from './snippets.js';

let settings = recallSettings();
let stage: Stage | undefined;
let problem: Word | undefined;
let opening = 0;

const show = showPage({ root: '../', folder: 'playground', title: 'Playground', view });
void open();

// In a small window, the button's reason would cover the panel.
document.addEventListener('failed-logout', () => {
  requestAnimationFrame(() => stage?.logout.scrollIntoView({ block: 'nearest' }));
});

/** Sets up the chosen platform instead of the one before. */
async function open(): Promise<void> {
  keepSettings(settings);
  stage?.close();
  const turn = ++opening;
  const opened = await openStage(shopOf(settings), show);
  // The visitor has already chosen another platform.
  if (turn !== opening) {
    opened.stage?.close();
    return;
  }
  ({ stage, problem } = opened);
  dress();
  show();
}

function change(changed: Partial<Settings>): void {
  settings = { ...settings, ...changed };
  keepSettings(settings);
  dress();
  show();
  if (changed.platform) void open();
}

/** Gives the button its look. */
function dress(): void {
  const look = lookOf(settings);
  wear(look);
  if (stage) stage.logout.innerHTML = look.content;
}

function view(): TemplateResult {
  return html`
    <main id="content" class="playground" tabindex="-1">
      <header>
        <h1>${t('Playground')}</h1>
        <p>
          ${t('Every switch changes the real tag. Every click asks a simulated platform. The outcome shows what really happened.')}
        </p>
      </header>
      ${problem ? html`<p class="problem" role="alert">${t(problem)}</p>` : nothing}
      ${stage ? partsView(stage) : nothing}
    </main>
  `;
}

function partsView(ready: Stage): TemplateResult {
  const hasPanel = ready.story.run !== undefined && !ready.isPanelClosed;
  return html`
    <section class="try" aria-labelledby="try">
      <h2 id="try">${t('The button')}</h2>
      ${previewView(ready, settings, change)}
    </section>
    <section class="controls" aria-labelledby="controls">
      <h2 id="controls">${t('The switches')}</h2>
      ${controlsView(ready, settings, change)}
    </section>
    <section class="outcome" aria-labelledby="outcome">
      <h2 id="outcome">${t('What happened')}</h2>
      ${panelView(ready.story, hasPanel, ready.closePanel)}
      <div id="story" tabindex="-1"></div>
      ${timelineView(ready.story)}
    </section>
    <section class="code" aria-labelledby="code">
      <h2 id="code">${t('The code of what you see')}</h2>
      <p class="hint">
        ${t('The addresses in base-url lead to this demo’s simulated platform: leave them out in your shop.')}
      </p>
      ${snippetsOf(ready, settings, lookOf(settings)).map(({ name, code }) => snippetView(name, code))}
    </section>
  `;
}
