import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { part } from '../support/parts.js';
import { recordFetches, recordWarnings } from '../support/recorders.js';

const hints = (): HTMLLinkElement[] => [
  ...document.head.querySelectorAll<HTMLLinkElement>('link[rel=preconnect]'),
];

async function open(baseUrl: string, platform = 'commerce-engine'): Promise<StoreLogoutElement> {
  return fixture(
    html`<store-logout platform=${platform} base-url=${baseUrl} store-id="demo"></store-logout>`,
  );
}

function point(element: StoreLogoutElement): void {
  part(element, 'button')?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
}

describe('<store-logout> with the pointer over it', () => {
  afterEach(() => hints().forEach((hint) => hint.remove()));

  it('opens a connection to the platform, once, and sends nothing', async () => {
    const fetches = recordFetches();
    const first = await open('https://one.example/api');
    expect(hints()).to.have.length(0);
    point(first);
    point(first);
    point(await open('https://one.example/other'));
    expect(hints().map(({ href, crossOrigin }) => [href, crossOrigin])).to.deep.equal([
      ['https://one.example/', 'anonymous'],
    ]);
    expect(fetches).to.deep.equal([]);
  });

  it('opens a connection when it gets the focus', async () => {
    part(await open('https://two.example/api'), 'button')?.focus();
    expect(hints().map(({ href }) => href)).to.deep.equal(['https://two.example/']);
  });

  it('opens a second connection if the request has cookies, because the preflight has none', async () => {
    point(await open('https://three.example', 'unisouk'));
    expect(hints().map(({ crossOrigin }) => crossOrigin)).to.deep.equal(['anonymous', 'use-credentials']);
  });

  it('leaves the page’s own server alone', async () => {
    point(await open('/api'));
    expect(hints()).to.have.length(0);
  });

  it('reports its mistakes at the click only', async () => {
    const warnings = recordWarnings();
    point(await open('ftp://nowhere.example'));
    expect(hints()).to.have.length(0);
    expect(warnings).to.deep.equal([]);
  });
});
