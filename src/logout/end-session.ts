import type { HttpRequest } from '../client/client.js';
import { type Deadline, untilAborted } from '../client/deadline.js';
import { isSecure } from '../client/url.js';
import type { Connection } from '../connection/connection.js';
import type { LogoutCall, SdkDriver, Verdict } from '../platforms/platform.js';
import type { StoredTokens } from '../tokens/token-store.js';
import type { Ending, FinalVerdict as Final, Looked } from './ending.js';
import { type AnyFault, type Failed, failureOf, isOffline } from './faults.js';
import { exchange, type Exchange } from './exchange.js';
import { judge, judgeRefresh } from './judge.js';
import { look, mayBeWithheld, WITHHELD } from './look.js';
import { type AtClick, readAtClick } from './own-request.js';

type Unauthorized = Extract<Verdict, { is: 'unauthorized' }>;

type ReadTokens = () => StoredTokens | undefined | Promise<StoredTokens | undefined>;

/**
 * Ends the session on the server: by the vendor's SDK, a navigation or a request, whichever the platform describes;
 * then looks whether it is over, where an address tells that. Changes nothing that is stored. Settles when `deadline`
 * does, at the latest.
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
  const { warning, ...looked } = await attempt.look(verdict).catch((): Looked => ({ verdict }));
  const { warnings, ...summary } = attempt.summary();
  return { ...summary, warnings: warning ? [...new Set([...warnings, warning])] : warnings, ...looked };
}

class Attempt {
  readonly #connection: Connection;
  readonly #deadline: Deadline;
  readonly #mayGoOn: () => boolean;
  /** Those that were found, and those of a refresh. */
  readonly #tokens: StoredTokens[] = [];
  #inSdk: StoredTokens = {};
  /** Read at the click, and answered before the logout. */
  #extra: Pick<LogoutCall, 'csrf' | 'own' | 'prepared'> = {};
  /** The logout request. */
  #sent: HttpRequest | undefined;
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

  /** Looks at what `session-url` says, where the server was asked and may have answered. */
  async look(verdict: Final): Promise<Looked> {
    const wasAsked = this.#attempts > 0 || this.#isBySdk || verdict.is === 'ended';
    const { signal } = this.#deadline;
    return wasAsked
      ? look(verdict, this.#connection, this.#call, this.#sent, signal, this.#mayGoOn)
      : { verdict };
  }

  /** An adapter from outside has a fault of its own. Its error is not passed on: it may quote a token. */
  adapterFailed(): Failed {
    const message = `The adapter of the platform ${this.#connection.platform.name} threw an error: mend it.`;
    return { ...this.#failed('misconfigured'), message };
  }

  get #call(): LogoutCall {
    return { ...this.#connection, ...this.#extra, tokens: this.#tokens.at(-1) ?? {} };
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
    const { platform, settings } = this.#connection;
    const reading: AtClick | Promise<AtClick> = platform.takesRequestInit ? readAtClick(settings) : {};
    const isDelayed = reading instanceof Promise;
    const read = isDelayed
      ? await untilAborted<AtClick, AtClick>(reading, this.#deadline.signal, {})
      : reading;
    if (this.#deadline.signal.aborted) return this.#failed('timeout');
    if (isDelayed && !this.#mayGoOn()) return this.#fault('overtaken');
    if ('problem' in read) return { ...this.#failed('misconfigured'), message: read.problem };
    this.#extra = read;
    const navigation = platform.navigation?.(this.#call);
    if (navigation) {
      // Fields are sent by a posted form only, and may hold a token.
      if (navigation.fields && !isSecure(navigation.url)) return this.#failed('insecure');
      this.#warnings.push(...(await this.#alongside()));
      return { is: 'ended', navigation };
    }
    const { tokens } = this.#call;
    const hasExpired = platform.isExpired?.(tokens, Date.now() / 1000) ?? false;
    let canRefresh = true;
    if ((!tokens.accessToken || hasExpired) && platform.refresh?.(this.#call)) {
      canRefresh = false;
      const refused = await this.#renew();
      // A device whose clock is wrong takes a good token for an old one: the logout itself will tell.
      if (refused && !(refused.is === 'gone' && hasExpired)) return refused;
    }
    const { accessToken, refreshToken } = this.#call.tokens;
    if (!accessToken && !refreshToken && !platform.cookieSession?.(this.#call)) return { is: 'gone' };
    const preparing = platform.prepare?.(this.#call);
    const unprepared = preparing && (await this.#prepare(preparing));
    if (unprepared) return unprepared;
    const verdict = await this.#request();
    return verdict.is === 'unauthorized' ? this.#refused(verdict, canRefresh) : verdict;
  }

  /**
   * The access token was refused: refreshes and tries once more, where that can be done and was not done before; else
   * takes the platform's word that there is no session.
   */
  async #refused(refused: Unauthorized & { isLost?: boolean }, canRefresh: boolean): Promise<Final> {
    // The answer to the first try got lost: it has ended the session, unless a refresh shows that it lives.
    const { own, isLost, message, ...rest } = refused;
    const ended: Final | undefined = isLost ? { ...rest, is: 'ended' } : undefined;
    if (!canRefresh || !this.#connection.platform.refresh?.(this.#call)) {
      // After a refresh the session has just been seen alive, whatever this 401 is about.
      const isGone = own && this.#tokens.length < 2;
      if (ended) return ended;
      if (!isGone) return { ...this.#failed('http', rest.status), ...(message && { message }) };
      const isWithheld = mayBeWithheld(this.#sent, this.#sent?.url, this.#call.page);
      return { ...rest, is: 'gone', ...(isWithheld && { warning: WITHHELD }) };
    }
    const refusal = await this.#renew();
    if (refusal) return ended ?? refusal;
    const verdict = await this.#request();
    return verdict.is === 'unauthorized' ? this.#refused(verdict, false) : verdict;
  }

  /** Sends the logout request and judges what comes back. */
  async #request(): Promise<Verdict & { isLost?: boolean }> {
    const { platform } = this.#connection;
    this.#sent = platform.request(this.#call);
    const exchanging = this.#exchange(this.#sent);
    const alongside = this.#alongside();
    const { result, isSecondTry } = await exchanging;
    if ('fault' in result) return this.#fault(result.fault);
    const verdict = judge(platform, result.answer, this.#call);
    if (verdict.is === 'failed') return verdict;
    this.#warnings.push(...(await alongside));
    return verdict.is === 'unauthorized' ? { ...verdict, isLost: isSecondTry && verdict.own } : verdict;
  }

  /** Asks for what the logout request needs; answers with what stands against it, if anything. */
  async #prepare(request: HttpRequest): Promise<Failed | undefined> {
    const { result } = await this.#exchange(request);
    if ('fault' in result) return this.#fault(result.fault);
    const { status, json } = result.answer;
    if (status < 200 || status > 299) return this.#failed('http', status);
    if (json === undefined) return this.#failed('unexpected-response', status);
    this.#extra = { ...this.#extra, prepared: json };
    return undefined;
  }

  /** Gets a new access token; answers with what stands against it, if anything. */
  async #renew(): Promise<Extract<Final, { is: 'gone' | 'failed' }> | undefined> {
    const { platform } = this.#connection;
    const request = platform.refresh?.(this.#call);
    if (!request) return undefined;
    const { result, isSecondTry } = await this.#exchange(request);
    if ('fault' in result) return this.#fault(result.fault);
    const tokens = judgeRefresh(platform, result.answer, this.#call, isSecondTry);
    if ('is' in tokens) return tokens;
    this.#tokens.push({ ...tokens, refreshToken: tokens.refreshToken ?? this.#call.tokens.refreshToken });
    return undefined;
  }

  async #exchange(request: HttpRequest): Promise<Exchange> {
    const isLater = this.#attempts > 0;
    const exchanged = await exchange(request, this.#deadline, this.#mayGoOn, isLater);
    this.#attempts += exchanged.sent;
    this.#retryAfter = 'answer' in exchanged.result ? exchanged.result.answer.retryAfter : undefined;
    return exchanged;
  }

  /** What an adapter does besides must not change the outcome. */
  async #alongside(): Promise<string[]> {
    const work = async () => this.#connection.platform.alongside?.(this.#call, this.#deadline.signal);
    const warning = await work().catch(() => undefined);
    return warning ? [warning] : [];
  }

  #fault(fault: AnyFault): Failed {
    // Neither of these two was sent.
    if (fault === 'insecure' || fault === 'unsendable') this.#attempts--;
    return failureOf(fault, this.#failed('network').server);
  }
}
