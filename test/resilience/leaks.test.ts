import { aTimeout, expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

import '../../src/define.js';
import { custom } from '../outcomes/backends.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

const CYCLES = 1000;

/** Counts the listeners that stay on what outlives an element. */
function countListeners(): { readonly count: number; stop(): void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listeners = new Set<string>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  const idOf = (thing: object | null): number => {
    if (thing && !ids.has(thing)) ids.set(thing, next++);
    return thing ? (ids.get(thing) ?? -1) : -1;
  };
  const isLasting = (target: unknown): target is object =>
    target === window || target === document || target === undefined;
  const key = (target: object | undefined, type: string, listener: object | null): string =>
    `${idOf(target ?? window)} ${type} ${idOf(listener)}`;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (isLasting(this)) {
      const added = key(this, type, listener);
      listeners.add(added);
      const { signal } = Object(options) as AddEventListenerOptions;
      signal?.addEventListener('abort', () => listeners.delete(added));
    }
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (isLasting(this)) listeners.delete(key(this, type, listener));
    removeEventListener.call(this, type, listener, options);
  };
  return {
    get count() {
      return listeners.size;
    },
    stop: () => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }),
  };
}

describe('A thousand buttons that are added, log out and are removed', () => {
  afterEach(forgetEverything);

  it('leave no node, no listener and no element behind', async function () {
    this.timeout(120_000);
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('custom');
    // By cookie alone: a 401 proves nothing where a token was named and none is found.
    const settings = { ...custom.settings(simulators, signIn), tokenKey: undefined };
    const alive = new Set<WeakRef<object>>();
    const nodes = document.getElementsByTagName('*').length;
    const listeners = countListeners();

    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const element = Object.assign(document.createElement('store-logout'), settings);
      document.body.append(element);
      const { ok } = await element.logout();
      expect(ok).to.equal(true);
      element.remove();
      alive.add(new WeakRef(element));
    }

    // The watch for other tabs ends in a later task.
    await aTimeout(10);
    listeners.stop();
    expect(document.getElementsByTagName('*').length, 'nodes').to.equal(nodes);
    expect(listeners.count, 'listeners').to.equal(0);
    const isCollected = await executeServerCommand<boolean, undefined>('collect-garbage');
    if (isCollected) {
      const left = [...alive].filter((reference) => reference.deref());
      // The last one may still be in a register or on the stack.
      expect(left.length, 'elements').to.be.at.most(1);
    }
  });
});
