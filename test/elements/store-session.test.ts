import { aTimeout, expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import { logout, memoryTokens, type StoreLogoutElement, type StoreSessionElement } from '../../src/index.js';
import { en } from '../../src/lang/en.js';
import { announcementOf, nameOf, part } from '../support/parts.js';
import { hear, hold, recordFetches } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

async function open(baseUrl: string): Promise<[HTMLElement, StoreLogoutElement, StoreLogoutElement]> {
  const session = await fixture<HTMLElement>(
    html`<store-session platform="commerce-engine" base-url=${baseUrl}>
      <header><store-logout></store-logout></header>
      <footer><store-logout></store-logout></footer>
    </store-session>`,
  );
  const [first, second] = session.querySelectorAll('store-logout');
  return [session, first!, second!];
}

describe('Two elements below one <store-session>', () => {
  afterEach(forgetEverything);

  it('make one request and one event together', async () => {
    const store = await signIn();
    const [session, first, second] = await open(store.baseUrl);
    const heard = hear(session);
    first.click();
    second.click();
    await first.logout();
    expect(heard.map(({ target }) => target)).to.deep.equal([first]);
    expect(await store.requests()).to.equal(1);
  });

  it('show the same state', async () => {
    const { baseUrl } = await signIn();
    const [session, first, second] = await open(baseUrl);
    const release = hold(session);
    const flight = first.logout();
    await Promise.all([first.updateComplete, second.updateComplete]);
    expect([first.state, second.state]).to.deep.equal(['busy', 'busy']);
    release();
    await flight;
    await Promise.all([first.updateComplete, second.updateComplete]);
    expect([first.state, second.state]).to.deep.equal(['done', 'done']);
    expect([nameOf(first), nameOf(second)]).to.deep.equal(['Logged out', 'Logged out']);
  });

  it('are announced once, by the one that was used', async () => {
    const { baseUrl } = await signIn();
    const [, first, second] = await open(baseUrl);
    for (const [used, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const release = hold(used);
      const flight = used.logout();
      await Promise.all([first.updateComplete, second.updateComplete]);
      expect(announcementOf(used)).to.equal('Logging out…');
      expect(announcementOf(other), 'the other, busy').to.equal('');
      release();
      await flight;
      await Promise.all([first.updateComplete, second.updateComplete]);
      expect(announcementOf(used)).to.equal('Logged out');
      expect(announcementOf(other), 'the other, done').to.equal('');
    }
  });
});

describe('A logout whose button has gone', () => {
  afterEach(forgetEverything);

  const announced = async (...elements: StoreLogoutElement[]): Promise<string[]> => {
    await aTimeout(20);
    return elements.map((element) => announcementOf(element));
  };

  for (const status of [200, 500]) {
    it(`is announced by the first that is left: ${status}`, async () => {
      const { baseUrl, simulators } = await signIn();
      const [session, first, second] = await open(baseUrl);
      const third = first.cloneNode() as StoreLogoutElement;
      session.append(third);
      await third.updateComplete;
      if (status === 500) await simulators.rules({ path: 'logout$', status });
      const release = hold(first);
      const flight = first.logout();
      first.remove();
      release();
      await flight;
      const said = status === 200 ? en.done : en.serverError;
      expect(await announced(second, third)).to.deep.equal([said, '']);
      expect(part(second, 'reason')?.checkVisibility()).to.equal(status === 500 ? true : undefined);
    });
  }

  it('at the event is announced by the first that is left', async () => {
    const { baseUrl } = await signIn();
    const [session, first, second] = await open(baseUrl);
    session.addEventListener('logged-out', () => first.remove());
    await first.logout();
    expect(await announced(second)).to.deep.equal([en.done]);
  });

  it('to another connection is announced by the first that is left', async () => {
    const { baseUrl } = await signIn();
    const [, first, second] = await open(baseUrl);
    const release = hold(first);
    const flight = first.logout();
    first.baseUrl = 'https://another.example/storefront';
    await first.updateComplete;
    release();
    await flight;
    expect(await announced(first, second)).to.deep.equal(['', en.done]);
  });

  it('is announced by it again if it comes back during the logout', async () => {
    const { baseUrl } = await signIn();
    const [session, first, second] = await open(baseUrl);
    const release = hold(second);
    const flight = second.logout();
    expect(await announced(first, second)).to.deep.equal(['', en.busy]);
    second.remove();
    await aTimeout(20);
    session.append(second);
    expect(await announced(first, second)).to.deep.equal(['', en.busy]);
    release();
    await flight;
    expect(await announced(first, second)).to.deep.equal(['', en.done]);
  });

  it('is announced by none if the page’s own code began it', async () => {
    const { baseUrl, settings } = await signIn();
    const [, first, second] = await open(baseUrl);
    await logout(settings);
    expect([first.state, second.state]).to.deep.equal(['done', 'done']);
    expect(await announced(first, second)).to.deep.equal(['', '']);
  });

  it('is announced by none then, although a button was clicked before', async () => {
    const { baseUrl, settings, simulators } = await signIn();
    const [, first, second] = await open(baseUrl);
    await simulators.rules({ path: 'logout$', error: 500, times: 1 });
    await first.logout();
    expect(first.state).to.equal('failed');
    await logout(settings);
    expect([first.state, second.state]).to.deep.equal(['done', 'done']);
    expect(await announced(first, second)).to.deep.equal(['', '']);
  });
});

describe('The state of a <store-session>', () => {
  afterEach(forgetEverything);

  it('is known in the task in which it comes on the page', async () => {
    const { baseUrl } = await signIn();
    const session = document.createElement('store-session');
    Object.assign(session, { platform: 'commerce-engine', baseUrl });
    document.body.append(session);
    const { state } = session;
    session.remove();
    expect(state).to.equal('signed-in');
  });
});

describe('<store-session>', () => {
  afterEach(forgetEverything);

  it('tells nothing after it was removed', async () => {
    const tokens = {
      async read() {
        await aTimeout(50);
        return { accessToken: 'late' };
      },
      clear: () => undefined,
    };
    const session = Object.assign(document.createElement('store-session'), {
      platform: 'commerce-engine',
      storeId: 'late',
      tokens,
    });
    const told: unknown[] = [];
    session.addEventListener('session-change', ({ detail }) => told.push(detail));
    document.body.append(session);
    await session.updateComplete;
    session.remove();
    await aTimeout(150);
    expect(told).to.deep.equal([]);
  });

  it('adds no box of its own, and can be hidden', async () => {
    const [session] = await open('https://store.example/storefront');
    expect(getComputedStyle(session).display).to.equal('contents');
    session.hidden = true;
    expect(getComputedStyle(session).display).to.equal('none');
  });

  it('is overridden by an attribute of the element', async () => {
    const store = await signIn();
    const [session, first] = await open('https://not-this-one.example/storefront');
    first.setAttribute('base-url', store.baseUrl);
    session.setAttribute('platform', 'custom');
    first.setAttribute('platform', 'commerce-engine');
    const outcome = await first.logout();
    expect(outcome).to.include({ ok: true, platform: 'commerce-engine', server: 'ended' });
  });

  it('applies again if an attribute is empty or removed', async () => {
    const { baseUrl } = await signIn();
    const [, first] = await open(baseUrl);
    first.setAttribute('platform', '');
    first.setAttribute('base-url', 'https://not-this-one.example');
    first.removeAttribute('base-url');
    expect(await first.logout()).to.include({ ok: true, server: 'ended' });
  });

  it('can change its attributes at run time', async () => {
    const store = await signIn();
    const [session, first] = await open('https://not-this-one.example/storefront');
    session.setAttribute('base-url', store.baseUrl);
    await (session as StoreSessionElement).updateComplete;
    expect(await first.logout()).to.include({ ok: true, server: 'ended' });
  });

  it('is read at the time of the click', async () => {
    const store = await signIn();
    const [session, first] = await open('https://not-this-one.example/storefront');
    session.setAttribute('base-url', store.baseUrl);
    expect(await first.logout()).to.include({ ok: true, server: 'ended' });
  });

  it('passes on tokens that only the page knows', async () => {
    const store = await signIn();
    const accessToken = localStorage.getItem('storefront_access_token') ?? '';
    localStorage.clear();
    const [session, first] = await open(store.baseUrl);
    const tokens = memoryTokens({ accessToken });
    Object.assign(session, { tokens });
    await first.updateComplete;
    expect(await first.logout()).to.include({ ok: true, server: 'ended', local: 'replaced' });
    expect(tokens.read()?.accessToken).to.be.a('string').that.does.not.equal(accessToken);
    expect(await store.isAlive()).to.equal(false);
  });

  it('passes the connection through the shadow roots below it', async () => {
    const store = await signIn();
    const [session] = await open(store.baseUrl);
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML = '<store-logout></store-logout>';
    session.append(host);
    expect(await host.shadowRoot!.querySelector('store-logout')!.logout()).to.include({ ok: true });
  });

  it('inside another session wins', async () => {
    const store = await signIn();
    const [outer] = await open('https://not-this-one.example/storefront');
    outer.innerHTML = '<store-session><store-logout></store-logout></store-session>';
    Object.assign(outer.firstElementChild!, store.settings);
    const element = outer.querySelector('store-logout')!;
    await element.updateComplete;
    expect(await element.logout()).to.include({ ok: true, server: 'ended' });
  });
});

describe('A button that is removed while it asks', () => {
  afterEach(forgetEverything);

  it('resolves with the platform of its session', async () => {
    const { baseUrl } = await signIn();
    const [session, button] = await open(baseUrl);
    button.confirm = true;
    const outcome = button.logout();
    session.remove();
    expect(await outcome).to.include({ reason: 'cancelled', platform: 'commerce-engine' });
  });
});

describe('<store-session> inside another session', () => {
  afterEach(forgetEverything);

  it('takes the attributes that it does not have from that one, also when they change', async () => {
    const store = await signIn();
    const [outer] = await open('https://not-this-one.example/storefront');
    outer.innerHTML = '<store-session redirect="#bye"><store-logout></store-logout></store-session>';
    const button = outer.querySelector('store-logout')!;
    await button.updateComplete;
    outer.setAttribute('base-url', store.baseUrl);
    const outcome = await button.logout();
    expect(outcome).to.include({ ok: true, platform: 'commerce-engine', server: 'ended' });
    expect(outcome).to.have.property('redirect').that.matches(/#bye$/);
  });

  it('takes nothing any more when it is moved out of it', async () => {
    const { baseUrl } = await signIn();
    const [outer] = await open(baseUrl);
    outer.innerHTML = '<store-session><store-logout></store-logout></store-session>';
    const inner = outer.firstElementChild as StoreSessionElement;
    await inner.updateComplete;
    outer.after(inner);
    expect(await inner.querySelector('store-logout')!.logout()).to.include({ reason: 'misconfigured' });
    inner.remove();
  });
});

describe('<store-logout> that is moved', () => {
  afterEach(forgetEverything);

  it('from one session to another signs out of the other', async () => {
    const old = await signIn();
    const store = await signIn();
    const [, element] = await open(old.baseUrl);
    const [session] = await open(store.baseUrl);
    session.append(element);
    expect(await element.logout()).to.include({ ok: true, server: 'ended' });
    expect(await store.requests()).to.equal(1);
    expect(await old.requests()).to.equal(0);
  });

  it('out of a session has no connection any more', async () => {
    const store = await signIn();
    const [session, element] = await open(store.baseUrl);
    session.after(element);
    const fetches = recordFetches();
    expect(await element.logout()).to.include({ ok: false, reason: 'misconfigured' });
    expect(fetches).to.deep.equal([]);
  });

  it('no longer shows the state of the session it left', async () => {
    const old = await signIn();
    const [session, element, other] = await open(old.baseUrl);
    const release = hold(session);
    const flight = other.logout();
    expect(element.state).to.equal('busy');
    session.after(element);
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    release();
    await flight;
    await element.updateComplete;
    expect(element.state).to.equal('idle');
  });
});
