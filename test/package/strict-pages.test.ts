import { expect, oneEvent } from '@open-wc/testing';

import { LIBRARY, type MadePage, openMade } from '../support/made-page.js';
import { nameOf, part } from '../support/parts.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

/** Under `default-src 'self'` a page may only ask its own origin. */
async function signIn(): Promise<{ readonly tag: string; isAlive(): Promise<boolean> }> {
  const simulators = await Simulators.open('same-origin');
  await simulators.signIn('commerce-engine');
  const base = `${simulators.root}/commerce-engine/api/v1/demo-store/storefront`;
  return {
    tag: `platform="commerce-engine" base-url="${base}"`,
    isAlive: () => simulators.isAlive('commerce-engine'),
  };
}

const buttonOf = ({ document }: MadePage) => document.querySelector('store-logout')!;

describe('On a page with strict policies', () => {
  afterEach(forgetEverything);

  it('the policies are in force', async () => {
    const { document, watched } = await openMade({ body: '', strict: true });
    const style = Object.assign(document.createElement('style'), { textContent: 'body { color: red }' });
    const violation = oneEvent(document, 'securitypolicyviolation');
    document.head.append(style);
    await violation;
    expect(watched.some((each) => each.startsWith('violation: style-src'))).to.equal(true);
  });

  it('the button looks as everywhere, and signs out without a violation', async () => {
    const { tag, isAlive } = await signIn();
    const page = await openMade({
      body: `<store-session ${tag}><store-logout><i slot="icon">×</i></store-logout></store-session>`,
      strict: true,
    });
    const element = buttonOf(page);
    await element.updateComplete;
    expect(page.window.getComputedStyle(part(element, 'button')!).display).to.contain('flex');
    expect(nameOf(element)).to.equal('× Log out');
    const loggedOut = oneEvent(element, 'logged-out');
    element.click();
    await element.updateComplete;
    expect(part(element, 'spinner')).not.to.equal(null);
    await loggedOut;
    await element.updateComplete;
    expect(await isAlive()).to.equal(false);
    expect(page.watched).to.deep.equal([]);
  });

  it('a page that the logout leaves by a form or an address is left without a violation', async () => {
    const { tag, isAlive } = await signIn();
    const goodbye = new URL('../support/pages/goodbye.html', import.meta.url).pathname;
    const page = await openMade({
      body: `<store-logout ${tag} redirect="${goodbye}"></store-logout>`,
      strict: true,
    });
    const left = oneEvent(page.frame, 'load');
    buttonOf(page).click();
    await left;
    expect(page.frame.contentWindow?.location.pathname).to.equal(goodbye);
    expect(await isAlive()).to.equal(false);
    expect(page.watched).to.deep.equal([]);
  });

  it('a failure, a change of language and texts of its own bring no violation', async () => {
    const page = await openMade({
      body: '<store-logout platform="unisouk" store-id="s"></store-logout>',
      strict: true,
    });
    const element = buttonOf(page);
    element.baseUrl = '/nowhere';
    await element.logout();
    page.document.documentElement.lang = 'ar';
    element.strings = { label: '<img src=x onerror=alert(1)>' };
    await element.updateComplete;
    expect(element.state).to.equal('failed');
    expect(page.watched).to.deep.equal([]);
  });

  for (const strict of [false, true]) {
    it(`that is sandboxed${strict ? ', too,' : ''} the button renders and tells the truth`, async () => {
      const { frame } = await openMade({
        body: `<store-logout platform="custom" base-url="${location.origin}/simulators/x/custom/logout"></store-logout>`,
        sandbox: 'allow-scripts',
        strict,
      });
      const answered = oneEvent(window, 'message');
      frame.contentWindow?.postMessage('sign out', '*');
      const { data } = (await answered) as unknown as MessageEvent<{
        watched: string[];
        text: string;
        outcome: object;
      }>;
      expect(data.watched).to.deep.equal([]);
      expect(data.text).to.equal('Log out');
      expect(data.outcome).to.include({ ok: true, server: 'already-ended', attempts: 1 });
    });
  }
});

describe('However a page loads the library and its tags, they work without an error:', () => {
  afterEach(forgetEverything);

  const ways: Record<string, Partial<Parameters<typeof openMade>[0]>> = {
    'the library after the tag': {},
    'the library before the tag': { early: true },
    'the library twice': { scripts: [`${LIBRARY}?1`, `${LIBRARY}?2`] },
    'the library twice, before the tag': { scripts: [`${LIBRARY}?1`, `${LIBRARY}?2`], early: true },
    'the file and the modules': { scripts: [LIBRARY, '/src/define.ts'] },
    'the modules and the file': { scripts: ['/src/define.ts', LIBRARY] },
  };
  const insertions: Record<string, (page: MadePage, markup: string) => void> = {
    'in the page': () => undefined,
    'by innerHTML': ({ document }, markup) => {
      document.body.innerHTML = markup;
    },
    'as a clone': ({ document }) => {
      const copies = [...document.body.children].map((child) => child.cloneNode(true));
      document.body.replaceChildren(...copies);
    },
    'out of a template': ({ document }, markup) => {
      const template = document.createElement('template');
      template.innerHTML = markup;
      document.body.replaceChildren(template.content.cloneNode(true));
    },
    'by importNode': ({ document }, markup) => {
      const other = document.implementation.createHTMLDocument();
      other.body.innerHTML = markup;
      document.body.replaceChildren(document.importNode(other.body.firstElementChild!, true));
    },
    'from another document': ({ document }, markup) => {
      const other = document.implementation.createHTMLDocument();
      other.body.innerHTML = markup;
      document.body.replaceChildren(other.body.firstElementChild!);
    },
  };

  for (const [way, order] of Object.entries(ways)) {
    for (const [insertion, insert] of Object.entries(insertions)) {
      it(`${way}, the tag ${insertion}`, async () => {
        const { tag, isAlive } = await signIn();
        const markup = `<store-session ${tag}><store-logout></store-logout></store-session>`;
        const page = await openMade({ body: markup, ...order });
        insert(page, markup);
        const element = buttonOf(page);
        await element.updateComplete;
        expect(element.shadowRoot?.querySelectorAll('button')).to.have.length(1);
        const heard: Event[] = [];
        page.document.addEventListener('logged-out', (event) => heard.push(event));
        element.click();
        await oneEvent(page.document, 'logged-out');
        expect(heard).to.have.length(1);
        expect(await isAlive()).to.equal(false);
        expect(page.watched).to.deep.equal([]);
      });
    }
  }
});
