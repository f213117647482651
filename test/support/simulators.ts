import { signedIn } from '../../src/index.js';

/** One request as a simulated platform saw it. */
export interface LogEntry {
  readonly platform: string;
  readonly method: string;
  readonly url: string;
  /** Below the platform's root. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number | null;
  readonly note: string;
  readonly preflight?: boolean;
  /** Whether the browser closed the connection before the answer was complete. */
  readonly abandoned?: boolean;
}

/** How a simulated platform shall misbehave; see `demo/server/types.js`. */
export type Rule = Readonly<Record<string, unknown>> | string;

export interface SignIn {
  readonly url: string;
  readonly tokens: { readonly accessToken?: string; readonly refreshToken?: string };
  readonly expiresAt: number;
  readonly localStorage: Readonly<Record<string, string>>;
  readonly documentCookies: Readonly<Record<string, string>>;
}

let simulators: Promise<string> | undefined;
let count = 0;

/** Those of the test that runs. */
const open = new Set<Simulators>();

afterEach(async () => {
  await Promise.all([...open].map(async (each) => each.close()));
  open.clear();
});

async function simulatorOrigin(): Promise<string> {
  simulators ??= fetch('/simulators.json')
    .then((answer) => answer.json() as Promise<{ origin: string }>)
    .then(({ origin }) => origin);
  return simulators;
}

/** A test's own set of simulated platforms, over real HTTP. */
export class Simulators {
  /** On another origin, as the real platforms are. */
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** On another origin than the page, or mounted on the page's own as Salla's stores are. */
  static async open(where: 'other-origin' | 'same-origin' = 'other-origin'): Promise<Simulators> {
    const realm = `t${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${count++}`;
    const origin = where === 'same-origin' ? `${location.origin}/simulators` : await simulatorOrigin();
    const opened = new Simulators(`${origin}/${realm}`);
    open.add(opened);
    return opened;
  }

  /** Signs in for real and keeps the tokens where the vendor's own script would. */
  async signIn(platform: string, options: Record<string, unknown> = {}): Promise<SignIn> {
    const signIn = (await this.#control('POST', '~sign-in', { platform, ...options })) as SignIn;
    for (const [key, value] of Object.entries(signIn.localStorage)) localStorage.setItem(key, value);
    for (const [name, value] of Object.entries(signIn.documentCookies)) {
      document.cookie = `${name}=${value}; Path=/`;
    }
    return signIn;
  }

  /** Makes the platforms misbehave; the first rule that fits a request applies to it. */
  async rules(...rules: readonly Rule[]): Promise<void> {
    await this.#control('PUT', '~rules', rules);
  }

  async options(platform: string, options: Record<string, unknown>): Promise<void> {
    await this.#control('PUT', '~options', { platform, ...options });
  }

  /** What the platforms were asked since sign-in, preflights left out. */
  async log(): Promise<LogEntry[]> {
    const entries = (await this.#control('GET', '~log')) as LogEntry[];
    return entries.filter(({ preflight }) => !preflight);
  }

  /** Whether the member's session is alive on the server. */
  async isAlive(platform: string): Promise<boolean> {
    const { alive } = (await this.#control('GET', `~session?platform=${platform}`)) as { alive: boolean };
    return alive;
  }

  /** Ends every member's session, as an administrator or another device would. */
  async endSessions(platform: string): Promise<void> {
    await this.#control('DELETE', `~session?platform=${platform}`);
  }

  async credentials(platform: string): Promise<Record<string, boolean>> {
    const session = (await this.#control('GET', `~session?platform=${platform}`)) as {
      credentials: Record<string, boolean>;
    };
    return session.credentials;
  }

  /** Breaks the connections of answers that never came; a browser has only a few to each host. */
  async close(): Promise<void> {
    await this.#control('DELETE', '~connections');
  }

  async #control(method: string, path: string, json?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.root}/${path}`, {
      method,
      credentials: 'include',
      ...(json !== undefined && {
        body: JSON.stringify(json),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  }
}

/** Removes what a test may have left in storage and cookies, and ends the watch over its token places. */
export function forgetEverything(): Promise<void> {
  return forgetEverythingOf([signedIn]);
}

/** As above, where copies of the library with these functions have been at work. */
export async function forgetEverythingOf(signIns: readonly (typeof signedIn)[]): Promise<void> {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith('store-logout:'))) {
    const [platform, baseUrl, store] = JSON.parse(key.slice('store-logout:'.length)) as string[];
    // A client of Wix's own needs no id: any object stands for it here. Where tokens are is no part of the key.
    const whose = store ? { storeId: store, clientId: store } : { sdk: {} };
    for (const each of signIns) each({ platform, baseUrl, tokenKey: 'any', ...whose });
  }
  localStorage.clear();
  sessionStorage.clear();
  removeCookies();
  // WebKit's network process tells its pages of each cookie that they have set, so that one may come back which has
  // been removed in the meantime. Whatever it has to tell comes before its answer to a request.
  for (let round = 0; round < 3; round++) {
    await fetch('/simulators.json', { cache: 'no-store' });
    if (!removeCookies()) return;
  }
}

/** Whether there were any. */
function removeCookies(): boolean {
  const pairs = document.cookie.split('; ').filter(Boolean);
  for (const pair of pairs) document.cookie = `${pair.split('=')[0] ?? ''}=; Path=/; Max-Age=0`;
  return pairs.length > 0;
}
