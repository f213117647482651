import { html, type TemplateResult } from 'lit';

import { t } from '../frame/language.js';
import { snippetView } from '../frame/snippet-view.js';
import type { Stage } from '../stage/stage.js';
import { tagOf } from '../stage/tag.js';
import { panelView, timelineView } from '../story/story-view.js';

/** The part that a real shop does not show: what the last logout did, and the code of the button's look. */
export function behindView(
  { shop, story, logout, isPanelClosed, closePanel }: Stage,
  buttonStyles: string,
): TemplateResult {
  const hasPanel = story.run !== undefined && !isPanelClosed;
  return html`
    <section class="behind" aria-labelledby="behind">
      <h2 id="behind">${t('Behind the counter')}</h2>
      <div class="columns">
        <div>
          ${panelView(story, hasPanel, closePanel)}
          <h3 id="story" tabindex="-1">${t('What happened')}</h3>
          ${timelineView(story)}
          <p class="more">
            <a href="../playground/?platform=${shop.platform}">${t('See it fail, in the playground')}</a>
          </p>
        </div>
        <div>
          <h3>${t('The tag on this page')}</h3>
          ${snippetView('HTML', tagOf(logout))}
          <h3>${t('Its look, by CSS alone')}</h3>
          ${snippetView('CSS', buttonStyles.trim())}
        </div>
      </div>
    </section>
  `;
}
