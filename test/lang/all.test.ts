import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import { registerLanguage, type StoreLogoutElement } from '../../src/index.js';
import { allLanguages } from '../../src/lang/all.js';
import { en } from '../../src/lang/en.js';
import { nameOf } from '../support/parts.js';
import { forgetEverything } from '../support/simulators.js';

/** The letters that a language is written in, where they are not Latin. */
const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  bn: /\p{Script=Bengali}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
};

for (const [tag, strings] of Object.entries(allLanguages)) {
  describe(`The language "${tag}"`, () => {
    afterEach(forgetEverything);

    it('has a tag that browsers know', () => {
      const [name] = Intl.getCanonicalLocales(tag);
      expect(new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(name ?? '')).to.be.a(
        'string',
      );
    });

    it('has all strings, as plain text of its own', () => {
      expect(Object.keys(strings)).to.have.members(Object.keys(en));
      for (const [name, text] of Object.entries(strings)) {
        expect(text, name)
          .to.match(/^\S(.*\S)?$/)
          .and.not.match(/[<>&{}]/);
        expect(text, name).to.match(scripts[tag] ?? /\p{Script=Latin}/u);
        const english = en[name as keyof typeof en];
        if (tag !== 'en') expect(text, name).not.to.equal(english);
      }
    });

    it('says different things differently', () => {
      expect(new Set(Object.values(strings)).size).to.equal(Object.keys(strings).length);
    });

    it('is used by a button below its lang', async () => {
      registerLanguage(tag, strings);
      const element = await fixture<StoreLogoutElement>(html`<store-logout lang=${tag}></store-logout>`);
      expect(nameOf(element)).to.equal(strings.label);
    });
  });
}
