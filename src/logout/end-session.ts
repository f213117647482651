import type { Fault, HttpRequest } from '../client/client.js';
import { type Deadline, untilAborted } from '../client/deadline.js';
import { record } from '../client/json.js';
import { isSecure } from '../client/url.js';
import type { Connection } from '../connection/connection.js';
import type { LogoutCall, SdkDriver, Verdict } from '../platforms/platform.js';
import type { StoredTokens } from '../tokens/token-store.js';
import { exchange, type Exchange } from './exchange.js';
import { judge } from './judge.js';

type Unauthorized = Extract<Verdict, { is: 'unauthorized' }>;
type Failed = Extract<Verdict, { is: 'failed' }>;
type Final = Exclude<Verdict, Unauthorized>;

/** How the attempt to end the session on the server went. */
export interface Ending {
  readonly verdict: Final;
  /** Requests sent. */
  readonly attempts: number;
  /** The tokens that the logout was made with: those that were found, in the SDK as well, and those of a refresh. */
  readonly tokens: readonly StoredTokens[];
  /** Those that a refresh on the way has given. */
  readonly refreshed?: StoredTokens | undefined;
  readonly warnings: readonly string[];
  /** Seconds to wait before another try, if the server named them. */
  readonly retryAfter?: number | undefined;
}

type Exchanged = Pick<Exchange, 'isSecondTry'> & {
  readonly result: Exchange['result'] | { readonly fault: 'overtaken' };
};
type ReadTokens = () => StoredTokens | undefined | Promise<StoredTokens | undefined>;

/**
 * Ends the session on the server: by the vendor's SDK, a navigation or a request, whichever the platform
 * describes. Changes nothing that is stored. Settles when `deadline` does, at the latest.
 *
 * @param mayGoOn whether one more request may be sent: not when somebody has signed in since the click
 */
export async function endSession(
  connection: Connection,
  readTokens: ReadTokens,
  deadline: Deadline,
  mayGoOn: () => boolean,
): Promise<Ending> {
  const attempt = new Attempt(connection, deadline, mayGoOn);
  const verdict = await attempt.run(readTokens).catch(() => attempt.adapterFailed());
  return { ...attempt.summary(), verdict };
}

class Attempt {
  readonly #connection: Connection;
  readonly #deadline: Deadline;
  readonly #mayGoOn: () => boolean;
  /** Those that were found, and those of a refresh. */
  readonly #tokens: StoredTokens[] = [];
  #inSdk: StoredTokens = {};
  readonly #warnings: string[] = [];
  #attempts = 0;
  #isBySdk = false;
  #retryAfter: number | undefined;

  constructor(connection: Connection, deadline: Deadline, mayGoOn: () => boolean) {
    this.#connection = connection;
    this.#deadline = deadline;
    this.#mayGoOn = mayGoOn;
  }

  summary(): Omit<Ending, 'verdict'> {
    const retryAfter = this.#retryAfter;
    return {
      attempts: this.#attempts,
      tokens: [...this.#tokens, this.#inSdk],
      refreshed: this.#tokens[1],
      warnings: this.#warnings,
      ...(retryAfter !== undefined && { retryAfter }),
    };
  }

  async run(readTokens: ReadTokens): Promise<Final> {
    const { platform, settings, mode } = this.#connection;
    // Also when offline: what is then cleared from storage must not be lost for the retry.
    try {
      const read = readTokens();
      // Awaited only if it must be: the request leaves in the click's own task.
      const found = read instanceof Promise ? await untilAborted(read, this.#deadline.signal, {}) : read;
      this.#tokens.push(found ?? {});
    } catch {
      const message = "The page's own token store could not be read: check its read().";
      return { ...this.#failed('misconfigured'), message };
    }
    if (this.#deadline.signal.aborted) return this.#failed('timeout');
    if (!this.#mayGoOn()) return this.#fault('overtaken');
    if (isOffline()) return this.#failed('offline');

    const sdk = platform.sdk?.find(settings, mode);
    if (sdk && platform.sdk) return this.#bySdk(platform.sdk, sdk);
    if (settings.sdk) {
      this.#warnings.push('sdk was not used: it is not what this platform and mode work with.');
    }
    return this.#byPlatform();
  }

  /** An adapter from outside has a fault of its own. Its error is not passed on: it may quote a token. */
  adapterFailed(): Failed {
    const message = `The adapter of the platform ${this.#connection.platform.name} threw an error: mend it.`;
    return { ...this.#failed('misconfigured'), message };
  }

  get #call(): LogoutCall {
    return { ...this.#connection, tokens: this.#tokens.at(-1) ?? {} };
  }

  get #isRefreshed(): boolean {
    return this.#tokens.length > 1;
  }

  #failed(reason: Failed['reason'], status?: number): Failed {
    const server = this.#attempts || this.#isBySdk ? 'unknown' : 'not-asked';
    return { is: 'failed', reason, server, ...(status && { status }) };
  }

  async #bySdk(driver: SdkDriver, sdk: unknown): Promise<Final> {
    this.#isBySdk = true;
    try {
      const { signal } = this.#deadline;
      const reading = driver.tokens?.(sdk).read();
      const result = await untilAborted(driver.logout(sdk, this.#call), signal, undefined);
      this.#inSdk = (await untilAborted(Promise.resolve(reading), signal, undefined)) ?? {};
      if (!result) return (driver.unfinished?.(sdk, this.#call) as Final | undefined) ?? this.#failed('sdk');
      const verdict = 'is' in result ? result : judge(this.#connection.platform, result, this.#call);
      return verdict.is === 'unauthorized' ? await this.#refused(verdict, true) : verdict;
    } catch {
      return this.#failed('sdk');
    }
  }

  async #byPlatform(): Promise<Final> {
    const { platform } = this.#connection;
    const navigation = platform.navigation?.(this.#call);
    if (navigation) {
      // Fields are sent by a posted form only, and may hold a token.
      if (navigation.fields && !isSecure(navigation.url)) return this.#failed('insecure');
      this.#warn(await this.#alongside());
      return { is: 'ended', navigation };
    }
    const { tokens } = this.#call;
    const hasExpired = platform.isExpired?.(tokens, Date.now() / 1000) ?? false;
    let canRefresh = true;
    if ((!tokens.accessToken || hasExpired) && platform.refresh?.(this.#call)) {
      canRefresh = false;
      const refusal = await this.#renew();
      // A device whose clock is wrong takes a good token for an old one: the logout itself will tell.
      if (refusal && !(refusal.is === 'gone' && hasExpired)) return refusal;
    }
    const { accessToken, refreshToken } = this.#call.tokens;
    if (!accessToken && !refreshToken && !platform.cookieSession?.(this.#call)) return { is: 'gone' };
    const verdict = await this.#request();
    return verdict.is === 'unauthorized' ? this.#refused(verdict, canRefresh) : verdict;
  }

  /**
   * The access token was refused: refreshes and tries once more, where that can be done and was not done before; else
   * takes the platform's word that there is no session.
   */
  async #refused(refused: Unauthorized & { isLost?: boolean }, canRefresh: boolean): Promise<Final> {
    // The answer to the first try got lost: it has ended the session, unless a refresh shows that it lives.
    const { own, isLost, ...rest } = refused;
    const ended: Final | undefined = isLost ? { ...rest, is: 'ended' } : undefined;
    if (!canRefresh || !this.#connection.platform.refresh?.(this.#call)) {
      // After a refresh the session has just been seen alive, whatever this 401 is about.
      const isGone = own && !this.#isRefreshed;
      return ended ?? (isGone ? { ...rest, is: 'gone' } : this.#failed('http', rest.status));
    }
    const refusal = await this.#renew();
    if (refusal) return ended ?? refusal;
    const verdict = await this.#request();
    return verdict.is === 'unauthorized' ? this.#refused(verdict, false) : verdict;
  }

  /** Sends the logout request and judges what comes back. */
  async #request(): Promise<Verdict & { isLost?: boolean }> {
    const { platform } = this.#connection;
    const exchanging = this.#exchange(platform.request(this.#call));
    const alongside = this.#alongside();
    const { result, isSecondTry } = await exchanging;
    if ('fault' in result) return this.#fault(result.fault);
    const verdict = judge(platform, result.answer, this.#call);
    if (verdict.is === 'failed') return verdict;
    this.#warn(await alongside);
    return verdict.is === 'unauthorized' ? { ...verdict, isLost: isSecondTry && verdict.own } : verdict;
  }

  /** Gets a new access token; answers with what stands against it, if anything. */
  async #renew(): Promise<Extract<Final, { is: 'gone' | 'failed' }> | undefined> {
    const { platform } = this.#connection;
    const request = platform.refresh?.(this.#call);
    if (!request) return undefined;
    const { result, isSecondTry } = await this.#exchange(request);
    if ('fault' in result) return this.#fault(result.fault);
    const { status, json } = result.answer;
    if ((status === 401 || status === 403) && platform.error(json, status)) {
      // A refresh token may work only once: after a lost answer, its refusal proves nothing.
      return isSecondTry ? this.#failed('network', status) : { is: 'gone', status };
    }
    if (status < 200 || status > 299) {
      // A wrong store or client is refused as well, and says nothing about the session.
      const verdict = judge(platform, result.answer, this.#call);
      return verdict.is === 'failed' ? verdict : this.#failed('http', status);
    }
    const tokens = record(json)['success'] === false ? undefined : platform.refreshed?.(json);
    if (!tokens) return this.#failed('unexpected-response', status);
    this.#tokens.push({ ...tokens, refreshToken: tokens.refreshToken ?? this.#call.tokens.refreshToken });
    return undefined;
  }

  async #exchange(request: HttpRequest): Promise<Exchanged> {
    // What comes after the first answer could reach the session of somebody who has signed in meanwhile.
    if (this.#attempts && !this.#mayGoOn()) return { result: { fault: 'overtaken' }, isSecondTry: false };
    const { sent, ...exchanged } = await exchange(request, this.#deadline, this.#mayGoOn);
    this.#attempts += sent;
    this.#retryAfter = 'answer' in exchanged.result ? exchanged.result.answer.retryAfter : undefined;
    return exchanged;
  }

  async #alongside(): Promise<string | undefined> {
    try {
      return await this.#connection.platform.alongside?.(this.#call, this.#deadline.signal);
    } catch {
      // What an adapter does besides must not change the outcome.
      return undefined;
    }
  }

  #warn(warning: string | undefined): void {
    if (warning) this.#warnings.push(warning);
  }

  #fault(fault: Fault | 'overtaken'): Failed {
    switch (fault) {
      case 'aborted':
        return this.#failed('timeout');
      case 'network':
        return this.#failed(isOffline() ? 'offline' : 'network');
      case 'overtaken': {
        const message = 'Somebody has signed in or out meanwhile, so nothing more was sent: log out again.';
        return { ...this.#failed('network'), message };
      }
      default:
        this.#attempts--;
        return fault === 'insecure'
          ? { is: 'failed', reason: 'insecure', server: 'not-asked' }
          : {
              ...this.#failed('misconfigured'),
              message: 'The stored token has characters that no header can carry: check where it is kept.',
            };
    }
  }
}

function isOffline(): boolean {
  return !(globalThis.navigator?.onLine ?? true);
}
