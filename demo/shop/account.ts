import type { StoreLogoutElement } from '../../src/index.js';

/** The corner of a shop's header that says who is signed in: `<store-logout>`, or the way back in. */
export class Account {
  readonly logout: StoreLogoutElement;
  readonly #who: HTMLElement;
  readonly #signIn: HTMLButtonElement;

  constructor(onSignIn: () => void) {
    this.logout = find('.account store-logout') as StoreLogoutElement;
    this.#who = find('.account .who');
    this.#signIn = find('.account .sign-in') as HTMLButtonElement;
    this.#signIn.addEventListener('click', onSignIn);
  }

  /** Shows a new session, with a logout button that has nothing to say yet. */
  showSignedIn(): void {
    const hadFocus = document.activeElement === this.#signIn;
    this.logout.hidden = false;
    this.#who.hidden = false;
    this.#signIn.hidden = true;
    if (hadFocus) this.logout.focus();
  }

  /** Shows that nobody is signed in. A logout button that is showing its result stays. */
  showSignedOut(): void {
    this.logout.hidden = this.logout.state === 'idle';
    this.#who.hidden = true;
    this.#signIn.hidden = false;
  }
}

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`This page has no ${selector}.`);
  return element;
}
