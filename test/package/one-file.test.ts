import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import { LIBRARY, type MadePage, openMade } from '../support/made-page.js';
import { nameOf, part } from '../support/parts.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

type Order = Omit<Parameters<typeof openMade>[0], 'body'>;

/** A page with one button for a shopper who is signed in; under strict policies it may only ask its own origin. */
async function openWith(order: Order, attributes = '') {
  const simulators = await Simulators.open('same-origin');
  await simulators.signIn('commerce-engine');
  const base = `${simulators.root}/commerce-engine/api/v1/demo-store/storefront`;
  const page = await openMade({
    body: `<store-logout platform="commerce-engine" base-url="${base}" ${attributes}></store-logout>`,
    ...order,
  });
  const element = page.document.querySelector('store-logout')!;
  await element.updateComplete;
  return { page, element, isAlive: () => simulators.isAlive('commerce-engine') };
}

/** The scripts that a page has loaded, without its own. */
function scriptsOf({ window }: MadePage): string[] {
  return window.performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .map(({ pathname, search }) => pathname + search)
    .filter((name) => /^\/(dist|assets)\//.test(name));
}

async function hashOf(address: string): Promise<string> {
  const file = await (await fetch(address)).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', file));
  return `sha384-${btoa(String.fromCharCode(...hash))}`;
}

/** Lets a page do what it does once it has loaded. */
const settled = ({ window }: MadePage): Promise<void> =>
  new Promise((resolve) => {
    window.setTimeout(resolve, 50);
  });

describe('The one file for a script tag', () => {
  afterEach(forgetEverything);

  const names: Record<string, string> = {
    'its own name': LIBRARY,
    'a name with a version': `${LIBRARY}?v=17`,
    'a name that a shop gave it': '/assets/bundle-1a2b3c.js',
    'such a name and a version': '/assets/bundle-1a2b3c.js?v=17',
  };
  for (const [name, address] of Object.entries(names)) {
    it(`asks and signs out under ${name}, and loads nothing else`, async () => {
      const { page, element, isAlive } = await openWith({ scripts: [address] }, 'confirm');
      element.click();
      await waitUntil(() => element.shadowRoot?.querySelector('dialog')?.open, 'the dialog');
      const loggedOut = oneEvent(element, 'logged-out');
      part(element, 'dialog-confirm')?.click();
      await loggedOut;
      expect(await isAlive()).to.equal(false);
      expect(scriptsOf(page)).to.deep.equal([address]);
      expect(page.watched).to.deep.equal([]);
    });
  }

  it('passes a strict policy with one hash', async () => {
    const { page, element, isAlive } = await openWith(
      { strict: true, integrity: await hashOf(LIBRARY) },
      'confirm',
    );
    const outcome = element.logout();
    await waitUntil(() => element.shadowRoot?.querySelector('dialog')?.open, 'the dialog');
    expect(page.window.getComputedStyle(part(element, 'dialog')!).maxInlineSize).not.to.equal('none');
    part(element, 'dialog-confirm')?.click();
    expect(await outcome).to.include({ ok: true, server: 'ended' });
    expect(await isAlive()).to.equal(false);
    expect(page.watched).to.deep.equal([]);
  });
});

describe('A language as a script tag of its own', () => {
  afterEach(forgetEverything);

  const BUNDLE = '/assets/bundle-9f8e.js';
  const FRENCH = '/assets/fr-7d6c.js';
  const GERMAN = '/dist/lang/de.js?v=3';
  const orders: Record<string, readonly string[]> = {
    'after the file': [LIBRARY, FRENCH],
    'before the file': [FRENCH, LIBRARY],
    'after the file under another name': [BUNDLE, FRENCH],
    'after the modules': ['/src/define.ts', FRENCH],
    'before the modules': [FRENCH, '/src/define.ts'],
    'between two copies': [BUNDLE, FRENCH, LIBRARY],
    'before two copies, with another language after them': [FRENCH, BUNDLE, LIBRARY, GERMAN],
    'after the file and the modules, with another language before them': [
      GERMAN,
      LIBRARY,
      '/src/define.ts',
      FRENCH,
    ],
    twice: [FRENCH, LIBRARY, '/dist/lang/fr.js'],
  };
  for (const [order, scripts] of Object.entries(orders)) {
    it(`is what the button speaks: ${order}`, async () => {
      const { page, element } = await openWith({ scripts }, 'lang="fr-CA"');
      await settled(page);
      expect(nameOf(element)).to.equal('Se déconnecter');
      if (scripts.includes(GERMAN)) {
        element.lang = 'de';
        await settled(page);
        expect(nameOf(element)).to.equal('Abmelden');
      }
      expect(page.watched).to.deep.equal([]);
    });
  }

  it('leaves the strings that the page has registered itself', async () => {
    const { page, element } = await openWith({ scripts: [LIBRARY] }, 'lang="fr"');
    const library = (await page.window.eval(`import('${LIBRARY}')`)) as typeof import('../../src/bundle.js');
    const { en } = await import('../../src/lang/en.js');
    library.registerLanguage('FR', { ...en, label: 'Au revoir' });
    await page.window.eval(`import('${FRENCH}')`);
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Au revoir');
  });

  it('that is missing gets one line on the console, which names its file', async () => {
    const { page, element } = await openWith({ scripts: [LIBRARY] }, 'lang="fr-CA"');
    element.after(element.cloneNode(), element.cloneNode());
    await settled(page);
    expect(nameOf(element)).to.equal('Log out');
    expect(page.watched).to.have.length(1);
    expect(page.watched[0]).to.contain('lang="fr-CA"').and.to.contain('lang/fr.js');
    element.requestUpdate();
    await settled(page);
    expect(page.watched).to.have.length(1);
  });

  it('that is older speaks English where it lacks a string', async () => {
    const { page, element } = await openWith({ scripts: [LIBRARY] }, 'lang="eo"');
    const library = (await page.window.eval(`import('${LIBRARY}')`)) as typeof import('../../src/bundle.js');
    library.registerLanguage('eo', { label: 'Elsaluti' } as never);
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Elsaluti');
    await element.logout();
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Logged out');
  });
});
