import { type Answer, isOk } from '../client/answer.js';
import { type Fault, type HttpRequest, isOffline, mayPass, secondTry, send } from '../client/client.js';
import { type Deadline, pause, untilAborted, within } from '../client/deadline.js';
import { isSecure } from '../client/url.js';
import type { Connection } from '../connection/connection.js';
import { isGuests } from '../connection/connection-tokens.js';
import type { AtClick, FailureReason, LogoutCall, SdkDriver, Verdict } from '../platforms/platform.js';
import { isPromise, isSome, type MaybePromise, UNREADABLE } from '../tokens/keepers.js';
import type { StoredTokens } from '../tokens/token-store.js';
import { type FinalVerdict, judge, judgeRefresh } from './judge.js';
import { look, mayBeWithheld, WITHHELD } from './look.js';

/** How the attempt to end the session on the server went. */
export interface Ending {
  readonly verdict: FinalVerdict;
  /** Whether `session-url` said that the session is over. Absent if it was not asked, or gave no answer. */
  readonly verified?: boolean;
  /** Requests sent, without the look at `session-url`. */
  readonly attempts: number;
  /** The tokens of this logout: those found at the click, those in the SDK, and those of a refresh. */
  readonly tokens: readonly StoredTokens[];
  /** The tokens of a refresh during this logout. */
  readonly refreshed: StoredTokens | undefined;
  readonly warnings: readonly string[];
  /** Seconds to wait before another try, if the server named a time. */
  readonly retryAfter: number | undefined;
}

type Failed = Extract<Verdict, { is: 'failed' }>;
type Asked = { readonly answer: Answer | Fault | 'overtaken'; readonly isSecondTry: boolean };
type Refused = Extract<Verdict, { is: 'unauthorized' }>;

/** Time for a server or a network to recover before the one automatic retry. */
const RETRY_PAUSE_MS = 250;
const LATE = 'A token or requestInit came too late: check both.';
const UNSENDABLE = 'A token has characters that no header can carry: check where it is stored.';
export const OVERTAKEN = 'Somebody has signed in or out meanwhile: log out again.';
const SDK_UNUSED = 'sdk was not used: it is not what this platform and mode work with.';

/**
 * Ends the session on the server, as the platform describes it: by the vendor's SDK, a navigation or a request. Then it
 * looks at `session-url`, if there is one. It changes nothing in storage, and settles before `deadline` ends.
 *
 * @param reading the tokens at the click
 * @param remembered the tokens of a failed logout before, used if `reading` finds none, or a guest's
 * @param mayGoOn whether one more request may be sent: no, if somebody has signed in since the click
 */
export async function endSession(
  connection: Connection,
  reading: MaybePromise<StoredTokens | undefined>,
  remembered: StoredTokens | undefined,
  { signal, remaining }: Deadline,
  mayGoOn: () => boolean,
): Promise<Ending> {
  const { platform, settings, mode } = connection;
  let call: LogoutCall = { ...connection, tokens: {} };
  const tokens: StoredTokens[] = [];
  let refreshed: StoredTokens | undefined;
  /** The last request: the logout, or what should come before it. */
  let sent: HttpRequest | undefined;
  let attempts = 0;
  let isBySdk = false;
  let isAsked = false;
  let retryAfter: number | undefined;
  const warnings: string[] = [];

  /** Whether there are no tokens, or only a guest's. */
  const isNobodys = (held?: StoredTokens): boolean => !isSome(held) || isGuests(platform, held);

  async function run(): Promise<FinalVerdict> {
    let found: StoredTokens | undefined;
    try {
      // Also when offline, for the next try. Without a promise no `await`: the request leaves in the click's own task.
      found = isPromise(reading) ? await untilAborted(reading, signal, undefined) : reading;
    } catch {
      return failed('misconfigured', { message: UNREADABLE });
    }
    use((isNobodys(found) ? remembered : found) ?? found ?? {});
    const asked: MaybePromise<AtClick> = platform.atClick?.(settings) ?? {};
    const atClick = isPromise(asked) ? await untilAborted<AtClick, AtClick>(asked, signal, {}) : asked;
    if (signal.aborted) return failed('timeout', { message: LATE });
    if (!mayGoOn()) return unanswered('overtaken');
    if (isOffline()) return failed('offline');
    if ('problem' in atClick) return failed('misconfigured', { message: atClick.problem });
    call = { ...call, ...atClick };
    const sdk = platform.sdk?.find(settings, mode);
    if (sdk && platform.sdk) return bySdk(platform.sdk, sdk).catch(() => failed('sdk'));
    if (settings.sdk) warnings.push(SDK_UNUSED);
    const navigation = platform.navigation?.(call);
    if (!navigation) return byRequest();
    // The fields of a posted form may hold a token.
    if (navigation.fields && !isSecure(navigation.url)) return failed('insecure');
    warnings.push(...(await alongside()));
    if (!mayGoOn()) return unanswered('overtaken');
    return { is: 'ended', navigation };
  }

  async function bySdk(driver: SdkDriver, sdk: unknown): Promise<FinalVerdict> {
    const held = driver.tokens?.(sdk).read();
    const inSdk = isPromise(held) ? await untilAborted(held, signal, undefined) : held;
    if (!mayGoOn()) return unanswered('overtaken');
    if (signal.aborted) return failed('sdk');
    const mayAsk = driver.tokens && !platform.missing?.({ ...settings, sdk: undefined }, mode);
    // The SDK would end a guest's session, or none. Tokens of a member are not its own.
    if (mayAsk && isNobodys(inSdk) && (isSome(inSdk) || !isNobodys(call.tokens))) return byRequest();
    if (inSdk) use(inSdk);
    // If this token has expired by the device's clock, the SDK gets a guest's instead, and ends that.
    if (mayAsk && platform.refresh && !isNobodys(inSdk) && !inSdk?.refreshToken) return byRequest();
    isBySdk = true;
    const isOurs = (): boolean => !signal.aborted && mayGoOn();
    const done = await untilAborted(driver.logout(sdk, call, isOurs), signal, undefined);
    const result = done ?? driver.unfinished?.(sdk, call) ?? failed('sdk');
    const verdict = 'is' in result ? result : judge(platform, result, call);
    return verdict.is === 'unauthorized' ? refused(verdict, true, false) : verdict;
  }

  async function byRequest(): Promise<FinalVerdict> {
    const isNobody = isNobodys(call.tokens) && !platform.cookieSession?.(call);
    if (isNobody && warnings.includes(SDK_UNUSED)) return failed('misconfigured', { message: SDK_UNUSED });
    // A guest would lose the cart.
    if (isNobody) return { is: 'gone' };
    const hasExpired = platform.isExpired?.(call.tokens, Date.now() / 1000);
    const refresh = !call.tokens.accessToken || hasExpired ? platform.refresh?.(call) : undefined;
    const refusal = refresh && (await renew(refresh));
    // If the device's clock is wrong, the token may be good after all: then the logout itself tells.
    if (refusal && !(refusal.is === 'gone' && hasExpired)) return refusal;
    const preparation = platform.prepare?.(call);
    if (preparation) {
      const { answer } = await ask(preparation);
      if (typeof answer === 'string') return unanswered(answer);
      const { status, json } = answer;
      if (!isOk(status)) return failed('http', { status });
      if (json === undefined) return failed('unexpected-response', { status });
      call = { ...call, prepared: json };
    }
    return logOut(!refresh);
  }

  /** Sends the logout request and judges the answer. */
  async function logOut(canRefresh: boolean): Promise<FinalVerdict> {
    const asking = ask(platform.request(call));
    isAsked = true;
    const working = alongside();
    const { answer, isSecondTry } = await asking;
    if (typeof answer === 'string') return unanswered(answer);
    const verdict = judge(platform, answer, call);
    if (verdict.is === 'failed') return verdict;
    warnings.push(...(await working));
    return verdict.is === 'unauthorized' ? refused(verdict, canRefresh, isSecondTry) : verdict;
  }

  /**
   * The platform refused the access token. Refreshes it and tries once more, if that is possible and was not done yet.
   * Otherwise there is no session, if the answer is the platform's own.
   */
  async function refused(verdict: Refused, canRefresh: boolean, isSecondTry: boolean): Promise<FinalVerdict> {
    const { own, status = 0, message } = verdict;
    // The answer to the first try got lost. This 401 means that it ended the session, unless a refresh still works.
    const ended: FinalVerdict | undefined = own && isSecondTry ? { is: 'ended', status } : undefined;
    const refresh = canRefresh ? platform.refresh?.(call) : undefined;
    if (refresh) {
      const refusal = await renew(refresh);
      if (!refusal) return logOut(false);
      return refusal.is === 'gone' ? (ended ?? refusal) : refusal;
    }
    if (ended) return ended;
    // The session lives if a refresh has just worked. It may live if only the SDK can refresh its token.
    const mayLive = !own || refreshed || (isBySdk && call.tokens.refreshToken);
    return mayLive ? failed('http', { status, ...(message && { message }) }) : { is: 'gone', status };
  }

  /** Gets a new access token. Returns a verdict only if that fails. */
  async function renew(request: HttpRequest): Promise<FinalVerdict | undefined> {
    const { answer, isSecondTry } = await ask(request);
    if (typeof answer === 'string') return unanswered(answer);
    const renewed = judgeRefresh(platform, answer, call, isSecondTry);
    if ('is' in renewed) return renewed;
    refreshed = { ...renewed, refreshToken: renewed.refreshToken ?? call.tokens.refreshToken };
    use(refreshed);
    return undefined;
  }

  /**
   * Sends `request`: once more after a fault that may pass, and once more if the server says when. Always with the same
   * credentials. `isSecondTry`: an earlier try may have reached the server although its answer got lost.
   */
  async function ask(request: HttpRequest): Promise<Asked> {
    // A later request could reach the session of somebody who has signed in meanwhile.
    if (attempts && !mayGoOn()) return { answer: 'overtaken', isSecondTry: false };
    sent = request;
    let isSecondTry = false;
    let hasWaited = false;
    for (let next = request; ;) {
      const answer = await send(next, signal);
      if (answer !== 'insecure' && answer !== 'unsendable') attempts++;
      const isAnswer = typeof answer !== 'string';
      retryAfter = isAnswer ? answer.retryAfter : undefined;
      const wait = (retryAfter ?? Infinity) * 1000;
      const mayWait: boolean = isAnswer && answer.status === 429 && !hasWaited && remaining() > wait;
      const mayRetry = !isSecondTry && mayPass(answer) && remaining() > RETRY_PAUSE_MS;
      if (!mayWait && !mayRetry) return { answer, isSecondTry };
      hasWaited ||= mayWait;
      isSecondTry ||= !mayWait;
      if (!isAnswer) next = secondTry(request);
      await pause(mayWait ? wait : RETRY_PAUSE_MS, signal);
      if (!mayGoOn()) return { answer, isSecondTry: false };
    }
  }

  /** The adapter's side work must not change the outcome. It gets 50 ms more than the rest. */
  async function alongside(): Promise<string[]> {
    try {
      const work = Promise.resolve(platform.alongside?.(call, signal));
      const warning = (await untilAborted(work, signal, undefined)) ?? (await within(50, work, undefined));
      return warning ? [warning] : [];
    } catch {
      return [];
    }
  }

  function use(latest: StoredTokens): void {
    call = { ...call, tokens: latest };
    tokens.push(latest);
  }

  function failed(reason: FailureReason, rest: { status?: number; message?: string } = {}): Failed {
    return { is: 'failed', reason, server: attempts || isBySdk ? 'unknown' : 'not-asked', ...rest };
  }

  function unanswered(fault: Fault | 'overtaken'): Failed {
    if (fault === 'overtaken') return failed('rejected', { message: OVERTAKEN });
    if (fault === 'unsendable') return failed('misconfigured', { message: UNSENDABLE });
    return failed(fault === 'network' && isOffline() ? 'offline' : fault);
  }

  // An adapter may throw. Its error is not passed on, because it may quote a token.
  const message = `The adapter of the platform ${platform.name} threw an error: fix it.`;
  const verdict = await run().catch(() => failed('misconfigured', { message }));
  if (verdict.is === 'gone' && mayBeWithheld(sent, connection.page)) warnings.push(WITHHELD);
  // After a failure before the logout request, the look would have no token: then everybody seems to be signed out.
  const wasAsked = isBySdk || (verdict.is === 'failed' ? isAsked : attempts > 0 || verdict.is === 'ended');
  // The SDK's tokens too: they are not in `call`.
  call = { ...call, tokens: Object.assign({}, ...tokens) as StoredTokens };
  const looking = wasAsked ? look(verdict, connection, call, sent, signal, mayGoOn) : undefined;
  const { warning, ...looked } = (await looking?.catch(() => undefined)) ?? { verdict };
  if (warning) warnings.push(warning);
  return { ...looked, attempts, tokens, refreshed, warnings, retryAfter };
}
