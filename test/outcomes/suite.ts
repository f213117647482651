import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import type { LogoutOutcome, StoreLogoutElement } from '../../src/index.js';
import { forgetEverything, type LogEntry, Simulators } from '../support/simulators.js';
import { watchPage } from '../support/page-watch.js';
import { watchStalls } from '../support/stalls.js';
import type { Backend } from './backends.js';
import { type Case, rows } from './rows.js';

/** Every row of the outcome table that can happen on `backend`. */
export function outcomeSuite(backend: Backend): void {
  describe(`Outcomes on ${backend.name}`, () => {
    afterEach(forgetEverything);

    for (const { what, cases } of rows) {
      const possible = cases.filter((each) => each.on?.(backend) ?? true);
      if (!possible.length) continue;
      describe(what, () => {
        for (const each of possible) it(each.name, () => check(backend, each));
      });
    }
  });
}

async function check(backend: Backend, each: Case): Promise<void> {
  const simulators = await Simulators.open(backend.where);
  const signIn = await simulators.signIn(backend.platform, each.signIn);
  // What the answer alone comes to; of looking afterwards there are rows of its own.
  const { platform, sessionPath, asksFirst } = backend;
  const blind = sessionPath ? [{ platform, path: sessionPath, error: 500 }] : [];
  await simulators.rules(...(each.rules?.(backend) ?? []), ...blind);
  const settings = { ...backend.settings(simulators, signIn), ...each.settings?.(backend, simulators) };
  const element = await fixture<StoreLogoutElement>(html`<store-logout></store-logout>`);
  Object.assign(element, settings);
  const tidy = await each.prepare?.(simulators, backend);
  const before = await memory(settings.tokens);
  const watch = watchPage();

  const stalls = watchStalls();
  const outcome = await element.logout();
  const stalled = stalls();
  tidy?.();

  const { says, alive, within, silent, server, ...expected } = each.expect(backend);
  if (expected.attempts) expected.attempts += asksFirst;
  for (const [name, value] of Object.entries(expected)) {
    expect(outcome, JSON.stringify(outcome)).to.have.property(name, value);
  }
  expect([server].flat()).to.include(outcome.server);
  if (says) expect(words(outcome)).to.match(says);
  if (within !== undefined) expect(outcome.duration - stalled).to.be.below(within);
  if (alive !== undefined) expect(await simulators.isAlive(backend.platform), 'alive').to.equal(alive);
  if (silent) expect(await simulators.log()).to.deep.equal([]);

  expect(watch.events, 'one event').to.deep.equal([outcome]);
  expect(watch.complaints, 'console and errors').to.have.length(
    !outcome.ok && (outcome.reason === 'misconfigured' || outcome.reason === 'insecure')
      ? watch.complaints.filter((text) => text.startsWith('<store-logout>: ')).length
      : 0,
  );
  watch.stop();
  const tokens = Object.values(signIn.tokens);
  expectNoToken(outcome, tokens);
  expectTokensOnlyWhereTheyBelong(await simulators.log(), tokens);

  const members = Object.values(signIn.tokens).filter((token) => JSON.stringify(before).includes(token));
  if (outcome.local === 'cleared' || outcome.local === 'replaced') {
    // Firefox may show a cookie that was removed within milliseconds of being set for a moment longer.
    await waitUntil(async () => {
      const now = JSON.stringify(await memory(settings.tokens));
      return !members.some((token) => now.includes(token));
    }, 'no token is left');
  }
  const after = await memory(settings.tokens);
  if (outcome.local === 'kept' && outcome.attempts < 2) expect(after).to.deep.equal(before);
  if (outcome.local === 'replaced') expect(JSON.stringify(after)).to.contain('storefront_access_token');

  if (settings.clearOnFailure && backend.success.server === 'ended') {
    await simulators.rules();
    expect(await element.logout(), 'the retry from memory').to.include({ ok: true, server: 'ended' });
    expect(await simulators.isAlive(backend.platform)).to.equal(false);
  }
}

/** In the header that is made for it, in cookies, and a refresh token in the body of its own request. */
function expectTokensOnlyWhereTheyBelong(log: readonly LogEntry[], tokens: readonly string[]): void {
  for (const { url, headers } of log) {
    const others = { ...headers, authorization: '', cookie: '' };
    const elsewhere = decodeURIComponent(url) + JSON.stringify(others);
    for (const token of tokens) expect(elsewhere).not.to.contain(token);
  }
}

/** Everything that a script can see of the tokens. */
async function memory(tokens: { read(): unknown } | undefined): Promise<unknown> {
  return [{ ...localStorage }, decodeURIComponent(document.cookie), await tokens?.read()];
}

function words(outcome: LogoutOutcome): string {
  return [outcome.ok ? '' : outcome.message, ...outcome.warnings].join(' ');
}

function expectNoToken(outcome: LogoutOutcome, tokens: readonly string[]): void {
  const told = JSON.stringify({ ...outcome, redirect: '' }) + document.body.outerHTML;
  for (const token of tokens) expect(told).not.to.contain(token);
  expect(told).not.to.contain('onerror');
}
