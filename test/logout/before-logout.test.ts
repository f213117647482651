import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import type { BeforeLogoutEvent, LogoutOutcome, StoreLogoutElement } from '../../src/index.js';
import { itWaits } from '../support/it-waits.js';
import { announcementOf } from '../support/parts.js';
import { deferred, hear, recordFetches } from '../support/recorders.js';
import { signIn, type SignedIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

/** How long the listeners may delay a logout, as documented. */
const CAP = 5000;

async function open(): Promise<SignedIn & { element: StoreLogoutElement }> {
  const store = await signIn();
  const { baseUrl } = store;
  const element = await fixture<StoreLogoutElement>(
    html`<store-logout platform="commerce-engine" base-url=${baseUrl}></store-logout>`,
  );
  return { ...store, element };
}

describe('The event before-logout', () => {
  afterEach(forgetEverything);

  it('comes before the request, in the task of the call', async () => {
    const { element } = await open();
    const fetches = recordFetches();
    let event: Event | undefined;
    element.addEventListener('before-logout', (each) => {
      event = each;
      expect(fetches).to.deep.equal([]);
    });
    const flight = element.logout();
    expect(event).to.include({ bubbles: true, composed: true, cancelable: true });
    expect(fetches).to.have.length(1);
    await flight;
  });

  it('bubbles to the document', async () => {
    const { element } = await open();
    let target: EventTarget | null | undefined;
    document.addEventListener('before-logout', (event) => ({ target } = event), { once: true });
    await element.logout();
    expect(target).to.equal(element);
  });

  it('finds a logout under way: calling logout() joins it', async () => {
    const { element, requests } = await open();
    let joined: Promise<LogoutOutcome> | undefined;
    element.addEventListener('before-logout', () => {
      joined = element.logout();
    });
    const flight = element.logout();
    expect(joined).to.equal(flight);
    await flight;
    expect(await requests()).to.equal(1);
  });
});

describe('preventDefault() of before-logout', () => {
  afterEach(forgetEverything);

  const ways: Record<string, (event: BeforeLogoutEvent) => void> = {
    'at once': (event) => event.preventDefault(),
    'while a promise is awaited': (event) =>
      event.waitUntil(Promise.resolve().then(() => event.preventDefault())),
    'before a promise is given': (event) => {
      event.preventDefault();
      event.waitUntil(Promise.resolve());
    },
    'and a rejection': (event) =>
      event.waitUntil(
        Promise.resolve().then(() => {
          event.preventDefault();
          throw new Error('called off');
        }),
      ),
  };
  for (const [name, callOff] of Object.entries(ways)) {
    it(`cancels the logout, ${name}`, async () => {
      const { element, isAlive, requests } = await open();
      const tokens = JSON.stringify(localStorage);
      const heard = hear(document);
      element.addEventListener('before-logout', callOff, { once: true });
      const outcome = await element.logout();
      expect(outcome).to.include({
        ok: false,
        reason: 'cancelled',
        server: 'not-asked',
        local: 'kept',
        platform: 'commerce-engine',
        attempts: 0,
        retryable: true,
      });
      expect(heard).to.deep.equal([]);
      expect(element.state).to.equal('idle');
      expect(JSON.stringify(localStorage)).to.equal(tokens);
      expect(await requests()).to.equal(0);
      expect(await isAlive()).to.equal(true);
    });
  }

  it('does not prevent the next try', async () => {
    const { element, isAlive } = await open();
    element.addEventListener('before-logout', (event) => event.preventDefault(), { once: true });
    await element.logout();
    expect(await element.logout()).to.include({ ok: true });
    expect(await isAlive()).to.equal(false);
  });

  it('shows the failure of the logout before again', async () => {
    const { element, simulators } = await open();
    await simulators.rules({ path: 'logout$', error: 500 });
    expect(await element.logout()).to.include({ ok: false, reason: 'http' });
    await element.updateComplete;
    const announced = announcementOf(element);
    expect(announced).to.contain('still be logged in');
    element.addEventListener('before-logout', (event) => event.preventDefault());

    expect(await element.logout()).to.include({ reason: 'cancelled' });
    await element.updateComplete;
    expect([element.state, announcementOf(element)]).to.deep.equal(['failed', announced]);
  });

  it('keeps the tokens with clear-on-failure too', async () => {
    const { element } = await open();
    element.clearOnFailure = true;
    element.addEventListener('before-logout', (event) => event.preventDefault());
    expect(await element.logout()).to.include({ reason: 'cancelled', local: 'kept' });
    expect(localStorage.getItem('storefront_access_token')).to.be.a('string');
  });
});

describe('waitUntil() of before-logout', () => {
  afterEach(forgetEverything);

  it('delays the request until every promise has settled', async () => {
    const { element, requests } = await open();
    const saveCart = deferred();
    const askStaff = deferred();
    const fetches = recordFetches();
    element.addEventListener('before-logout', (event) => event.waitUntil(saveCart.promise));
    element.parentElement?.addEventListener('before-logout', (event) => event.waitUntil(askStaff.promise));
    const flight = element.logout();
    saveCart.resolve();
    await saveCart.promise;
    await element.updateComplete;
    expect(element.state).to.equal('busy');
    expect(fetches).to.deep.equal([]);
    askStaff.resolve();
    expect(await flight).to.include({ ok: true });
    expect(await requests()).to.equal(1);
  });

  it('continues after a rejection, but not before the others', async () => {
    const { element } = await open();
    const saveCart = deferred();
    const askStaff = deferred();
    const fetches = recordFetches();
    element.addEventListener('before-logout', (event) => {
      event.waitUntil(saveCart.promise);
      event.waitUntil(askStaff.promise);
    });
    const flight = element.logout();
    saveCart.reject(new Error('The cart could not be saved.'));
    await saveCart.promise.catch(() => undefined);
    await element.updateComplete;
    expect(fetches).to.deep.equal([]);
    askStaff.resolve();
    expect(await flight).to.include({ ok: true, server: 'ended' });
  });

  it('accepts a value that is no promise', async () => {
    const { element } = await open();
    element.addEventListener('before-logout', (event) => {
      event.waitUntil(undefined as never);
      event.waitUntil({ then: (done: () => void) => done() } as never);
    });
    expect(await element.logout()).to.include({ ok: true });
  });

  itWaits('cannot delay it for more than five seconds', async () => {
    const { element, isAlive } = await open();
    element.addEventListener('before-logout', (event) => event.waitUntil(new Promise(() => undefined)));
    const start = performance.now();
    expect(await element.logout()).to.include({ ok: true });
    expect(performance.now() - start).to.be.within(CAP - 50, CAP + 4000);
    expect(await isAlive()).to.equal(false);
  });

  it('leaves the request a part of a short timeout', async () => {
    const { element, isAlive } = await open();
    element.timeout = 4000;
    element.addEventListener('before-logout', (event) => event.waitUntil(new Promise(() => undefined)));
    expect(await element.logout()).to.include({ ok: true, server: 'ended', attempts: 1 });
    expect(await isAlive()).to.equal(false);
  });

  it('sends nothing of a session that somebody announces meanwhile, and keeps its token', async () => {
    const { element, requests, simulators } = await open();
    const saveCart = deferred();
    element.addEventListener('before-logout', (event) => event.waitUntil(saveCart.promise));
    const flight = element.logout();
    element.signedIn();
    const { tokens } = await simulators.signIn('commerce-engine');
    saveCart.resolve();

    expect(await flight).to.include({ ok: false, server: 'not-asked', local: 'kept' });
    expect(await requests()).to.equal(0);
    expect(localStorage.getItem('storefront_access_token')).to.equal(tokens.accessToken);
    expect(element.state).to.equal('idle');
  });

  it('does not send a token that came meanwhile', async () => {
    const { element, simulators } = await open();
    const old = localStorage.getItem('storefront_access_token') ?? '';
    const saveCart = deferred();
    element.addEventListener('before-logout', (event) => event.waitUntil(saveCart.promise));
    const flight = element.logout();
    const { tokens } = await simulators.signIn('commerce-engine');
    saveCart.resolve();

    expect(await flight).to.include({ ok: true, local: 'partly' });
    const sent = (await simulators.log()).at(-1)?.headers['authorization'];
    expect(sent).to.equal(`Bearer ${old}`);
    expect(localStorage.getItem('storefront_access_token')).to.equal(tokens.accessToken);
  });
});
