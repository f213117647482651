import { expect } from '@open-wc/testing';

import { logout } from '../../src/index.js';
import { commerceEngine, custom, type Backend } from '../outcomes/backends.js';
import { watchPage } from '../support/page-watch.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

/** What a broken page, or somebody who can write to its storage, may have left in the place of a token. */
const tokens: Readonly<Record<string, string>> = {
  'a line break and a header': 'abc\r\nX-Evil: 1',
  'a line break': 'abc\ndef',
  'letters that no header can carry': 'жетон',
  'a null character': 'abc\u0000def',
};

describe('A stored token with', () => {
  afterEach(forgetEverything);

  for (const [name, token] of Object.entries(tokens)) {
    for (const [backend, key] of [
      [commerceEngine, 'storefront_access_token'],
      [custom, 'access_token'],
    ] satisfies [Backend, string][]) {
      it(`${name} is never sent to ${backend.name}, and never shown`, async () => {
        const simulators = await Simulators.open();
        const signIn = await simulators.signIn(backend.platform);
        localStorage.setItem(key, token);
        const watch = watchPage();

        const outcome = await logout(backend.settings(simulators, signIn));

        watch.stop();
        expect(outcome).to.include({
          ok: false,
          reason: 'misconfigured',
          server: 'not-asked',
          local: 'kept',
        });
        expect(await simulators.log()).to.deep.equal([]);
        expect(JSON.stringify([outcome, watch.complaints]))
          .not.to.contain('abc')
          .and.not.to.contain('жетон');
        expect(localStorage.getItem(key), 'nothing is lost').to.equal(token);
      });
    }
  }
});
