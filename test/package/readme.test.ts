import { expect } from '@open-wc/testing';

import '../../src/define.js';
import { builtInPlatforms } from '../../src/platforms/all.js';
import { oauth2Revoke } from '../../src/platforms/oauth2-revoke.js';
import { oidc } from '../../src/platforms/oidc.js';
import { vendure } from '../../src/platforms/vendure.js';

interface Declaration {
  readonly tagName: string;
  readonly attributes?: readonly { readonly name: string }[];
  readonly events?: readonly { readonly name: string }[];
  readonly cssParts?: readonly { readonly name: string }[];
  readonly slots?: readonly { readonly name: string }[];
  readonly cssProperties?: readonly { readonly name: string }[];
  readonly cssStates?: readonly { readonly name: string }[];
}

const PLATFORMS = [...builtInPlatforms, vendure, oidc, oauth2Revoke].map(({ name }) => name);
const GLOBAL_ATTRIBUTES = ['id', 'class', 'slot', 'hidden', 'lang', 'dir'];

describe('The manual', () => {
  let readme: string;
  let elements: readonly Declaration[];

  before(async () => {
    readme = await (await fetch('/README.md')).text();
    const manifest = (await (await fetch('/custom-elements.json')).json()) as {
      modules: readonly { declarations: readonly Declaration[] }[];
    };
    elements = manifest.modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
  });

  const blocks = (language: string): string[] =>
    [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);

  it('shows only tags with attributes and values that exist', () => {
    const tags = blocks('html').flatMap((code) => {
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
    const [, table = ''] = readme.split(/<!-- \/?proofs -->/);
    const rows = [...table.matchAll(/^\| `([\w-]+)` +\| \S/gm)];
    expect(rows.map(([, name]) => name)).to.have.members(PLATFORMS);
  });

  it('styles only parts that exist', () => {
    const parts = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
    const used = [...readme.matchAll(/::part\(([\w-]+)\)/g)].map(([, name]) => name);
    expect(used.length).to.be.above(0);
    expect(parts).to.include.members(used);
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
        expect(readme).to.contain(`\`${name}\``);
      }
      for (const { name } of slots) if (name) expect(readme).to.contain(`\`${name}\``);
      for (const { name } of cssStates) expect(readme).to.match(new RegExp(`\\b${name}\\b`));
    }
  });

  it('has a heading for each of its links', () => {
    const slugs = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    for (const [, anchor] of readme.matchAll(/\]\(#([\w-]+)\)/g)) expect(slugs).to.include(anchor);
  });
});
