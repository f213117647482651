/** One request as a simulated platform got it; see `demo/server/types.js`. */
export interface LogEntry {
  readonly time: number;
  readonly platform: string;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** `null` as long as there is no answer. */
  readonly status: number | null;
  /** When the answer went out, ms since 1970. */
  readonly answered?: number;
  readonly note: string;
  readonly preflight?: boolean;
  readonly abandoned?: boolean;
}

/** A rule as in `demo/server/types.js`, or the name of one of `demo/server/presets.js`. */
export type Rule = string | Readonly<Record<string, unknown>>;

/** The member's credentials that the server still accepts. */
export interface ServerSession {
  readonly alive: boolean;
  readonly credentials: Readonly<Record<string, boolean>>;
}

/** The result of a sign-in at a platform. */
export interface SignedIn {
  readonly user: { readonly firstName: string; readonly lastName: string };
  readonly tokens: { readonly accessToken?: string; readonly refreshToken?: string };
  readonly localStorage: Readonly<Record<string, string>>;
  readonly documentCookies: Readonly<Record<string, string>>;
}

/** The control endpoints of one platform, as `demo/server/control.js` serves them. */
export class Simulators {
  readonly #root: string;
  readonly #platform: string;

  constructor(root: string, platform: string) {
    this.#root = root;
    this.#platform = platform;
  }

  /** Address of the platform itself. */
  get store(): string {
    return `${this.#root}/${this.#platform}`;
  }

  async signIn(options: { expired: boolean }): Promise<SignedIn> {
    return (await this.#send('POST', '~sign-in', { platform: this.#platform, ...options })) as SignedIn;
  }

  async session(): Promise<ServerSession> {
    return (await this.#send('GET', `~session?platform=${this.#platform}`)) as ServerSession;
  }

  /** Ends every member's session, as another device would. */
  async endSession(): Promise<void> {
    await this.#send('DELETE', `~session?platform=${this.#platform}`);
  }

  async log(): Promise<LogEntry[]> {
    const entries = (await this.#send('GET', '~log')) as LogEntry[];
    return entries.filter(({ platform }) => platform === this.#platform);
  }

  async misbehave(rules: readonly Rule[]): Promise<void> {
    await this.#send('PUT', '~rules', rules);
  }

  async configure(options: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#send('PUT', '~options', { platform: this.#platform, ...options });
  }

  async #send(method: string, path: string, json?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#root}/${path}`, {
      method,
      credentials: 'include',
      cache: 'no-store',
      ...(json !== undefined && {
        body: JSON.stringify(json),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
    if (!answer.ok) throw new Error(`The simulators answered ${answer.status} to ${method} ${path}.`);
    return answer.status === 204 ? undefined : answer.json();
  }
}
