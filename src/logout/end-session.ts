import type { Answer } from '../client/answer.js';
import { type Fault, type HttpRequest, send, type Sent } from '../client/client.js';
import { type Deadline, pause, untilAborted } from '../client/deadline.js';
import { isSecure } from '../client/url.js';
import { type Judged, type LogoutCall, record, type SdkDriver } from '../platforms/platform.js';
import type { StoredTokens } from '../tokens/token-store.js';
import type { Connection } from './connection.js';
import { judge } from './judge.js';

type Unauthorized = Extract<Judged, { is: 'unauthorized' }>;
type Failed = Extract<Judged, { is: 'failed' }>;
type Final = Exclude<Judged, Unauthorized>;

/** How the attempt to end the session on the server went. */
export interface Ending {
  readonly verdict: Final;
  /** Requests sent. */
  readonly attempts: number;
  /** The session's tokens as they are now. */
  readonly tokens: StoredTokens;
  /** Whether a refresh on the way has put new ones in the place of those that were found. */
  readonly isRefreshed: boolean;
  readonly warnings: readonly string[];
  readonly retryAfter?: number;
}

type ReadTokens = () => StoredTokens | undefined | Promise<StoredTokens | undefined>;

interface Exchanged {
  readonly result: { readonly answer: Answer } | { readonly failed: Failed };
  /** Whether an earlier try may have reached the server without its answer coming back. */
  readonly isSecondTry: boolean;
}

/** Time for a server or a network to recover before the one automatic retry. */
const RETRY_PAUSE_MS = 250;

/**
 * Ends the session on the server: by the vendor's SDK, a navigation or a request, whichever the platform
 * describes. Changes nothing that is stored. Settles when `deadline` does, at the latest.
 */
export async function endSession(
  connection: Connection,
  readTokens: ReadTokens,
  deadline: Deadline,
): Promise<Ending> {
  const attempt = new Attempt(connection, deadline);
  const verdict = await attempt.run(readTokens).catch(() => attempt.adapterFailed());
  return { ...attempt.summary(), verdict };
}

class Attempt {
  readonly #connection: Connection;
  readonly #deadline: Deadline;
  readonly #warnings: string[] = [];
  #sdk: unknown;
  #sent = 0;
  #hadTokens: boolean | undefined;
  #tokens: StoredTokens = {};
  #mayRefresh = true;
  #isRefreshed = false;
  /** Whether an answer got lost that may have told of the session's end. */
  #mayHaveEnded = false;
  #retryAfter: number | undefined;

  constructor(connection: Connection, deadline: Deadline) {
    this.#connection = connection;
    this.#deadline = deadline;
  }

  summary(): Omit<Ending, 'verdict'> {
    return {
      attempts: this.#sent,
      tokens: this.#tokens,
      isRefreshed: this.#isRefreshed && this.#hadTokens === true,
      warnings: this.#warnings,
      ...(this.#retryAfter !== undefined && { retryAfter: this.#retryAfter }),
    };
  }

  async run(readTokens: ReadTokens): Promise<Final> {
    const { platform, settings, mode } = this.#connection;
    // Also when offline: what is then cleared from storage must not be lost for the retry.
    try {
      const read = readTokens();
      // Awaited only if it must be: the request leaves in the click's own task.
      const found = read instanceof Promise ? await untilAborted(read, this.#deadline.signal, {}) : read;
      this.#tokens = found ?? {};
    } catch {
      const message = "The page's own token store could not be read: check its read().";
      return { ...this.#failed('misconfigured'), message };
    }
    if (this.#deadline.signal.aborted) return this.#failed('timeout');
    if (isOffline()) return this.#failed('offline');

    this.#sdk = platform.sdk?.find(settings, mode);
    if (this.#sdk && platform.sdk) return this.#bySdk(platform.sdk);
    if (settings.sdk)
      this.#warnings.push('sdk was not used: it is not what this platform and mode work with.');
    return this.#byPlatform();
  }

  /** An adapter from outside has a fault of its own. Its error is not passed on: it may quote a token. */
  adapterFailed(): Failed {
    const message = `The adapter of the platform ${this.#connection.platform.name} threw an error: mend it.`;
    return { ...this.#failed('misconfigured'), message };
  }

  get #call(): LogoutCall {
    return { ...this.#connection, tokens: this.#tokens };
  }

  #failed(reason: Failed['reason'], status?: number): Failed {
    return {
      is: 'failed',
      reason,
      server: this.#sent || this.#sdk ? 'unknown' : 'not-asked',
      ...(status && { status }),
    };
  }

  async #bySdk(driver: SdkDriver): Promise<Final> {
    const failed: Failed = { is: 'failed', reason: 'sdk', server: 'unknown' };
    try {
      const work = driver.logout(this.#sdk, this.#call);
      const result = await untilAborted(work, this.#deadline.signal, undefined);
      if (!result) return (driver.unfinished?.(this.#sdk, this.#call) as Final | undefined) ?? failed;
      const verdict = 'is' in result ? result : judge(this.#connection.platform, result, this.#call);
      return verdict.is === 'unauthorized' ? await this.#withNewToken(verdict) : verdict;
    } catch {
      return failed;
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
    const hasExpired = platform.isExpired?.(this.#tokens, Date.now() / 1000) ?? false;
    if ((!this.#tokens.accessToken || hasExpired) && platform.refresh?.(this.#call)) {
      const refusal = await this.#renew();
      // A device whose clock is wrong takes a good token for an old one: the logout itself will tell.
      if (refusal && !(refusal.is === 'gone' && hasExpired)) return refusal;
    }
    const { accessToken, refreshToken } = this.#tokens;
    if (!accessToken && !refreshToken && !platform.cookieSession?.(this.#call)) return { is: 'gone' };
    const verdict = await this.#request();
    return verdict.is === 'unauthorized' ? this.#withNewToken(verdict) : verdict;
  }

  /** Sends the logout request and judges what comes back. */
  async #request(): Promise<Judged> {
    const { platform } = this.#connection;
    const exchanging = this.#exchange(platform.request(this.#call));
    const alongside = this.#alongside();
    const { result, isSecondTry } = await exchanging;
    if ('failed' in result) return result.failed;
    const verdict = judge(platform, result.answer, this.#call);
    if (verdict.is === 'failed') return verdict;
    this.#mayHaveEnded = isSecondTry && verdict.is === 'unauthorized' && verdict.own;
    this.#warn(await alongside);
    return verdict;
  }

  async #alongside(): Promise<string | undefined> {
    const { platform } = this.#connection;
    try {
      return await platform.alongside?.(this.#call, this.#deadline.signal);
    } catch {
      // What an adapter does besides must not change the outcome.
      return undefined;
    }
  }

  #warn(warning: string | undefined): void {
    if (warning) this.#warnings.push(warning);
  }

  /** After a 401: refreshes and tries once more, or takes the platform's word that there is no session. */
  async #withNewToken(refused: Unauthorized): Promise<Final> {
    // Only the answer to the first try got lost, unless a refresh shows that the session lives.
    const ended: Final | undefined = this.#mayHaveEnded ? { ...refused, is: 'ended' } : undefined;
    // The refresh has just shown that the session lives, whatever this 401 is about.
    if (this.#isRefreshed) return ended ?? this.#failed('http', refused.status);
    if (!this.#mayRefresh || !this.#connection.platform.refresh?.(this.#call)) {
      return ended ?? (refused.own ? { ...refused, is: 'gone' } : this.#failed('http', refused.status));
    }
    const refusal = await this.#renew();
    if (refusal) return ended ?? refusal;
    const verdict = await this.#request();
    return verdict.is === 'unauthorized' ? this.#withNewToken(verdict) : verdict;
  }

  /** Gets a new access token if the platform has a way; answers with what stands against it, if anything. */
  async #renew(): Promise<Extract<Final, { is: 'gone' | 'failed' }> | undefined> {
    const { platform } = this.#connection;
    const request = platform.refresh?.(this.#call);
    if (!request) return undefined;
    this.#mayRefresh = false;
    const { result, isSecondTry } = await this.#exchange(request);
    if ('failed' in result) return result.failed;
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
    this.#isRefreshed = true;
    this.#hadTokens ??= Boolean(this.#tokens.accessToken ?? this.#tokens.refreshToken);
    this.#tokens = { ...tokens, refreshToken: tokens.refreshToken ?? this.#tokens.refreshToken };
    return undefined;
  }

  /** Sends `request`; once more after a fault that may pass, and once more if told to wait. */
  async #exchange(request: HttpRequest): Promise<Exchanged> {
    let isSecondTry = false;
    let hasWaited = false;
    for (;;) {
      this.#sent++;
      const sent = await send(request, this.#deadline.signal);
      const answer = 'answer' in sent ? sent.answer : undefined;
      this.#retryAfter = answer?.retryAfter;
      const wait = (answer?.retryAfter ?? Infinity) * 1000;
      if (answer?.status === 429 && !hasWaited && this.#hasTimeFor(wait)) {
        hasWaited = true;
        await pause(wait, this.#deadline.signal);
      } else if (!isSecondTry && mayPass(sent) && this.#hasTimeFor(RETRY_PAUSE_MS)) {
        isSecondTry = true;
        await pause(RETRY_PAUSE_MS, this.#deadline.signal);
      } else {
        const result = 'answer' in sent ? sent : { failed: this.#fault(sent.fault) };
        return { result, isSecondTry };
      }
    }
  }

  #hasTimeFor(ms: number): boolean {
    return this.#deadline.remaining() > ms;
  }

  #fault(fault: Fault): Failed {
    switch (fault) {
      case 'aborted':
        return this.#failed('timeout');
      case 'network':
        return this.#failed(isOffline() ? 'offline' : 'network');
      case 'insecure':
        this.#sent--;
        return { ...this.#failed('insecure'), server: 'not-asked' };
      case 'unsendable':
        this.#sent--;
        return {
          ...this.#failed('misconfigured'),
          message: 'The stored token has characters that no header can carry: check where it is kept.',
        };
    }
  }
}

function isOffline(): boolean {
  return !(globalThis.navigator?.onLine ?? true);
}

/** A fault of the moment: the connection broke, a gateway had no server, or the answer was cut off. */
function mayPass(sent: Sent): boolean {
  if ('fault' in sent) return sent.fault === 'network';
  const { status, body } = sent.answer;
  return status === 502 || status === 503 || status === 504 || (status < 300 && body === 'broken');
}
