import { httpUrl } from '../client/url.js';
import { pause } from '../client/deadline.js';
import { quietly } from '../tokens/keepers.js';
import { endpoint, record, text, type LogoutCall, type SdkDriver, type Verdict } from './platform.js';

/** The part of the Twilight SDK that is used; behaviour as seen in `@salla.sa/twilight` 2.14.570. */
interface Salla {
  readonly auth: { logout(from: string): Promise<void> };
  readonly config?: { get?(key: string): unknown; isGuest?(): unknown };
  readonly url?: { get?(path: string): unknown };
  readonly event?: { auth?: { failedLogout?(error: Error): unknown } };
}

/** How long a page that the SDK takes away may still be here after the SDK said that it is done. */
const LEAVING_MS = 500;

/** The SDK: the one handed over, else the one on the page, once it can log out. */
export function findSalla(sdk?: unknown): Salla | undefined {
  const found = sdk ?? (globalThis as { salla?: unknown }).salla;
  return typeof record(record(found)['auth'])['logout'] === 'function' ? (found as Salla) : undefined;
}

/** Before the SDK knows its store, everybody is a guest to it. */
export function isSallaGuest(sdk: unknown): boolean | undefined {
  const { config } = findSalla(sdk) ?? {};
  const isGuest = config?.get?.('store.url') ? config.isGuest?.() : undefined;
  return typeof isGuest === 'boolean' ? isGuest : undefined;
}

export const sallaSdk: SdkDriver = {
  find: ({ sdk }, mode) => (mode === 'sdk' ? findSalla(sdk) : undefined),

  /**
   * The SDK clears, tells its listeners, signs out of the accounts page, takes the page to the store's logout and
   * then resolves. A listener that rejects makes it resolve without leaving; one that never settles, and an
   * accounts page that stays silent, make it hang.
   */
  async logout(sdk, call) {
    const leaving = new AbortController();
    const begins = (): void => leaving.abort();
    // Safari on iOS has no beforeunload; there the page's end is seen when it comes.
    const signs = ['beforeunload', 'pagehide'];
    signs.forEach((sign) => addEventListener(sign, begins));
    try {
      await (sdk as Salla).auth.logout('store-logout');
      await pause(LEAVING_MS, leaving.signal);
    } finally {
      signs.forEach((sign) => removeEventListener(sign, begins));
    }
    return leaving.signal.aborted
      ? { is: 'ended', leavingFor: logoutUrl(sdk as Salla, call) }
      : finish(sdk, call);
  },

  unfinished: finish,
};

/** Salla's own logout link, which ends the store's session when a browser goes there. */
export function sallaLogoutUrl(base: string): string {
  return endpoint(base, '/logout', { from: 'store-logout' });
}

/** Salla's bus and the page's events always say the same. */
export function tellSalla({ message }: { readonly message: string }, sdk: unknown): void {
  const told = quietly(() => findSalla(sdk)?.event?.auth?.failedLogout?.(new Error(message)));
  // Rejects when a listener of the store's throws, which is the store's own affair.
  void Promise.resolve(told).catch(() => undefined);
}

function finish(sdk: unknown, call: LogoutCall): Verdict {
  return {
    is: 'ended',
    navigation: { url: logoutUrl(sdk as Salla, call) },
    warning: "Salla's SDK did not finish; whether the accounts session has ended is unknown.",
  };
}

/** Before the SDK knows its store, `url.get` would guess one and keep the guess. */
function logoutUrl(salla: Salla, { base }: LogoutCall): string {
  const knowsStore = text(salla.config?.get?.('store.url'));
  const url = knowsStore && text(salla.url?.get?.('logout?from=store-logout'));
  return httpUrl(url ?? '')?.href ?? sallaLogoutUrl(base);
}
