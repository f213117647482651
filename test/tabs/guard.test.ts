import { expect } from '@open-wc/testing';

import { guard } from '../../src/guard.js';
import { custom } from '../../src/platforms/custom.js';
import { recordWarnings } from '../support/recorders.js';

describe('guard()', () => {
  it('says once that it protects nothing, and why', () => {
    const warnings = recordWarnings();
    const settings = { platform: 'nobody-registered-it' };

    guard(settings)();
    guard(settings)();

    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('guard() protects nothing').and.contain('"nobody-registered-it"');
  });

  it('warns of nothing if it protects', () => {
    const warnings = recordWarnings();

    guard({ platform: custom, baseUrl: 'https://shop.example/logout' })();

    expect(warnings).to.deep.equal([]);
  });
});
