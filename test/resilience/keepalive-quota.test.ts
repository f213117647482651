import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import { registerPlatform, type StoreLogoutElement } from '../../src/index.js';
import { oauth2Revoke as oauth2 } from '../../src/platforms/oauth2-revoke.js';
import { vendure as vendurePlatform } from '../../src/platforms/vendure.js';
import { oauth2Revoke, vendure, wixHeadless } from '../outcomes/backends.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

registerPlatform(vendurePlatform);
registerPlatform(oauth2);

/** All requests of a page that are to outlive it may have 64 KiB in their bodies together. */
const QUOTA = 64 * 1024;

/** A browser refuses a request with a body at once where the page has spent the quota, on analytics for example. */
describe('A page that has used up the quota for keepalive requests', () => {
  for (const backend of [wixHeadless, vendure, oauth2Revoke]) {
    it(`${backend.name} ends the session all the same`, async () => {
      const simulators = await Simulators.open(backend.where);
      const signIn = await simulators.signIn(backend.platform);
      await simulators.rules({ platform: 'custom', path: '/analytics', fault: 'hang' });
      const analytics = new AbortController();
      const sent = fetch(`${simulators.root}/custom/analytics`, {
        method: 'POST',
        mode: 'no-cors',
        keepalive: true,
        body: 'x'.repeat(QUOTA),
        signal: analytics.signal,
      }).catch(() => undefined);
      const element = await fixture<StoreLogoutElement>(html`<store-logout></store-logout>`);
      Object.assign(element, backend.settings(simulators, signIn));
      element.addEventListener('logged-out', (event) => event.preventDefault());

      const outcome = await element.logout();

      expect(outcome, JSON.stringify(outcome)).to.deep.include({
        ok: true,
        ...backend.success,
        warnings: [],
      });
      // Wix ends the session on the page of its own that it hands over.
      const isEnded = outcome.server === 'ended';
      expect(await simulators.isAlive(backend.platform)).to.equal(!isEnded);
      analytics.abort();
      await sent;
      await forgetEverything();
    });
  }
});
