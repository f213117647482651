import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import { logout, memoryTokens, type LogoutOutcome, type StoreLogoutElement } from '../../src/index.js';
import { hear, recordErrors } from '../support/recorders.js';
import { signIn, type SignedIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

const ACCESS = 'storefront_access_token';
const TYPES = ['before-logout', 'logged-out', 'failed-logout'] as const;

type Ending = 'logged-out' | 'failed-logout';

/** A shopper whose logout will end like this. */
async function signInFor(ending: Ending): Promise<SignedIn> {
  const store = await signIn();
  if (ending === 'failed-logout') await store.simulators.rules({ path: 'logout$', error: 500 });
  return store;
}

async function open({ baseUrl }: SignedIn): Promise<StoreLogoutElement> {
  return fixture(html`<store-logout platform="commerce-engine" base-url=${baseUrl}></store-logout>`);
}

for (const ending of ['logged-out', 'failed-logout'] as const) {
  describe(`The event ${ending}`, () => {
    afterEach(forgetEverything);

    it('comes once, after before-logout, and without the other', async () => {
      const element = await open(await signInFor(ending));
      const types: string[] = [];
      for (const type of TYPES) element.addEventListener(type, () => types.push(type));
      await element.logout();
      expect(types).to.deep.equal(['before-logout', ending]);
    });

    it('reaches the document through every shadow root', async () => {
      const store = await signInFor(ending);
      const host = await fixture(html`<div></div>`);
      const inner = document.createElement('div');
      host.attachShadow({ mode: 'open' }).append(inner);
      const element = Object.assign(document.createElement('store-logout'), store.settings);
      inner.attachShadow({ mode: 'closed' }).append(element);
      const heard = hear(document);
      const outcome = await element.logout();
      expect(heard.map(({ detail }) => detail)).to.deep.equal([outcome]);
      expect(heard[0]).to.include({ type: ending, bubbles: true, composed: true });
      expect(heard[0]?.cancelable).to.equal(ending === 'logged-out');
    });

    it('has a detail that nobody can change', async () => {
      const element = await open(await signInFor(ending));
      const heard = hear(element);
      await element.logout();
      expectFrozen(heard[0]?.detail);
    });

    it('holds no token and nothing of the shopper', async () => {
      const store = await signInFor(ending);
      const tokens = Object.values({ ...localStorage });
      const element = await open(store);
      const heard = hear(element);
      await element.logout();
      const text = JSON.stringify(heard[0]?.detail);
      for (const token of tokens) expect(text).not.to.include(token);
      expect(text).not.to.match(/@|email|user/i);
    });

    it('comes when the tokens are settled', async () => {
      const element = await open(await signInFor(ending));
      const before = localStorage.getItem(ACCESS);
      let isSame: boolean | undefined;
      element.addEventListener(ending, () => {
        isSame = localStorage.getItem(ACCESS) === before;
      });
      const { local } = await element.logout();
      expect(local).to.equal(ending === 'logged-out' ? 'replaced' : 'kept');
      expect(isSame).to.equal(ending === 'failed-logout');
    });

    it('comes when the element shows the result', async () => {
      const element = await open(await signInFor(ending));
      let state: string | undefined;
      element.addEventListener(ending, () => {
        state = element.state;
      });
      await element.logout();
      expect(state).to.equal(ending === 'logged-out' ? 'done' : 'failed');
    });

    it('comes before the promise of logout() resolves', async () => {
      const element = await open(await signInFor(ending));
      const order: string[] = [];
      element.addEventListener(ending, () => order.push('event'));
      await element.logout().then(() => order.push('promise'));
      expect(order).to.deep.equal(['event', 'promise']);
    });

    it('is not disturbed by listeners that throw', async () => {
      const store = await signInFor(ending);
      const element = await open(store);
      const errors = recordErrors();
      for (const type of TYPES) {
        element.addEventListener(type, () => {
          throw new Error(`a fault of a listener for ${type}`);
        });
      }
      const heard = hear(document);
      const outcome = await element.logout();
      expect(heard.map(({ type, detail }) => [type, detail])).to.deep.equal([[ending, outcome]]);
      expect(errors, 'reported, as for every event').to.have.length(2);
      expect(await store.isAlive()).to.equal(ending === 'failed-logout');
    });

    it('is dispatched at the document when there is no element', async () => {
      const { settings } = await signInFor(ending);
      const heard = hear(document);
      const outcome = await logout(settings);
      expect(heard.map(({ target, detail }) => [target, detail])).to.deep.equal([[document, outcome]]);
    });

    it('is dispatched at whatever target logout() was given', async () => {
      const { settings } = await signInFor(ending);
      const target = new EventTarget();
      const heard = hear(target);
      const documentHeard = hear(document);
      const outcome = await logout(settings, target);
      expect(heard.map(({ detail }) => detail)).to.deep.equal([outcome]);
      expect(documentHeard.map(({ detail }) => detail)).to.deep.equal([outcome]);
    });

    it('reaches the document from an element of a frame too', async () => {
      const { settings } = await signInFor(ending);
      const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
      const { body } = frame.contentDocument!;
      const heard = [hear(body), hear(document)];
      await logout(settings, body);
      expect(heard.map(({ length }) => length)).to.deep.equal([1, 1]);
    });

    it('lets a listener begin another logout', async () => {
      const store = await signInFor(ending);
      const element = await open(store);
      const heard = hear(document);
      let second: Promise<LogoutOutcome> | undefined;
      element.addEventListener(ending, () => (second ??= element.logout()));
      const first = element.logout();
      const outcomes = [await first, await second];
      expect(heard.map(({ detail }) => detail)).to.deep.equal(outcomes);
      expect(outcomes[0]).not.to.equal(outcomes[1]);
    });
  });
}

describe('A listener that removes the element', () => {
  afterEach(forgetEverything);

  for (const type of TYPES) {
    it(`at ${type} does not make the document hear anything twice`, async () => {
      const element = await open(await signInFor(type === 'failed-logout' ? type : 'logged-out'));
      const types: string[] = [];
      const record = (event: Event): void => void types.push(event.type);
      for (const each of TYPES) document.addEventListener(each, record);
      element.addEventListener(type, () => element.remove());
      const { ok } = await element.logout();
      for (const each of TYPES) document.removeEventListener(each, record);
      expect(types).to.deep.equal(['before-logout', ok ? 'logged-out' : 'failed-logout']);
    });
  }
});

describe('The detail of an event', () => {
  afterEach(forgetEverything);

  it('names nothing of a token that the server echoes as an error code', async () => {
    const { settings, simulators } = await signIn();
    const accessToken = 'short-opaque-token';
    await simulators.rules({
      path: 'logout$',
      status: 400,
      json: { success: false, message: `no session ${accessToken}`, code: accessToken },
    });
    const outcome = await logout({ ...settings, tokens: memoryTokens({ accessToken }) });
    expect(outcome).to.include({ ok: false, reason: 'rejected' });
    expect(JSON.stringify(outcome)).not.to.include(accessToken);
  });

  it('names no error code that contains a token', async () => {
    const { settings, simulators } = await signIn();
    const accessToken = 'abc123';
    const code = `invalid_${accessToken}`;
    await simulators.rules({ path: 'logout$', status: 400, json: { success: false, message: 'No', code } });
    const outcome = await logout({ ...settings, tokens: memoryTokens({ accessToken }) });
    expect(outcome).to.include({ ok: false, reason: 'rejected' });
    expect(JSON.stringify(outcome)).not.to.include(accessToken);
  });
});

describe('The events of a logout whose target is the window', () => {
  afterEach(forgetEverything);

  it('come once', async () => {
    const { settings } = await signIn();
    const heard: string[] = [];
    const listen = ({ type }: Event): void => void heard.push(type);
    TYPES.forEach((type) => addEventListener(type, listen));
    await logout(settings, window);
    TYPES.forEach((type) => removeEventListener(type, listen));
    expect(heard).to.deep.equal(['before-logout', 'logged-out']);
  });
});

function expectFrozen(value: unknown): void {
  expect(value).to.be.frozen;
  for (const each of Object.values(value as object)) {
    if (typeof each === 'object') expectFrozen(each);
  }
}
