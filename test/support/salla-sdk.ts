/** What Salla's stand-in is told about its store. */
export interface SallaConfig {
  readonly store: string;
  readonly accounts: string;
}

type Listener = (...values: unknown[]) => unknown;

const STORED = [
  'cart',
  'user',
  'token',
  'salla::wishlist',
  'salla::wishlist-hydrated-user',
  'salla::availability',
];
const COOKIES = /^(__said|__ssid|theme_edit|ws_port|s-token|affiliate.*|cart.*)$/;

/**
 * Stands in for `window.salla` of `@salla.sa/twilight` 2.14.570: the members that a logout touches, with their
 * behaviour as seen. It waits for its listeners and for the accounts page for ever, as the original does.
 */
export class SallaSdk {
  /** Everything that went over the event bus. */
  readonly emitted: { readonly name: string; readonly values: readonly unknown[] }[] = [];
  /** What `auth.logout` was called with. */
  readonly calls: unknown[][] = [];

  readonly auth = {
    logout: (from = 'twilight', redirect = true): Promise<void> => {
      this.calls.push([from, redirect]);
      return this.#logout(from, redirect).catch(() => undefined);
    },
  };
  readonly event = {
    on: (name: string, listener: Listener): void => {
      this.#listeners.push({ name, listener });
    },
    emit: (name: string, ...values: unknown[]): Promise<unknown> => this.#emit(name, values),
    auth: {
      onLoggedOut: (listener: Listener): void => this.event.on('auth::logged.out', listener),
      onFailedLogout: (listener: Listener): void => this.event.on('auth::failed.logout', listener),
      failedLogout: (error: unknown): Promise<unknown> => this.#emit('auth::failed.logout', [error]),
    },
  };
  readonly config = {
    get: (key: string): unknown =>
      ({ 'store.url': this.#config.store, 'login.url': this.#config.accounts })[key],
    isGuest: (): boolean => false,
  };
  readonly url = { get: (path: string): string => `${this.#config.store}/${path}` };

  readonly #config: SallaConfig;
  readonly #listeners: { readonly name: string; readonly listener: Listener }[] = [];

  /** Puts the stand-in on the page. */
  static install(config: SallaConfig): SallaSdk {
    const salla = new SallaSdk(config);
    Object.assign(window, { salla });
    return salla;
  }

  private constructor(config: SallaConfig) {
    this.#config = config;
  }

  async #logout(from: string, redirect: boolean): Promise<void> {
    for (const key of STORED) localStorage.removeItem(key);
    for (const pair of document.cookie.split('; ')) {
      const [name = ''] = pair.split('=');
      if (COOKIES.test(name)) document.cookie = `${name}=; Path=/; Max-Age=0`;
    }
    await this.#emit('auth::logged.out', []);
    if (!redirect) return;
    await this.#signOutOfAccounts();
    location.href = `${this.#config.store}/logout?from=${from}`;
  }

  async #emit(name: string, values: readonly unknown[]): Promise<unknown> {
    this.emitted.push({ name, values });
    // The bus takes the name of the method for a call of it.
    if (name === 'auth::logout') return this.auth.logout();
    const listeners = this.#listeners.filter((each) => each.name === name);
    return Promise.all(listeners.map(async ({ listener }) => listener(...values)));
  }

  #signOutOfAccounts(): Promise<void> {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = `${this.#config.accounts}/logout`;
    return new Promise((resolve) => {
      addEventListener('message', ({ data }: MessageEvent<{ source?: string; type?: string }>) => {
        if (data.source !== 'login') return;
        if (data.type === 'iframe::ready') {
          frame.contentWindow?.postMessage({ source: 'logout', type: 'init', data: {} }, '*');
        }
        if (data.type === 'iframe::logged-out') resolve();
      });
      document.body.append(frame);
    });
  }
}
