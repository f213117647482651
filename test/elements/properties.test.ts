import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { en } from '../../src/lang/en.js';
import { nameOf } from '../support/parts.js';
import { recordWarnings } from '../support/recorders.js';

describe('A property that only script can set', () => {
  const properties = ['strings', 'tokens', 'sdk', 'requestInit'];
  for (const name of properties) {
    it(`is no attribute, and the console says so once: ${name}`, async () => {
      const warnings = recordWarnings();
      const element = await fixture<StoreLogoutElement>(html`<store-logout></store-logout>`);
      for (let round = 0; round < 2; round++) {
        // As a framework does that knows only attributes.
        element.setAttribute(name, '[object Object]');
        await element.updateComplete;
        expect(element.hasAttribute(name)).to.equal(false);
      }
      expect(nameOf(element)).to.equal(en.label);
      const told = warnings.filter((each) => each.includes(`${name} is a property`));
      expect(told).to.have.length(1);
      expect(told[0]).not.to.contain('object Object');
    });
  }

  it('stays as a script has set it, if such an attribute comes', async () => {
    const element = await fixture<StoreLogoutElement>(html`<store-logout></store-logout>`);
    element.strings = { label: 'Bye' };
    element.setAttribute('strings', '[object Object]');
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Bye');
    expect(element.outerHTML).not.to.contain('object');
  });
});
