// The types of the tags and of their properties, in a project that has only the package.
import 'store-logout/define.js';
import { StoreLogoutElement, StoreSessionElement, type Tokens, type TokenStore } from 'store-logout';

const element: StoreLogoutElement = document.createElement('store-logout');
const session: StoreSessionElement | null = document.querySelector('store-session');
document.createElement('store-logout').focus({ preventScroll: true });

element.platform = 'salla';
element.timeout = 5000;
element.mode = 'site';
element.mode = 'a mode of a registered platform';
element.environment = 'staging';
element.clearOnFailure = true;
element.strings = { label: 'Bye' };
element.sdk = {};
session?.signedIn();
const state: 'idle' | 'busy' | 'done' | 'failed' = element.state;

// @ts-expect-error: milliseconds are a number
element.timeout = 'soon';
// @ts-expect-error: only the element says what it shows
element.state = 'done';
// @ts-expect-error: no such text
element.strings = { labels: 'Bye' };
// @ts-expect-error: no such property
element.plattform = 'salla';
// @ts-expect-error: private
element.settings;
// @ts-expect-error: a session has no button
session?.disabled;

const store: TokenStore = {
  read: async (): Promise<Tokens> => ({ accessToken: 'a' }),
  clear: () => undefined,
};
element.tokens = store;
// @ts-expect-error: it must be possible to remove them
element.tokens = { read: () => undefined };

export class MyLogout extends StoreLogoutElement {
  override click(): void {
    console.log(state);
    super.click();
  }
}
