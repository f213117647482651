import { httpUrl } from '../client/url.js';
import { pause } from '../client/deadline.js';
import { quietly } from '../client/json.js';
import { endpoint, record, text, type LogoutCall, type SdkDriver, type Verdict } from './platform.js';

/** The part of the Twilight SDK that this driver uses; behaviour as seen in `@salla.sa/twilight` 2.14.570. */
interface Salla {
  readonly auth: { logout(from: string): Promise<void> };
  readonly config?: { get?(key: string): unknown; isGuest?(): unknown };
  readonly url?: { get?(path: string): unknown };
  readonly event?: { auth?: { failedLogout?(error: Error): unknown } };
}

/** How long the SDK has to leave the page after its `logout()` has resolved. */
const LEAVING_MS = 500;

/** The SDK of the property `sdk`, else the one on the page; only if it can log out. */
export function findSalla(sdk?: unknown): Salla | undefined {
  const found = sdk ?? (globalThis as { salla?: unknown }).salla;
  return typeof record(record(found)['auth'])['logout'] === 'function' ? (found as Salla) : undefined;
}

/** Whether the SDK says that the shopper is a guest. Before it knows its store, it says so of everybody. */
export function isSallaGuest(sdk: unknown): boolean | undefined {
  const { config } = findSalla(sdk) ?? {};
  const isGuest = config?.get?.('store.url') ? config.isGuest?.() : undefined;
  return typeof isGuest === 'boolean' ? isGuest : undefined;
}

export const sallaSdk: SdkDriver = {
  find: ({ sdk }, mode) => (mode === 'sdk' ? findSalla(sdk) : undefined),

  /**
   * The SDK clears its storage, calls its listeners, signs out of the accounts page, takes the page to the store's logout,
   * and then resolves. If a listener rejects, it resolves without leaving. If a listener never settles, or the accounts
   * page stays silent, it hangs.
   */
  async logout(sdk, call) {
    const leaving = new AbortController();
    const begins = (): void => leaving.abort();
    // Safari on iOS has no `beforeunload`, but it has `pagehide`.
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

/** Salla's own logout link. It ends the store's session when the page goes there. */
export function sallaLogoutUrl(base: string): string {
  return endpoint(base, '/logout', { from: 'store-logout' });
}

/** Tells Salla's event bus of a failure, so that it says the same as the page's events. */
export function tellSalla({ message }: { readonly message: string }, sdk: unknown): void {
  const told = quietly(() => findSalla(sdk)?.event?.auth?.failedLogout?.(new Error(message)));
  // It rejects if a listener of the store throws. That must not stop the logout.
  void Promise.resolve(told).catch(() => undefined);
}

function finish(sdk: unknown, call: LogoutCall): Verdict {
  return {
    is: 'ended',
    navigation: { url: logoutUrl(sdk as Salla, call) },
    warning: "Salla's SDK did not finish; the accounts session may not have ended.",
  };
}

/** The logout address of the SDK. Before the SDK knows its store, `url.get` would guess one, and keep the guess. */
function logoutUrl(salla: Salla, { base }: LogoutCall): string {
  const knowsStore = text(salla.config?.get?.('store.url'));
  const url = knowsStore && text(salla.url?.get?.('logout?from=store-logout'));
  return httpUrl(url ?? '')?.href ?? sallaLogoutUrl(base);
}
