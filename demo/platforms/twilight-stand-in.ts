/**
 * A STAND-IN for the part of Salla's Twilight SDK that a logout uses, so that this demo runs without Salla's script. It
 * behaves as the real SDK was seen to behave (version 2.14.570), but in its own code.
 */
const KEYS = ['cart', 'user', 'token', 'salla::wishlist', 'salla::wishlist-hydrated-user'];
const COOKIES = ['__said', '__ssid', 's-token'];

type Listener = (error?: Error) => unknown;

interface WindowWithSalla {
  salla?: unknown;
}

/** Puts the stand-in on the page as `window.salla`. `note` gets the events of its bus. */
export function installTwilightStandIn(store: string, note: (text: string) => void): void {
  const settings: Record<string, string> = { 'store.url': store, 'login.url': `${store}/accounts` };
  const bus = createBus();
  const auth = {
    onLoggedOut: (listener: Listener) => bus.on('logged.out', listener),
    onFailedLogout: (listener: Listener) => bus.on('failed.logout', listener),
    failedLogout: (error: Error) => bus.emit('failed.logout', error),
  };
  auth.onLoggedOut(() => note('salla.event.auth.onLoggedOut()'));
  auth.onFailedLogout((error) => note(`salla.event.auth.onFailedLogout("${error?.message ?? ''}")`));

  (globalThis as WindowWithSalla).salla = {
    config: { get: (key: string) => settings[key] },
    url: { get: (path: string) => `${store}/${path}` },
    event: { auth },
    auth: {
      async logout(from = 'twilight') {
        KEYS.forEach((key) => localStorage.removeItem(key));
        COOKIES.forEach((name) => (document.cookie = `${name}=; Path=/; Max-Age=0`));
        await bus.emit('logged.out');
        await signOutOfAccounts(`${store}/accounts/logout`);
        location.assign(`${store}/logout?from=${from}`);
      },
    },
  };
}

export function removeTwilightStandIn(): void {
  delete (globalThis as WindowWithSalla).salla;
}

function createBus() {
  const listeners = new Map<string, Listener[]>();
  return {
    on(name: string, listener: Listener): void {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    async emit(name: string, error?: Error): Promise<void> {
      for (const listener of listeners.get(name) ?? []) await listener(error);
    },
  };
}

/** Waits without a limit, as the real SDK does. */
async function signOutOfAccounts(address: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = address;
  await new Promise<void>((resolve) => {
    addEventListener('message', ({ source, data }: MessageEvent<{ type?: string } | undefined>) => {
      if (source !== frame.contentWindow) return;
      if (data?.type === 'iframe::ready') {
        frame.contentWindow?.postMessage({ source: 'logout', type: 'init', data: {} }, location.origin);
      }
      if (data?.type === 'iframe::logged-out') resolve();
    });
    document.body.append(frame);
  });
  frame.remove();
}
