import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { allLanguages } from '../../src/lang/all.js';
import { DEFAULT_TIMEOUT } from '../../src/connection/connection.js';
import { builtInPlatforms } from '../../src/platforms/all.js';
import { authJs } from '../../src/platforms/auth-js.js';
import { medusa } from '../../src/platforms/medusa.js';
import { oauth2Revoke } from '../../src/platforms/oauth2-revoke.js';
import { oidc } from '../../src/platforms/oidc.js';
import { vendure } from '../../src/platforms/vendure.js';
import { part } from '../support/parts.js';

interface Declaration {
  readonly tagName: string;
  readonly attributes?: readonly { readonly name: string }[];
  readonly events?: readonly { readonly name: string }[];
  readonly cssParts?: readonly { readonly name: string }[];
  readonly slots?: readonly { readonly name: string }[];
  readonly cssProperties?: readonly { readonly name: string }[];
  readonly cssStates?: readonly { readonly name: string }[];
}

const OF_THEIR_OWN = [vendure, oidc, oauth2Revoke, authJs, medusa];
const PLATFORMS = [...builtInPlatforms, ...OF_THEIR_OWN].map(({ name }) => name);
const GLOBAL_ATTRIBUTES = ['id', 'class', 'slot', 'hidden', 'lang', 'dir'];

/** A template of Twig's as a page: with nothing of Twig's in it. */
const rendered = (twig: string): string =>
  twig.replaceAll(/\{[%#].*?[%#]\}/gs, '').replaceAll(/\{\{.*?\}\}/gs, 'x');

const textOf = async (file: string): Promise<string> => (await fetch(file)).text();

/** Every page that can be reached from the README. */
async function manualPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const open = ['/README.md'];
  for (let file = open.pop(); file; file = open.pop()) {
    if (pages.has(file)) continue;
    const text = await textOf(file);
    pages.set(file, text);
    const links = [...text.matchAll(/\]\(([\w./-]+\.md)(?:#[\w-]+)?\)/g)];
    open.push(...links.map(([, href = '']) => new URL(href, new URL(file, location.origin)).pathname));
  }
  return pages;
}

describe('The manual', () => {
  let pages: Map<string, string>;
  let manual: string;
  let elements: readonly Declaration[];

  const page = (file: string): string => pages.get(file)!;

  before(async () => {
    pages = await manualPages();
    manual = [...pages.values(), await textOf('/CONTRIBUTING.md')].join('\n');
    const manifest = (await (await fetch('/custom-elements.json')).json()) as {
      modules: readonly { declarations: readonly Declaration[] }[];
    };
    elements = manifest.modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
  });

  const blocks = (language: string): string[] =>
    [...manual.matchAll(new RegExp(`^ *\`\`\`${language}\\n(.*?)^ *\`\`\``, 'gms'))].map(
      ([, code = '']) => code,
    );

  it('is a page for each question, and all of it can be reached from the README', () => {
    expect([...pages.keys()].filter((file) => file.startsWith('/docs/')).length).to.be.above(30);
  });

  it('shows only tags with attributes and values that exist', () => {
    const tags = [...blocks('html'), ...blocks('twig').map(rendered)].flatMap((code) => {
      const template = document.createElement('template');
      template.innerHTML = code;
      return [...template.content.querySelectorAll('store-logout, store-session')];
    });
    expect(tags.length).to.be.above(5);
    for (const tag of tags) {
      const known = elements.find(({ tagName }) => tagName === tag.localName)?.attributes ?? [];
      for (const { name, value } of tag.attributes) {
        expect([...known.map((each) => each.name), ...GLOBAL_ATTRIBUTES], tag.outerHTML).to.include(name);
        if (name === 'platform') expect(PLATFORMS).to.include(value);
      }
    }
  });

  it('says of each platform how it was proved', () => {
    const [, table = ''] = page('/docs/tested-with.md').split(/<!-- \/?proofs -->/);
    const rows = [...table.matchAll(/^\| `([\w-]+)` +\| \S/gm)];
    expect(rows.map(([, name]) => name)).to.have.members(PLATFORMS);
  });

  it('styles only parts that exist, with custom properties that exist', () => {
    const parts = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
    const properties = elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
    const used = [...manual.matchAll(/::part\(([\w-]+)\)/g)].map(([, name]) => name);
    expect(used.length).to.be.above(0);
    expect(parts).to.include.members(used);
    expect(properties).to.include.members(
      [...manual.matchAll(/--store-logout-[\w-]+/g)].map(([name]) => name),
    );
  });

  it('has style sheets whose every rule and declaration browsers accept', () => {
    const inPages = blocks('html').flatMap((code) => [...code.matchAll(/<style>(.*?)<\/style>/gs)]);
    for (const css of [...blocks('css'), ...inPages.map(([, code = '']) => code)]) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      expect(sheet.cssRules.length).to.equal(css.split('{').length - 1);
      for (const [, name = '', value = ''] of css.matchAll(/^\s+([\w-]+): (.+);/gm)) {
        expect(name.startsWith('--') || CSS.supports(name, value), `${name}: ${value}`).to.equal(true);
      }
    }
  });

  it('shows how to make the status visible below the button', async () => {
    const css = blocks('css').find((code) => code.startsWith('store-logout.explained'));
    const place = await fixture(html`
      <div style="inline-size: 300px; text-align: start">
        <style>
          ${css}
        </style>
        <store-logout class="explained" platform="custom"></store-logout>
      </div>
    `);
    const element = place.querySelector<StoreLogoutElement>('store-logout')!;
    await element.updateComplete;
    const [button, status] = [part(element, 'button')!, part(element, 'status')!];
    expect(status.getBoundingClientRect().height).to.equal(0);
    const before = button.getBoundingClientRect();

    await element.logout();
    await element.updateComplete;
    const [now, shown] = [button.getBoundingClientRect(), status.getBoundingClientRect()];
    expect(now.toJSON()).to.deep.equal(before.toJSON());
    expect(shown.top).to.be.at.least(now.bottom);
    expect(shown.height).to.be.above(10);
    expect(shown.width).to.be.above(now.width);
    expect(getComputedStyle(status).clipPath).to.equal('none');
    // Nothing of the text is cut off.
    expect([status.scrollWidth, status.scrollHeight]).to.deep.equal([
      status.clientWidth,
      status.clientHeight,
    ]);
  });

  it('names every attribute, event, part, slot, state and custom property', () => {
    for (const {
      attributes = [],
      events = [],
      cssParts = [],
      slots = [],
      cssStates = [],
      cssProperties = [],
    } of elements) {
      for (const { name } of [...attributes, ...events, ...cssParts, ...cssProperties]) {
        expect(manual).to.contain(`\`${name}\``);
      }
      for (const { name } of slots) if (name) expect(manual).to.contain(`\`${name}\``);
      for (const { name } of cssStates) expect(manual).to.match(new RegExp(`\\b${name}\\b`));
    }
  });

  it('names the version of Node.js that the package asks for', async () => {
    const { engines } = (await (await fetch('/package.json')).json()) as { engines: { node: string } };
    const named = [...manual.matchAll(/Node(?:\.js)? (\d+)/g)];
    expect(named.length).to.be.above(0);
    for (const [, version] of named) expect(`>=${version}`).to.equal(engines.node);
  });

  it('names every language that there is, and the default of every limit that can be set', () => {
    const chapter = page('/docs/languages.md');
    const english = new Intl.DisplayNames(['en'], { type: 'language' });
    for (const tag of Object.keys(allLanguages)) {
      // Bangla, by Unicode's choice.
      const name = tag === 'bn' ? 'Bengali' : english.of(tag);
      expect(chapter.replaceAll('\n', ' ')).to.contain(name);
      if (tag !== 'en') expect(chapter).to.contain(`\`${tag.toLowerCase()}\``);
    }
    expect(manual).to.match(new RegExp(`^\\| \`timeout\` .* \\| \`${DEFAULT_TIMEOUT}\` +\\|$`, 'm'));
  });

  it('says what the texts are in English', () => {
    const lines = page('/docs/languages.md').split('\n');
    for (const [name, text] of Object.entries(allLanguages['en']!)) {
      expect(lines.find((line) => line.startsWith(`| \`${name}\` `))).to.contain(text);
    }
  });

  it('names the versions of frameworks that are tried', async () => {
    const { dependencies } = (await (await fetch('/fixtures/package.json')).json()) as {
      dependencies: Record<string, string>;
    };
    const named = [...manual.matchAll(/(React|Vue|Svelte) (\d+)\b/g)];
    expect(named.length).to.be.above(2);
    for (const [claim, name = '', version] of named) {
      expect(dependencies[name.toLowerCase()]?.split('.')[0], claim).to.equal(version);
    }
  });
});
