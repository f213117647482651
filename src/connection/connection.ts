import { allowedRedirect, httpUrl, pageAddress } from '../client/url.js';
import type { LogoutCall, Platform } from '../platforms/platform.js';
import type { Settings } from '../platforms/settings.js';
import { type PageData, parsePageData } from '../tokens/page-data.js';
import { findPlatform } from './registry.js';

/** The settings of a connection, as on the elements. */
export interface ConnectionSettings extends Settings {
  /** A registered name, or the platform itself. */
  platform?: string | Platform | undefined;
}

/** A connection: the settings, checked and completed with the platform's defaults. */
export interface Connection extends Omit<LogoutCall, 'tokens'> {
  readonly platform: Platform;
  /** Milliseconds for the whole logout. */
  readonly timeout: number;
  /** `session-url` as an absolute address. */
  readonly sessionUrl: string | undefined;
  /** More data to remove with the session. */
  readonly clearAlso: readonly PageData[];
  /** Mistakes in settings that a logout does not need. */
  readonly warnings: readonly string[];
}

/** A connection that cannot work. `problem` is one sentence that says what to do. */
export interface Unresolved {
  readonly problem: string;
  readonly platform?: Platform;
}

export type Resolved = Connection | Unresolved;

/** Used if `timeout` is missing or unusable, in ms. */
export const DEFAULT_TIMEOUT = 8000;

/** Visible ASCII only: a line break could add a header to the request. */
const WORD = [/^[!-~]*$/, 'visible ASCII characters'] as const;
/** A cookie's name must not add attributes (RFC 6265 section 4.1.1). */
const KEY = [/^[^\p{Cc};=]*$/u, 'a name without ";", "=" and control characters'] as const;

/** The form of each setting, as a pattern and in words. */
const FORMS = {
  storeId: WORD,
  clientId: WORD,
  environment: [/^(production|staging)$/, 'production or staging'],
  method: [/^(GET|POST|PUT|PATCH|DELETE)$/i, 'GET, POST, PUT, PATCH or DELETE'],
  tokenKey: KEY,
  refreshTokenKey: KEY,
  tokenPrefix: KEY,
  tokenPath: [/^[^.\s\p{Cc}]+(\.[^.\s\p{Cc}]+)*$/u, 'names with dots between, as in state.user.token'],
} as const;
const ADDRESS = 'a full https:// address, or a path that starts with one slash';

/**
 * Checks `settings` and completes them. A mistake in a setting that decides where the request goes is a problem: nothing is
 * sent. Any other mistake is a warning, and the default is used, because a typing error in `timeout` or `redirect` should
 * not keep a shopper signed in.
 */
export function resolveConnection(settings: ConnectionSettings, page = pageAddress()): Resolved {
  const { platform: named = '' } = settings;
  const platform = typeof named === 'object' ? named : findPlatform(named);
  if (!platform) {
    return {
      problem: named
        ? `There is no platform "${printable(named)}": check its spelling, or call registerPlatform().`
        : 'No platform is named: write, for example, platform="salla".',
    };
  }
  try {
    const resolved = resolve(settings, platform, page);
    return typeof resolved === 'string' ? { problem: resolved, platform } : resolved;
  } catch {
    // The adapter threw, or a setting has another type than in TypeScript.
    return { problem: 'The settings could not be read, or the adapter threw an error.' };
  }
}

/** Two connections are the same when platform, base URL and store are. */
export function connectionKey({ platform, base, settings: { storeId, clientId } }: Connection): string {
  return JSON.stringify([platform.name, base, storeId ?? clientId ?? '']);
}

/** The connection, or what keeps it from working. */
function resolve(settings: ConnectionSettings, platform: Platform, page: string): Connection | string {
  for (const [name, [form, said]] of Object.entries(FORMS)) {
    const value = settings[name as keyof typeof FORMS];
    if (value === undefined || form.test(value)) continue;
    return unusable(name.replace(/[A-Z]/g, '-$&').toLowerCase(), said);
  }
  if (settings.tokenPath !== undefined && !settings.tokenKey && !settings.tokenPrefix) {
    return 'token-path needs token-key: the place whose value is JSON.';
  }
  const { name, modes = [] } = platform;
  const mode = settings.mode ?? platform.defaultMode?.(settings, page) ?? modes[0] ?? '';
  if (settings.mode && !modes.includes(settings.mode)) {
    return `The platform ${name} has no mode "${printable(mode)}"; it has: ${modes.join(', ') || 'none'}.`;
  }
  const address = settings.baseUrl ?? platform.baseUrl?.(settings, mode, page) ?? '';
  const missing = address ? platform.missing?.(settings, mode) : 'base-url';
  if (missing) return `The platform ${name} needs the attribute ${missing}.`;
  const base = absolute(address, page);
  if (!base) return unusable('base-url', ADDRESS);
  const sessionUrl = settings.sessionUrl === undefined ? undefined : absolute(settings.sessionUrl, page);
  if (sessionUrl === '') return unusable('session-url', ADDRESS);
  const call = { settings, mode, base, page };
  return platform.problem?.(call) ?? { ...call, platform, sessionUrl, ...leniently(call, platform) };
}

/** The absolute address for a full address or a path; empty if it is neither. */
function absolute(address: string, page: string): string {
  return httpUrl(address, address.startsWith('/') ? page : undefined)?.href ?? '';
}

function unusable(attribute: string, form: string): string {
  return `${attribute} is not usable: write ${form}.`;
}

/** The settings that a logout does not need. A mistake gives the default and a warning. */
function leniently(
  { settings, mode, page }: Omit<LogoutCall, 'tokens'>,
  platform: Platform,
): Pick<Connection, 'timeout' | 'warnings' | 'clearAlso' | 'redirect'> {
  const warnings: string[] = [];
  // Some frameworks set a text. A longer delay would overflow the browser's timers, which then fire at once.
  const given: unknown = settings.timeout ?? DEFAULT_TIMEOUT;
  const ms = Number(given);
  const timeout = ms > 0 && ms < 2 ** 31 ? ms : DEFAULT_TIMEOUT;
  if (timeout !== ms) warnings.push(`timeout is not a number of milliseconds; ${DEFAULT_TIMEOUT} is used.`);
  if (!platform.atClick && (settings.csrf ?? settings.requestInit)) {
    warnings.push(`csrf and requestInit have no effect: ${platform.name} has a request of its own.`);
  }
  const { data: clearAlso, unknown } = parsePageData(settings.clearAlso ?? '');
  if (unknown.length) {
    const names = printable(unknown.join(' '));
    warnings.push(`clear-also: write local:, session:, cache: or indexeddb: before each name (${names}).`);
  }
  let redirect: string | undefined;
  if (settings.redirect && platform.ignoresRedirect?.(mode, settings)) {
    warnings.push(`redirect has no effect: ${platform.name} takes the page to an address of its own.`);
  } else if (settings.redirect) {
    const origins = (settings.redirectOrigins ?? '').split(/\s+/).filter(Boolean);
    redirect = allowedRedirect(settings.redirect, page, origins);
    if (!redirect)
      warnings.push('redirect was refused: name an address of this site, or its origin in redirect-origins.');
  }
  return { timeout, warnings, clearAlso, ...(redirect && { redirect }) };
}

function printable(value: unknown): string {
  return String(value)
    .replace(/[^ -~]/g, '?')
    .slice(0, 40);
}
