import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { part } from '../support/parts.js';

/** Where themes put a button. Each is 200 px wide, with something beside the button. */
const places: Record<string, string> = {
  'a line of text': '<div class="place">Nora <b></b></div>',
  'a row of a flex box':
    '<div class="place" style="display: flex; align-items: center"><i>N</i><b></b></div>',
  'a column of a flex box':
    '<div class="place" style="display: flex; flex-direction: column"><i>N</i><b></b></div>',
  'a grid': '<div class="place" style="display: grid; grid-template-columns: auto 1fr"><i>N</i><b></b></div>',
  'a table': '<table class="place"><tr><td>N</td><td><b></b></td></tr></table>',
  'a menu': '<ul class="place" style="padding: 0; list-style: none"><li>Orders</li><li><b></b></li></ul>',
};

async function openIn(place: string, dir: string): Promise<{ element: StoreLogoutElement; box: Element }> {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  root.dir = dir;
  root.innerHTML = place;
  const box = root.querySelector<HTMLElement>('.place')!;
  box.style.inlineSize = '200px';
  const element = document.createElement('store-logout');
  element.innerHTML = '<svg slot="icon" width="16" height="16" aria-hidden="true"></svg>';
  root.querySelector('b')!.replaceWith(element);
  await element.updateComplete;
  return { element, box };
}

function isInside(inner: Element, outer: Element): boolean {
  const [a, b] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()];
  const isAtLeast = (one: number, other: number): boolean => one - other > -0.5;
  return (
    isAtLeast(a.left, b.left) &&
    isAtLeast(b.right, a.right) &&
    isAtLeast(a.top, b.top) &&
    isAtLeast(b.bottom, a.bottom)
  );
}

for (const dir of ['ltr', 'rtl']) {
  describe(`<store-logout> on a page that runs ${dir}`, () => {
    for (const [name, place] of Object.entries(places)) {
      it(`keeps to its room in ${name}`, async () => {
        const { element, box } = await openIn(place, dir);
        const button = part(element, 'button')!;
        expect(isInside(button, element), 'the button in the element').to.equal(true);
        expect(isInside(element, box), 'the element in its place').to.equal(true);
        expect(isInside(part(element, 'label')!, button), 'the label in the button').to.equal(true);
        expect(button.getBoundingClientRect().width).to.be.closeTo(
          element.getBoundingClientRect().width,
          0.5,
          'the button is as wide as its element',
        );
      });
    }

    it('has its icon before its label', async () => {
      const { element } = await openIn(places['a grid'] ?? '', dir);
      const icon = element.querySelector('svg')!.getBoundingClientRect();
      const label = part(element, 'label')!.getBoundingClientRect();
      if (dir === 'ltr') expect(icon.right).to.be.at.most(label.left);
      else expect(icon.left).to.be.at.least(label.right);
    });

    it('is as wide as its place if it is a block', async () => {
      const { element, box } = await openIn(places['a menu'] ?? '', dir);
      element.style.display = 'block';
      expect(part(element, 'button')!.getBoundingClientRect().width).to.be.closeTo(box.clientWidth, 0.5);
    });
  });
}

describe('The size of the button', () => {
  for (const size of ['0', '6px', '8px']) {
    it(`is at least 24 by 24 px, in a theme with a font of ${size}`, async () => {
      const root = await fixture<HTMLElement>(html`<div style="font-size: ${size}"></div>`);
      const element = document.createElement('store-logout');
      root.append(element);
      await element.updateComplete;
      const { width, height } = part(element, 'button')!.getBoundingClientRect();
      expect(width).to.be.at.least(24);
      expect(height).to.be.at.least(24);
    });
  }
});
