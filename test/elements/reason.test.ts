import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import '../../src/define.js';
import type { ConnectionSettings, StoreLogoutElement } from '../../src/index.js';
import { ar } from '../../src/lang/ar.js';
import { en } from '../../src/lang/en.js';
import { clickOn, press } from '../support/input.js';
import { announcementOf, part } from '../support/parts.js';
import { afterTest, hold, recordErrors } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything, type Rule } from '../support/simulators.js';

/** A button whose shop misbehaves as the rule says. */
async function open(rule: Rule, content: TemplateResult | string = ''): Promise<StoreLogoutElement> {
  const { baseUrl, simulators } = await signIn();
  await simulators.rules(rule);
  return fixture(
    html`<store-logout platform="commerce-engine" base-url=${baseUrl}>${content}</store-logout>`,
  );
}

async function fail(element: StoreLogoutElement): Promise<HTMLElement> {
  await element.logout();
  await element.updateComplete;
  return part(element, 'reason')!;
}

const isShown = (element: Element | null | undefined): boolean => element?.checkVisibility() ?? false;
const textOf = (element: Element): string => (element.textContent ?? '').trim();
const refusal: Rule = { path: 'logout', status: 400, json: { success: false } };
const wait = async (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

describe('The reason for a failure', () => {
  afterEach(forgetEverything);

  const portal = '<!doctype html><title>Guest network</title>';
  const failures: Record<string, { rule: Rule; settings?: ConnectionSettings; says: string }> = {
    'a 500': { rule: { path: 'logout', status: 500, text: '' }, says: en.serverError },
    'a 429': { rule: { path: 'logout', status: 429, text: '' }, says: en.serverError },
    'a refusal': { rule: refusal, says: en.refused },
    'a 404 that is not the platform’s': { rule: { path: 'logout', status: 404, text: '' }, says: en.refused },
    'a refusal, with the tokens removed: a reload would forget them': {
      rule: refusal,
      settings: { clearOnFailure: true },
      says: en.serverError,
    },
    'no answer in time': {
      rule: { path: 'logout', fault: 'hang' },
      settings: { timeout: 300 },
      says: en.timedOut,
    },
    'a broken connection': { rule: { path: 'logout', fault: 'reset' }, says: en.unreachable },
    'a page where an answer was due': {
      rule: { path: 'logout', status: 200, html: portal },
      says: en.intercepted,
    },
    'a network that wants a sign-in': {
      rule: { path: 'logout', status: 511, html: portal },
      says: en.intercepted,
    },
  };
  for (const [name, { rule, settings, says }] of Object.entries(failures)) {
    it(`has a text of its own after ${name}, visible and announced`, async () => {
      const element = Object.assign(await open(rule), settings);
      const reason = await fail(element);
      expect(textOf(reason)).to.equal(says);
      expect(isShown(reason)).to.equal(true);
      expect(announcementOf(element)).to.equal(says);
    });
  }

  it('is there after a failure only', async () => {
    const element = await open({ path: 'logout', status: 500, times: 1 });
    expect(part(element, 'reason'), 'idle').to.equal(null);
    await fail(element);
    const release = hold(element);
    const flight = element.logout();
    await element.updateComplete;
    expect(part(element, 'reason'), 'busy').to.equal(null);
    release();
    await flight;
    await element.updateComplete;
    expect(element.state).to.equal('done');
    expect(part(element, 'reason'), 'done').to.equal(null);
  });

  it('stays if somebody had signed in on the page before', async () => {
    const element = await open(refusal);
    element.signedIn();
    await fail(element);
    expect(element.state).to.equal('failed');
    document.dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
    expect(element.state).to.equal('failed');
    expect(isShown(part(element, 'reason'))).to.equal(true);
    element.signedIn();
    expect(element.state).to.equal('idle');
  });

  it('is read once: screen readers hear the status, and the visible text is hidden from them', async () => {
    const element = await open(refusal);
    const reason = await fail(element);
    expect(reason.getAttribute('aria-hidden')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('is shown by the button that was clicked, and by no other', async () => {
    const element = await open(refusal);
    const other = element.cloneNode() as StoreLogoutElement;
    element.after(other);
    await fail(element);
    await other.updateComplete;
    expect(other.state).to.equal('failed');
    expect(part(other, 'reason')).to.equal(null);
  });

  it('speaks the language of the page, and follows it', async () => {
    const element = await open(refusal);
    element.lang = 'ar';
    const reason = await fail(element);
    expect(textOf(reason)).to.equal(ar.refused);
    expect(getComputedStyle(reason).direction).to.equal('rtl');
    element.strings = { refused: 'No.' };
    await element.updateComplete;
    expect(textOf(part(element, 'reason')!)).to.equal('No.');
  });

  it('marks English that stands in for another language', async () => {
    const element = await open(refusal);
    element.lang = 'tlh';
    const reason = await fail(element);
    expect(reason.querySelector('[lang]')?.getAttribute('lang')).to.equal('en');
  });

  it('shows beside the author’s own button as well', async () => {
    const element = await open(refusal, html`<a slot="trigger" href="/logout">Leave</a>`);
    expect(isShown(await fail(element))).to.equal(true);
  });
});

describe('The place of the reason', () => {
  afterEach(forgetEverything);

  const places: Record<string, string> = {
    'at the start of a line': 'text-align: start',
    'at the end of a line': 'text-align: end',
    'in a box that clips': 'overflow: hidden; height: 3em',
    'in a menu that has faded out': 'visibility: hidden; opacity: 0',
    'at the foot of the window': 'position: fixed; inset: auto 0 0',
    'with a button that leaves no room above or below':
      'position: fixed; inset: 0; display: grid; grid-template-rows: 0 1fr 0',
  };
  for (const [name, style] of Object.entries(places)) {
    for (const dir of ['ltr', 'rtl']) {
      it(`is in the window, and moves nothing, ${name}, ${dir}`, async () => {
        const element = await open(refusal);
        const place = await fixture<HTMLElement>(html`<div dir=${dir} style=${style}>Nora</div>`);
        place.append(element, ' Orders');
        await element.updateComplete;
        const room = (): string =>
          JSON.stringify([element, place].map((each) => each.getBoundingClientRect()));
        const before = room();
        const reason = await fail(element);
        expect(room()).to.equal(before);

        const { left, right, top, bottom, width } = reason.getBoundingClientRect();
        expect([left >= 0, right <= document.documentElement.clientWidth]).to.deep.equal([true, true]);
        expect([top >= 0, bottom <= innerHeight]).to.deep.equal([true, true]);
        const inMiddle = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
        expect(inMiddle, 'nothing covers it').to.equal(element);
        expect(getComputedStyle(reason).visibility).to.equal('visible');
      });
    }
  }

  it('can be read where a theme gives its lines no height', async () => {
    const element = await open(refusal);
    element.style.lineHeight = '0';
    const { lineHeight, fontSize } = getComputedStyle(await fail(element));
    if (CSS.supports('line-height', '1lh')) expect(parseFloat(lineHeight)).to.be.least(parseFloat(fontSize));
  });

  for (const theme of ['', 'display: contents', 'display: inline', 'all: unset', 'anchor-name: --its-own']) {
    it(`is beside the button, if the browser has anchor positioning: store-logout { ${theme} }`, async () => {
      const element = await open(refusal);
      element.style.cssText = theme;
      const reason = (await fail(element)).getBoundingClientRect();
      const button = part(element, 'button')!.getBoundingClientRect();
      if (!CSS.supports('position-area', 'block-end')) return;
      const gap = Math.min(Math.abs(reason.top - button.bottom), Math.abs(button.top - reason.bottom));
      expect(gap).to.be.below(20);
      expect(reason.left < button.right && button.left < reason.right).to.equal(true);
    });
  }

  it('can be another one by CSS', async () => {
    const style = document.createElement('style');
    style.textContent = 'store-logout::part(reason) { inset: 10px auto auto 10px; margin: 0; }';
    document.head.append(style);
    afterTest(() => style.remove());
    const element = await open(refusal);
    const reason = await fail(element);
    const { left, top } = reason.getBoundingClientRect();
    expect([left, top]).to.deep.equal([10, 10]);
    style.textContent = 'store-logout::part(reason) { display: none; }';
    expect(isShown(reason)).to.equal(false);
    expect(announcementOf(element), 'heard all the same').to.equal(en.refused);
  });
});

describe('A reason that covers something', () => {
  afterEach(forgetEverything);

  const ways: Record<string, (reason: HTMLElement) => Promise<void>> = {
    'a click on it': (reason) => clickOn(reason),
    Escape: () => press('Escape'),
  };
  for (const [name, close] of Object.entries(ways)) {
    it(`closes at ${name}, and opens at the next failure only`, async () => {
      const element = await open(refusal);
      const reason = await fail(element);
      await close(reason);
      expect(isShown(reason)).to.equal(false);
      expect(element.state, 'it is no click on the button').to.equal('failed');
      element.requestUpdate();
      await element.updateComplete;
      expect(isShown(part(element, 'reason'))).to.equal(false);
      expect(isShown(await fail(element))).to.equal(true);
    });
  }

  it('stays at any other key, and at a click elsewhere', async () => {
    const element = await open(refusal);
    const reason = await fail(element);
    await press('Tab');
    await clickOn(await fixture(html`<p style="position: fixed; inset: auto 0 0 auto">Elsewhere</p>`));
    expect(isShown(reason)).to.equal(true);
  });

  it('makes no error if a listener removes the element, and is not there when it comes back', async () => {
    const errors = recordErrors();
    const element = await open(refusal);
    const parent = element.parentElement!;
    element.addEventListener('failed-logout', () => element.remove());
    await element.logout();
    await wait(50);
    expect(errors).to.deep.equal([]);
    parent.append(element);
    await element.updateComplete;
    expect(part(element, 'reason')).to.equal(null);
  });

  it('shows if a listener moves the element', async () => {
    const element = await open(refusal);
    const place = await fixture(html`<p></p>`);
    element.addEventListener('failed-logout', () => place.append(element));
    expect(isShown(await fail(element))).to.equal(true);
  });

  it('disappears with the element', async () => {
    const element = await open(refusal);
    await fail(element);
    const parent = element.parentElement!;
    element.remove();
    await element.updateComplete;
    parent.append(element);
    await element.updateComplete;
    expect(part(element, 'reason')).to.equal(null);
  });
});

describe('A logout that failed on a shared computer', () => {
  afterEach(forgetEverything);

  it('is visible although the tokens are gone', async () => {
    const element = await open(refusal);
    Object.assign(element, { hideWhenSignedOut: true, clearOnFailure: true });
    await element.updateComplete;
    const reason = await fail(element);
    await wait(50);
    await element.updateComplete;
    expect(localStorage.getItem('storefront_access_token')).to.equal(null);
    expect(isShown(part(element, 'button'))).to.equal(true);
    expect(isShown(reason)).to.equal(true);
  });
});

describe('The icon', () => {
  afterEach(forgetEverything);

  const icon = html`<svg slot="icon" width="16" height="16" aria-hidden="true"></svg>`;
  const signOf = (element: Element): string =>
    getComputedStyle(part(element, 'icon')!, '::after').content.replace(/^none$|^normal$/, '-');

  it('is replaced by a sign of the result, which screen readers do not read', async () => {
    const element = await open({ path: 'logout', status: 500, times: 1 }, icon);
    const shown = (): boolean => element.querySelector('svg')!.checkVisibility({ visibilityProperty: true });
    expect([signOf(element), shown()]).to.deep.equal(['-', true]);
    await fail(element);
    expect(signOf(element)).to.match(/^"!"( \/ "")?$/);
    expect(shown()).to.equal(false);
    await element.logout();
    await element.updateComplete;
    expect(signOf(element)).to.equal('""');
    expect(shown()).to.equal(false);
  });

  it('has no sign if there is no icon', async () => {
    const element = await open(refusal);
    await fail(element);
    expect(signOf(element)).to.equal('-');
  });
});
