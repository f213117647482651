import { expect, waitUntil } from '@open-wc/testing';

import { openShop } from '../support/frame.js';
import { forgetEverything, Simulators } from '../support/simulators.js';
import { commerceEngine, custom, unisouk, wixApi, wixHeadless, type Backend } from '../outcomes/backends.js';

/** Ways to be gone before an answer could come. */
const departures: Readonly<Record<string, (frame: Element, page: Window) => void>> = {
  'the page goes elsewhere': (_, page) => page.location.assign('about:blank'),
  'the tab is closed': (frame) => frame.remove(),
};

describe('A page that is left in the same task as the click', () => {
  afterEach(forgetEverything);

  for (const backend of [commerceEngine, unisouk, wixHeadless, wixApi, custom] satisfies Backend[]) {
    for (const [name, depart] of Object.entries(departures)) {
      it(`has sent its logout to ${backend.name}: ${name}`, async () => {
        const simulators = await Simulators.open(backend.where);
        const signIn = await simulators.signIn(backend.platform);
        const { window: page, document } = await openShop();
        const element = Object.assign(
          document.createElement('store-logout'),
          backend.settings(simulators, signIn),
        );
        document.body.append(element);
        await element.updateComplete;

        element.click();
        depart(page.frameElement as Element, page);

        const arrived = async (): Promise<boolean> =>
          (await simulators.log()).some(({ path }) => new RegExp(backend.logoutPath).test(path));
        await waitUntil(arrived, 'the request arrives', { timeout: 5000 });
        if (backend.success.server === 'ended') {
          expect(await simulators.isAlive(backend.platform)).to.equal(false);
        }
      });
    }
  }
});
