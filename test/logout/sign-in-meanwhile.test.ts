import { expect } from '@open-wc/testing';

import '../../src/define.js';
import { logout, signedIn, type Tokens, type TokenStore } from '../../src/index.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

const STAYS = 'Tokens that this logout did not use are stored, and stay: log out again to end them.';

/** A store of the page's own, with the tokens that it has cleared. */
interface OwnStore extends TokenStore {
  current: Tokens | undefined;
  readonly cleared: (string | undefined)[];
}

function ownStore(read: (store: OwnStore) => ReturnType<TokenStore['read']>): OwnStore {
  const store: OwnStore = {
    current: { accessToken: 'old-token' },
    cleared: [],
    read: () => read(store),
    clear() {
      store.cleared.push(store.current?.accessToken);
      store.current = undefined;
    },
  };
  return store;
}

const reads: Record<string, (store: OwnStore) => ReturnType<TokenStore['read']>> = {
  'that answers at once': ({ current }) => current,
  'that answers later': async ({ current }) => current,
};

describe('A sign-in during a logout', () => {
  afterEach(forgetEverything);

  for (const [kind, read] of Object.entries(reads)) {
    for (const isAnnounced of [true, false]) {
      it(`${isAnnounced ? 'that is announced ' : ''}keeps its token in a store ${kind}`, async () => {
        const simulators = await Simulators.open();
        await simulators.rules({ path: '/logout', status: 204, delay: 300 });
        const tokens = ownStore(read);
        const settings = { platform: 'custom', baseUrl: `${simulators.root}/custom/logout`, tokens };
        const flight = logout(settings);
        await simulators.log();
        if (isAnnounced) signedIn(settings);
        tokens.current = { accessToken: 'new-token' };

        expect(await flight).to.deep.include({ ok: true, local: 'partly', warnings: [STAYS] });
        expect(tokens.current).to.deep.equal({ accessToken: 'new-token' });
        expect(tokens.cleared).to.deep.equal([]);
      });
    }
  }

  it('keeps its token in a store that has stopped to answer', async () => {
    const simulators = await Simulators.open();
    await simulators.rules({ path: '/logout', status: 204 });
    const tokens = ownStore(({ current, cleared }) =>
      cleared.length ? new Promise(() => undefined) : current,
    );
    const outcome = await logout({
      platform: 'custom',
      baseUrl: `${simulators.root}/custom/logout`,
      tokens,
      timeout: 2000,
    });
    expect(outcome).to.include({ ok: true, local: 'partly' });
    expect(tokens.cleared).to.deep.equal(['old-token']);
  });

  it('without a token leaves the store empty, and the event says so', async () => {
    const simulators = await Simulators.open();
    await simulators.rules({ path: '/logout', status: 204 });
    const tokens = ownStore(reads['that answers later']!);
    const outcome = await logout({
      platform: 'custom',
      baseUrl: `${simulators.root}/custom/logout`,
      tokens,
    });
    expect(outcome).to.deep.include({ ok: true, local: 'cleared', warnings: [] });
    expect(tokens.current).to.equal(undefined);
  });
});
