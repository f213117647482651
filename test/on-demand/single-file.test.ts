import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import { openMade } from '../support/made-page.js';
import { part } from '../support/parts.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

async function openWith(script: string, before = '', integrity = '') {
  const { baseUrl, requests, isAlive } = await signIn();
  const page = await openMade({
    body: `${before}<store-logout platform="commerce-engine" base-url="${baseUrl}"></store-logout>`,
    scripts: [script],
    integrity,
  });
  const element = page.document.querySelector('store-logout')!;
  await element.updateComplete;
  const loads = (): string[] =>
    page.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => name.slice(name.lastIndexOf('/') + 1))
      .filter((name) => name.startsWith('store-logout.'));
  return { page, element, loads, requests, isAlive };
}

async function hashOf(address: string): Promise<string> {
  const file = await (await fetch(address)).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', file));
  return btoa(String.fromCharCode(...hash));
}

const FILE = 'store-logout.bundle.js';
const SECOND = 'store-logout.bundle.logout.js';

describe('The file for a script tag', () => {
  afterEach(forgetEverything);

  it('loads the second one once, when the page is there', async () => {
    const { element, loads, isAlive } = await openWith(`/dist/${FILE}?v=2`);
    await waitUntil(() => loads().includes(SECOND));
    expect(await element.logout()).to.include({ ok: true });
    expect(loads()).to.deep.equal([`${FILE}?v=2`, SECOND]);
    expect(await isAlive()).to.equal(false);
  });

  it('asks for it by another address after a failure', async () => {
    const { page, element, loads, requests } = await openWith(`/dist-flaky/${FILE}`);
    await waitUntil(() => loads().includes(SECOND));
    const first = await element.logout();
    const outcome = first.ok ? first : await element.logout();
    expect(outcome).to.include({ ok: true, server: 'ended' });
    expect(loads().at(-1)).to.equal(`${SECOND}?attempt=1`);
    expect(await requests()).to.equal(1);
    expect(page.watched.every((each) => each.includes('could not be loaded'))).to.equal(true);
  });

  it('tells the truth where the second one was not copied along', async () => {
    const { page, element, isAlive } = await openWith(`/dist-alone/${FILE}`);
    const failed = oneEvent(element, 'failed-logout');
    element.click();
    const { detail } = await failed;
    expect(detail).to.include({ ok: false, reason: 'network', server: 'not-asked', local: 'kept' });
    await waitUntil(() => element.state === 'failed');
    await element.updateComplete;
    expect(part(element, 'status')?.textContent).to.contain('may still be logged in');
    expect(page.watched.join()).to.contain('missing file of the library');
    expect(await isAlive()).to.equal(true);
  });

  it('keeps to the hash by which the page has pinned the second one', async () => {
    const own = `sha384-${await hashOf(`/dist-pinned/${FILE}`)}`;
    const map = (hash: string): string =>
      `<script type="importmap">{ "integrity": { "/dist-pinned/${SECOND}": "sha384-${hash}" } }</script>`;
    const pinned = await openWith(`/dist-pinned/${FILE}`, map(await hashOf(`/dist-pinned/${SECOND}`)), own);
    expect(await pinned.element.logout()).to.include({ ok: true });
    expect(pinned.loads()).to.have.members([FILE, SECOND]);

    const other = await openWith(`/dist-pinned/${FILE}`, map('A'.repeat(64)), own);
    expect(await other.element.logout()).to.include({ ok: false, reason: 'network' });
    expect(await other.element.logout()).to.include({ ok: false, reason: 'network' });
    expect(await other.isAlive()).to.equal(true);
  });

  it('has a sister that loads nothing', async () => {
    const { element, loads, isAlive } = await openWith('/dist/store-logout.standalone.js');
    element.click();
    await oneEvent(element, 'logged-out');
    expect(loads()).to.deep.equal(['store-logout.standalone.js']);
    expect(await isAlive()).to.equal(false);
  });
});
