import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Attribute, ClassMember, CustomElement, Package } from 'custom-elements-manifest/schema';

import '../../src/define.js';
import * as library from '../../src/index.js';
import type { StoreLogoutElement, StoreSessionElement } from '../../src/index.js';
import { hold } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

type Tag = 'store-logout' | 'store-session';
type Field = ClassMember & { readonly readonly?: boolean };
type Declared = Required<CustomElement> & {
  readonly cssStates: readonly { name: string; description?: string }[];
};

const manifest = (await (await fetch('/custom-elements.json')).json()) as Package;
const declarations = manifest.modules.flatMap((module) => module.declarations ?? []) as CustomElement[];

const declared = (tag: Tag): Declared => {
  const found = declarations.find(({ tagName }) => tagName === tag);
  return {
    attributes: [],
    events: [],
    slots: [],
    cssParts: [],
    cssStates: [],
    cssProperties: [],
    ...found,
  } as never;
};

const names = (items: readonly { readonly name: string }[]): string[] =>
  items.map(({ name }) => name).toSorted();

/** A button for a shopper who is signed in. */
async function openLogout(): Promise<StoreLogoutElement> {
  const { baseUrl } = await signIn();
  return fixture(
    html`<store-logout platform="commerce-engine" base-url=${baseUrl}
      ><i slot="icon">×</i><b slot="busy">…</b></store-logout
    >`,
  );
}

/** Calls `visit` in each state that a logout can show, one after the other. */
async function inEveryState(visit: (element: StoreLogoutElement) => void): Promise<void> {
  const element = await openLogout();
  const show = async (): Promise<void> => {
    await element.updateComplete;
    visit(element);
  };
  await show();
  element.confirm = true;
  const asked = element.logout();
  await waitUntil(() => element.shadowRoot?.querySelector('dialog'), 'the dialog');
  await show();
  element.shadowRoot?.querySelector('dialog')?.close();
  await asked;
  element.confirm = false;
  const { baseUrl } = element;
  element.baseUrl = 'ftp://nowhere.example';
  await element.logout();
  await show();
  element.baseUrl = baseUrl;
  const release = hold(element);
  const flight = element.logout();
  await show();
  release();
  await flight;
  await show();
  element.hideWhenSignedOut = true;
  await show();
}

/** Everything that can be seen of the element, by name. */
function look(element: Element): Map<string, string> {
  const seen = [...(element.shadowRoot?.querySelectorAll('*') ?? []), ...element.children];
  return new Map(
    seen.flatMap((each, index) => {
      const style = getComputedStyle(each);
      const properties = [...style].filter((property) => !property.startsWith('--'));
      return properties.map(
        (property) => [`${index}: ${property}`, style.getPropertyValue(property)] as const,
      );
    }),
  );
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, value]) => before.get(name) !== value).map(([name]) => name);
}

function probe(name: string): string {
  if (name.endsWith('border')) return '7px dashed rgb(1, 2, 3)';
  return /color|background/.test(name) ? 'rgb(1, 2, 3)' : '37px';
}

describe('The manifest', () => {
  afterEach(forgetEverything);

  it('is about both tags', () => {
    expect(names(declarations.map(({ tagName = '' }) => ({ name: tagName })))).to.deep.equal([
      'store-logout',
      'store-session',
    ]);
  });

  for (const tag of ['store-logout', 'store-session'] as const) {
    describe(`of <${tag}>`, () => {
      const { attributes, members } = declared(tag);
      const fields = (members as readonly Field[]).filter(({ kind }) => kind === 'field');
      const methods = members.filter(({ kind }) => kind === 'method');

      it('has exactly the attributes that the element observes', () => {
        const { observedAttributes } = customElements.get(tag) as unknown as { observedAttributes: string[] };
        // It observes these only to say that they are properties.
        const objects = ['strings', 'tokens', 'sdk', 'requestinit', 'request-init'];
        const others = observedAttributes.filter((name) => !objects.includes(name));
        expect(names(attributes)).to.deep.equal(others.toSorted());
      });

      it('says which property each attribute sets, and what it is without', () => {
        for (const { name, fieldName = '', type, default: otherwise } of attributes as readonly Attribute[]) {
          const element = document.createElement(tag) as unknown as HTMLElement & Record<string, unknown>;
          expect(String(element[fieldName]), name).to.equal(otherwise ?? 'undefined');
          element.setAttribute(name, '7');
          const text = type?.text.replace(' | undefined', '') ?? '';
          expect(typeof element[fieldName], name).to.equal(text.includes('(string & {})') ? 'string' : text);
        }
      });

      it('has only members that are there, and none that is private', () => {
        const element = document.createElement(tag);
        expect(fields.length).to.be.above(0);
        for (const { name, privacy } of members) {
          expect(name in element, name).to.equal(true);
          expect(name).to.match(/^[a-z]/);
          expect(privacy).not.to.be.oneOf(['private', 'protected']);
        }
        for (const { name } of methods) expect(Reflect.get(element, name), name).to.be.a('function');
      });

      it('knows what can only be read', () => {
        const element = document.createElement(tag);
        for (const { name, readonly } of fields) {
          expect(Reflect.set(element, name, undefined), name).to.equal(!readonly);
        }
      });

      it('describes everything', () => {
        const { events, slots, cssParts, cssStates, cssProperties } = declared(tag);
        for (const each of [
          ...members,
          ...attributes,
          ...events,
          ...slots,
          ...cssParts,
          ...cssStates,
          ...cssProperties,
        ]) {
          expect(each.description, each.name).to.be.a('string').and.not.equal('');
        }
      });
    });
  }

  it('has exactly the parts and slots that a logout can show', async () => {
    const parts = new Set<string>();
    const slots = new Set<string>();
    await inEveryState(({ shadowRoot }) => {
      for (const each of shadowRoot?.querySelectorAll('[part]') ?? [])
        each.part.forEach((name) => parts.add(name));
      for (const each of shadowRoot?.querySelectorAll('slot') ?? []) slots.add(each.name);
    });
    expect([...parts].toSorted()).to.deep.equal(names(declared('store-logout').cssParts));
    expect([...slots].toSorted()).to.deep.equal(names(declared('store-logout').slots));
  });

  it('has the states that a logout goes through', async () => {
    const states = names(declared('store-logout').cssStates);
    const seen = new Set<string>();
    await inEveryState((element) => {
      for (const state of states) if (element.matches(`:state(${state})`)) seen.add(state);
    });
    expect([...seen].toSorted()).to.deep.equal(states);
  });

  it('has events that a logout really dispatches, of the types that it names', async () => {
    const heard = new Map<string, Event>();
    const { events } = declared('store-logout');
    const element = await openLogout();
    for (const { name } of events) element.addEventListener(name, (event) => heard.set(name, event));
    const { baseUrl } = element;
    element.baseUrl = 'ftp://nowhere.example';
    await element.logout();
    element.baseUrl = baseUrl;
    await element.logout();

    expect([...heard.keys()].toSorted()).to.deep.equal(names(events));
    for (const { name, type } of events) {
      const kind = (library as Record<string, unknown>)[type.text] ?? CustomEvent;
      expect(heard.get(name), name).to.be.instanceOf(kind);
      expect(heard.get(name)).to.include({ bubbles: true, composed: true });
    }
  });

  it('has the slot, the states and the event of a session', async () => {
    const { baseUrl, simulators } = await signIn();
    const { slots, cssStates, events } = declared('store-session');
    const heard: string[] = [];
    const seen = new Set<string>();
    const session = await fixture<StoreSessionElement>(html`<store-session></store-session>`);
    const see = (): void => {
      for (const state of names(cssStates)) if (session.matches(`:state(${state})`)) seen.add(state);
    };
    for (const { name } of events) session.addEventListener(name, () => heard.push(name));
    see();
    Object.assign(session, { platform: 'commerce-engine', baseUrl });
    await session.updateComplete;
    see();
    session.platform = 'unisouk';
    await session.updateComplete;
    localStorage.clear();
    Object.assign(session, {
      platform: 'custom',
      baseUrl: `${simulators.root}/custom/logout`,
      tokenKey: 't',
    });
    await session.updateComplete;
    Object.assign(session, { platform: 'commerce-engine', baseUrl, tokenKey: undefined });
    await session.updateComplete;
    see();

    expect([...seen].toSorted()).to.deep.equal(names(cssStates));
    expect([...new Set(heard)]).to.deep.equal(names(events));
    const found = [...(session.shadowRoot?.querySelectorAll('slot') ?? [])];
    expect(names(found)).to.deep.equal(names(slots));
  });

  for (const { name, default: otherwise } of declared('store-logout').cssProperties) {
    it(`says what ${name} does, and its default`, async () => {
      const element = await openLogout();
      element.focus({ focusVisible: true });
      const before = look(element);
      element.style.setProperty(name, otherwise ?? '');
      expect(changes(before, look(element)), `with the default, ${otherwise}`).to.deep.equal([]);
      element.style.setProperty(name, probe(name));
      expect(changes(before, look(element))).not.to.deep.equal([]);
    });
  }
});
