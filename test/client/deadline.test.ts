import { expect } from '@open-wc/testing';

import { pause, startDeadline, untilAborted, within } from '../../src/client/deadline.js';
import { deferred, recordTimers } from '../support/recorders.js';

const never = new Promise<never>(() => undefined);

describe('A deadline', () => {
  it('aborts when its time is up', async () => {
    const { signal, remaining } = startDeadline(50);
    expect(remaining()).to.be.within(1, 50);
    expect(signal.aborted).to.equal(false);
    expect(await untilAborted(never, signal, 'over')).to.equal('over');
    expect(remaining()).to.be.at.most(1);
  });

  it('aborts at its end, and leaves no timer behind', () => {
    const timers = recordTimers();
    const deadline = startDeadline(60_000);
    expect(timers.size).to.equal(1);
    deadline.end();
    expect(deadline.signal.aborted).to.equal(true);
    expect(timers.size).to.equal(0);
  });
});

describe('untilAborted()', () => {
  it('settles as the work does', async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(Promise.resolve('done'), signal, 'over')).to.equal('done');
    const fault = new Error('no');
    const caught = await untilAborted(Promise.reject(fault), signal, 'over').catch((error: unknown) => error);
    expect(caught).to.equal(fault);
  });

  it('answers at once if the time is up already', async () => {
    expect(await untilAborted(never, AbortSignal.abort(), 'over')).to.equal('over');
  });

  it('takes no notice of work that fails later', async () => {
    const { promise, reject } = deferred();
    expect(await untilAborted(promise, AbortSignal.abort(), 'over')).to.equal('over');
    reject(new Error('late'));
    // An unhandled rejection would fail this test.
    await promise.catch(() => undefined);
  });
});

describe('pause()', () => {
  it('leaves no timer behind', async () => {
    const timers = recordTimers();
    await pause(5, new AbortController().signal);
    expect(timers.size).to.equal(0);
  });

  it('ends when its time is up, and leaves no timer behind', async () => {
    const timers = recordTimers();
    const controller = new AbortController();
    const paused = pause(60_000, controller.signal);
    controller.abort();
    await paused;
    expect(timers.size).to.equal(0);
  });
});

describe('within()', () => {
  const endings: Record<string, { work: () => Promise<string>; ms: number; expected: string }> = {
    'answers what the work does': { work: async () => 'done', ms: 60_000, expected: 'done' },
    'answers otherwise when the work takes too long': { work: () => never, ms: 10, expected: 'over' },
  };
  for (const [name, { work, ms, expected }] of Object.entries(endings)) {
    it(`${name}, and leaves no timer behind`, async () => {
      const timers = recordTimers();
      expect(await within(ms, work(), 'over')).to.equal(expected);
      expect(timers.size).to.equal(0);
    });
  }

  it('rejects as the work does, and leaves no timer behind', async () => {
    const timers = recordTimers();
    const caught = await within(60_000, Promise.reject(new Error('no')), 'over').catch(String);
    expect(caught).to.equal('Error: no');
    expect(timers.size).to.equal(0);
  });
});
