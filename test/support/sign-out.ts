import { expect, fixture, html } from '@open-wc/testing';

import type { LogoutOutcome, StoreLogoutElement } from '../../src/index.js';
import type { LogEntry } from './simulators.js';

/** The event that closed a logout. */
export interface Heard {
  readonly type: string;
  readonly detail: LogoutOutcome;
}

const TERMINAL = ['logged-out', 'failed-logout'] as const;

/** Puts a `<store-logout>` on the page, or on a page in a frame. */
export async function place(
  attributes: Readonly<Record<string, string>>,
  properties: Partial<StoreLogoutElement> = {},
  page: Document = document,
): Promise<StoreLogoutElement> {
  const button = page.createElement('store-logout');
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
  Object.assign(button, properties);
  (page === document ? await fixture(html`<div></div>`) : page.body).append(button);
  await button.updateComplete;
  return button;
}

/** Clicks `button` and hears the event that follows. */
export function press(button: StoreLogoutElement): Promise<Heard> {
  return new Promise((resolve) => {
    for (const type of TERMINAL) {
      button.addEventListener(type, ({ detail }: CustomEvent<LogoutOutcome>) => resolve({ type, detail }), {
        once: true,
      });
    }
    button.click();
  });
}

/** Signs out with a new button that stays on the page, whatever the platform would like. */
export async function signOut(
  attributes: Readonly<Record<string, string>>,
  properties?: Partial<StoreLogoutElement>,
): Promise<Heard> {
  const button = await place(attributes, properties);
  button.addEventListener('logged-out', (event) => event.preventDefault());
  return press(button);
}

/**
 * Checks an event and everything it tells: the whole `detail`, that it cannot be changed, and that it keeps the
 * `secrets`. Of a duration and a message only the form is checked.
 */
export function expectEvent(
  { type, detail }: Heard,
  expected: Readonly<Record<string, unknown>>,
  secrets: readonly (string | undefined)[] = [],
): void {
  const { duration, message, ...rest } = detail as LogoutOutcome & { message?: string };
  expect(rest).to.deep.equal({ origin: 'here', warnings: [], ...expected });
  expect(type).to.equal(detail.ok ? 'logged-out' : 'failed-logout');
  expect(duration).to.be.a('number').within(0, 20_000);
  if (detail.ok) expect(message).to.equal(undefined);
  else expect(message).to.match(/^\S.+\.$/);
  expect(Object.isFrozen(detail), 'detail is frozen').to.equal(true);
  expect(Object.isFrozen(detail.warnings), 'warnings are frozen').to.equal(true);
  const text = JSON.stringify(detail);
  for (const secret of secrets) if (secret) expect(text).not.to.include(secret);
}

/** What every browser adds to a request by itself. */
const BROWSERS_OWN =
  /^(accept-(encoding|language)|connection|content-length|cookie|dnt|host|origin|priority|referer|sec-.+|te|upgrade-insecure-requests|user-agent)$/;

/** A request as the platform saw it, without what every browser adds; cookies by name. */
export function asSent({ method, path, query, headers, cookies, body }: LogEntry) {
  return {
    method,
    path,
    query,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !BROWSERS_OWN.test(name))),
    cookies: Object.keys(cookies),
    body,
  };
}

/** Method and path of each request, in order. */
export function steps(log: readonly LogEntry[]): string[] {
  return log.map(({ method, path }) => `${method} ${path}`);
}
