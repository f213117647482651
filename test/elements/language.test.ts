import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import { registerLanguage, type StoreLogoutElement } from '../../src/index.js';
import { ar } from '../../src/lang/ar.js';
import { en } from '../../src/lang/en.js';
import { announcementOf, nameOf, part } from '../support/parts.js';
import { afterTest, hold } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

async function open(lang?: string): Promise<StoreLogoutElement> {
  const element = await fixture<StoreLogoutElement>(html`<store-logout platform="custom"></store-logout>`);
  if (lang !== undefined) await speak(element, element, lang);
  return element;
}

/** Sets `lang` on `where` and waits until `element` shows it: an observer hears of it in a microtask. */
async function speak(element: StoreLogoutElement, where: Element, lang: string): Promise<void> {
  where.setAttribute('lang', lang);
  await rendered(element);
}

async function rendered(element: StoreLogoutElement): Promise<void> {
  await Promise.resolve();
  await element.updateComplete;
}

describe('The language of <store-logout>', () => {
  afterEach(forgetEverything);

  const table: Record<string, string> = {
    en: en.label,
    'en-GB': en.label,
    ar: ar.label,
    AR: ar.label,
    'ar-SA': ar.label,
    'ar-Arab-EG': ar.label,
    arz: en.label,
    tlh: en.label,
    '': en.label,
    'not a tag': en.label,
    __proto__: en.label,
  };
  for (const [lang, label] of Object.entries(table)) {
    it(`lang="${lang}" makes its label "${label}"`, async () => {
      expect(nameOf(await open(lang))).to.equal(label);
    });
  }

  it('is that of the nearest ancestor which has one', async () => {
    const outer = await fixture(
      html`<div lang="ar">
        <p lang="en"><store-logout platform="custom"></store-logout></p>
      </div>`,
    );
    const element = outer.querySelector('store-logout')!;
    expect(nameOf(element)).to.equal(en.label);
    outer.querySelector('p')?.removeAttribute('lang');
    await rendered(element);
    expect(nameOf(element)).to.equal(ar.label);
  });

  it('follows the page’s', async () => {
    const element = await open();
    const { lang } = document.documentElement;
    afterTest(() => {
      document.documentElement.lang = lang;
    });
    await speak(element, document.documentElement, 'ar');
    expect(nameOf(element)).to.equal(ar.label);
    await speak(element, document.documentElement, 'en');
    expect(nameOf(element)).to.equal(en.label);
  });

  it('follows the place that the element is moved to', async () => {
    const parent = await fixture(
      html`<div>
        <p lang="ar"></p>
        <store-logout platform="custom"></store-logout>
      </div>`,
    );
    const element = parent.querySelector('store-logout')!;
    parent.querySelector('p')?.append(element);
    await rendered(element);
    expect(nameOf(element)).to.equal(ar.label);
  });

  it('is that of a shadow root’s host', async () => {
    const host = await fixture(html`<div lang="ar"></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<store-logout platform="custom"></store-logout>';
    const element = root.querySelector('store-logout')!;
    await rendered(element);
    expect(nameOf(element)).to.equal(ar.label);
  });

  it('follows a change inside the shadow root that the element is in', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<p><store-logout platform="custom"></store-logout></p>';
    const element = root.querySelector('store-logout')!;
    await rendered(element);
    await speak(element, root.querySelector('p')!, 'ar');
    expect(nameOf(element)).to.equal(ar.label);
    await speak(element, host, 'en');
    await speak(element, element, 'en');
    expect(nameOf(element)).to.equal(en.label);
  });

  it('is heard by an element that was removed and added again', async () => {
    const element = await open();
    const parent = element.parentElement!;
    element.remove();
    parent.setAttribute('lang', 'ar');
    parent.append(element);
    await rendered(element);
    expect(nameOf(element)).to.equal(ar.label);
    await speak(element, parent, 'en');
    expect(nameOf(element)).to.equal(en.label);
  });

  it('changes during a logout as well', async () => {
    const { settings } = await signIn();
    const element = await open();
    Object.assign(element, settings);
    const release = hold(element);
    const flight = element.logout();
    await speak(element, element, 'ar');
    expect(announcementOf(element)).to.equal(ar.busy);
    release();
    await flight;
    await rendered(element);
    expect(announcementOf(element)).to.equal(ar.done);
    expect(nameOf(element)).to.equal(ar.done);
  });

  it('can be one that the author registers', async () => {
    registerLanguage('eo', { ...en, label: 'Elsaluti' });
    registerLanguage('eo-x-Shop', { ...en, label: 'Adiaŭ' });
    expect(nameOf(await open('eo-EO'))).to.equal('Elsaluti');
    expect(nameOf(await open('EO-x-shop'))).to.equal('Adiaŭ');
  });
});

describe('A language that is registered late', () => {
  it('is used by elements that are on the page already', async () => {
    const element = await open('cy');
    registerLanguage('cy', { ...en, label: 'Allgofnodi' });
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Allgofnodi');
  });
});

describe('A language that nobody has registered', () => {
  it('is replaced by English, which is marked as such for screen readers', async () => {
    const element = await open('tlh');
    const languageOf = (): string | null | undefined =>
      part(element, 'label')?.querySelector('[lang]')?.getAttribute('lang');
    expect(languageOf()).to.equal('en');
    await speak(element, element, 'en-GB');
    expect(languageOf()).to.equal(undefined);
    await speak(element, element, 'ar');
    expect(languageOf()).to.equal(undefined);
  });

  it('does not mark the author’s own strings', async () => {
    const element = await open('tlh');
    element.strings = { label: 'yIghoS' };
    await element.updateComplete;
    expect(part(element, 'label')?.querySelector('[lang="en"] ')?.textContent).not.to.equal('yIghoS');
    expect(nameOf(element)).to.equal('yIghoS');
  });
});

describe('The strings of <store-logout>', () => {
  it('win over the language’s, one by one', async () => {
    const element = await open('ar');
    element.strings = { label: 'Sign me out' };
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Sign me out');
    await element.logout();
    await element.updateComplete;
    expect(nameOf(element)).to.equal(`Sign me out: ${ar.failed}`);
    expect(announcementOf(element)).to.equal(ar.refused);
  });

  it('can be taken back', async () => {
    const element = await open();
    element.strings = { label: 'Sign me out' };
    await element.updateComplete;
    element.strings = undefined;
    await element.updateComplete;
    expect(nameOf(element)).to.equal(en.label);
  });

  const failures: Record<string, { setting: Record<string, unknown>; says: string }> = {
    'something that only the shop can mend': { setting: { platform: 'unheard-of' }, says: en.refused },
    'something that may pass': {
      // Nothing listens on this port, and browsers refuse to ask it.
      setting: { platform: 'custom', baseUrl: 'http://localhost:1/logout' },
      says: en.unreachable,
    },
  };
  for (const [name, { setting, says }] of Object.entries(failures)) {
    it(`tell the shopper what to do about ${name}`, async () => {
      const element = Object.assign(await open(), setting);
      await element.logout();
      await element.updateComplete;
      expect(announcementOf(element)).to.equal(says);
    });
  }

  it('tell the shopper to connect when the browser is offline', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    afterTest(() => Reflect.deleteProperty(navigator, 'onLine'));
    const element = Object.assign(await open(), { baseUrl: `${location.origin}/logout` });
    await element.logout();
    await element.updateComplete;
    expect(announcementOf(element)).to.equal(en.offline);
  });
});
