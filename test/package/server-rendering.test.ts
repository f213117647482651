import { expect, fixture, html, oneEvent } from '@open-wc/testing';

import type { StoreLogoutElement } from '../../src/index.js';
import { announcementOf, nameOf, part } from '../support/parts.js';
import { hear } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

type Page = Window & typeof globalThis;

interface Rendered {
  readonly page: Page;
  readonly element: StoreLogoutElement;
  /** What went wrong on the page. */
  readonly errors: readonly string[];
  /** Loads a script that registers the tags, and waits until the element has taken over. */
  load(script?: string): Promise<void>;
}

/** Opens a page whose `body` a server has rendered. */
async function open(body: string, lang = 'en', sandbox?: string, strict?: string): Promise<Rendered> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Shop"></iframe>`);
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  const loaded = oneEvent(frame, 'load');
  const query = new URLSearchParams({ body, lang, ...(strict !== undefined && { strict }) });
  frame.src = `/rendered.html?${query.toString()}`;
  await loaded;
  const page = frame.contentWindow as Page;
  const errors: string[] = [];
  page.addEventListener('error', ({ message }) => errors.push(message));
  page.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  const element = page.document.querySelector('store-logout')!;
  return {
    page,
    element,
    errors,
    async load(src = new URL('../support/pages/hydrate.js', import.meta.url).pathname) {
      const script = Object.assign(page.document.createElement('script'), { type: 'module', src });
      const done = oneEvent(script, 'load');
      page.document.head.append(script);
      await done;
      await settled(page, element);
    },
  };
}

/** An observer hears of the content in a microtask, a slot of what is in it in another. */
async function settled(page: Page, element: StoreLogoutElement): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => {
    page.setTimeout(resolve, 20);
  });
  await element.updateComplete;
}

/** What is inside, without the marks that Lit leaves in a server's rendering. */
function inside({ shadowRoot }: Element): string {
  const copy = document.createElement('div');
  copy.innerHTML = shadowRoot?.innerHTML ?? '';
  copy.querySelectorAll('style').forEach((style) => style.remove());
  return copy.innerHTML.replaceAll(/<!--.*?-->/g, '').replaceAll(/\s+/g, ' ');
}

const contents: Record<string, string> = {
  nothing: '<store-logout platform="salla"></store-logout>',
  'white space': '<store-logout platform="salla">\n</store-logout>',
  'a label': '<store-logout platform="salla">Leave</store-logout>',
  'a label and an icon': '<store-logout platform="salla"><i slot="icon">×</i>Leave</store-logout>',
  'a trigger': '<store-logout platform="salla"><button slot="trigger">Leave</button></store-logout>',
  'labels for other states': '<store-logout platform="salla"><b slot="done">Gone</b></store-logout>',
  'a language of its own': '<store-logout platform="salla" lang="ar"></store-logout>',
  'a session around it':
    '<store-session platform="salla"><p>Hello</p><store-logout></store-logout></store-session>',
  'the wish to be hidden from guests':
    '<store-logout platform="commerce-engine" store-id="s" hide-when-signed-out></store-logout>',
  'no wish to be clicked': '<store-logout platform="salla" disabled></store-logout>',
};

describe('An element that a server has rendered', () => {
  afterEach(forgetEverything);

  for (const [name, body] of Object.entries(contents)) {
    for (const lang of ['en', 'ar']) {
      it(`with ${name} is taken over as it is, on a page in ${lang}`, async () => {
        const { page, element, errors, load } = await open(body, lang);
        const [button, label] = [part(element, 'button'), part(element, 'label')];
        expect(button).not.to.be.an('undefined').and.not.equal(null);
        await load();
        expect(errors).to.deep.equal([]);
        expect(part(element, 'button')).to.equal(button);
        expect(part(element, 'label')).to.equal(label);

        const other = page.document.createElement('div');
        other.innerHTML = body;
        page.document.body.append(other);
        const fresh = other.querySelector('store-logout')!;
        await settled(page, fresh);
        expect(inside(element)).to.equal(inside(fresh));
        expect(nameOf(element)).to.equal(nameOf(fresh));
        expect(element.matches(':state(signed-out)')).to.equal(fresh.matches(':state(signed-out)'));
      });
    }
  }

  it('keeps the properties that were set before the script came', async () => {
    const { element, load } = await open(contents['nothing']!);
    Object.assign(element, { disabled: true, strings: { label: 'Bye' } });
    await load();
    expect(nameOf(element)).to.equal('Bye');
    expect(part(element, 'button')).to.have.property('disabled', true);
  });

  it('signs out', async () => {
    const { baseUrl, isAlive } = await signIn();
    const { element, errors, load } = await open(
      `<store-session platform="commerce-engine" base-url="${baseUrl}"><store-logout></store-logout></store-session>`,
    );
    await load();
    const heard = hear(element);
    const loggedOut = oneEvent(element, 'logged-out');
    element.click();
    await loggedOut;
    await element.updateComplete;
    expect(heard).to.have.length(1);
    expect(await isAlive()).to.equal(false);
    expect(announcementOf(element)).to.equal('Logged out');
    expect(errors).to.deep.equal([]);
  });

  it("drives the author's own trigger", async () => {
    const { baseUrl, isAlive } = await signIn();
    const { page, element, load } = await open(
      `<store-logout platform="commerce-engine" base-url="${baseUrl}"><a slot="trigger" href="#out">Leave</a></store-logout>`,
    );
    await load();
    const loggedOut = oneEvent(element, 'logged-out');
    element.querySelector('a')!.click();
    await element.updateComplete;
    expect(element.querySelector('a')!.getAttribute('aria-busy')).to.equal('true');
    await loggedOut;
    expect(await isAlive()).to.equal(false);
    expect(page.location.hash).to.equal('');
  });

  it('is rendered again, once, if the page has no hydration', async () => {
    const { element, errors, load } = await open(contents['a label']!);
    await load('/src/define.ts');
    expect(element.shadowRoot?.querySelectorAll('button')).to.have.length(1);
    expect(nameOf(element)).to.equal('Leave');
    expect(getComputedStyle(part(element, 'status')!).position).to.equal('absolute');
    expect(errors).to.deep.equal([]);
  });
});

describe('Under a strict policy, the style sheet in a shadow root of a server', () => {
  const displayOf = async (strict: string) => {
    const { page, element } = await open(contents['nothing']!, 'en', undefined, strict);
    return page.getComputedStyle(part(element, 'button')!).display;
  };

  it('is refused', async () => {
    expect(await displayOf('')).not.to.contain('flex');
  });

  it('keeps its hash', async () => {
    expect(await displayOf('hash')).to.contain('flex');
  });
});

describe('Before the script, and without any', () => {
  const LINK = '<a slot="trigger" href="/goodbye.html?by=link">Leave</a>';
  const FORM =
    '<form slot="trigger" action="/goodbye.html"><button name="by" value="form">Leave</button></form>';

  const fallbacks: Record<string, [content: string, by: string]> = {
    "an author's own link": [LINK, 'link'],
    "an author's own form": [FORM, 'form'],
    'a form as the label': [FORM.replace(' slot="trigger"', ''), 'form'],
  };
  for (const [name, [content, by]] of Object.entries(fallbacks)) {
    const tag = `<store-logout platform="salla">${content}</store-logout>`;

    for (const [how, rendered] of Object.entries({ rendered: true, 'as it was written': false })) {
      it(`${name} works as in any page, ${how}`, async () => {
        const body = rendered ? tag : '';
        const { page } = await open(body, 'en', 'allow-same-origin allow-forms');
        if (!rendered) page.document.body.innerHTML = tag;
        const control = page.document.querySelector<HTMLElement>('a, form button')!;
        const frame = page.frameElement!;
        expect(control.checkVisibility()).to.equal(true);
        const left = oneEvent(frame, 'load');
        control.click();
        await left;
        expect(page.location.search).to.equal(`?by=${by}`);
      });
    }

    it(`${name} signs out instead once the script is there`, async () => {
      const { baseUrl, isAlive } = await signIn();
      const { page, element, load } = await open('<p>Hello</p>');
      expect(element).to.equal(null);
      page.document.body.innerHTML = `<store-logout platform="commerce-engine" base-url="${baseUrl}">${content}</store-logout>`;
      const late = page.document.querySelector('store-logout')!;
      await load('/src/define.ts').catch(() => undefined);
      await settled(page, late);
      const loggedOut = oneEvent(late, 'logged-out');
      page.document.querySelector<HTMLElement>('a, form button')!.click();
      await loggedOut;
      expect(await isAlive()).to.equal(false);
      expect(page.location.pathname).to.equal('/rendered.html');
      await forgetEverything();
    });
  }

  it('says on the button of a form what it does', async () => {
    const { page, load } = await open(`<store-logout platform="salla" disabled>${FORM}</store-logout>`);
    await load();
    const button = page.document.querySelector('form button')!;
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(page.document.querySelector('form')!.hasAttribute('aria-disabled')).to.equal(false);
    page.document.querySelector('store-logout')!.focus();
    expect(page.document.activeElement).to.equal(button);
  });
});
