import { allowedRedirect, httpUrl } from '../client/url.js';
import type { LogoutCall, Platform } from '../platforms/platform.js';
import type { Settings } from '../platforms/settings.js';
import { type PageData, parsePageData } from '../tokens/page-data.js';
import { unfitRequest } from './own-request.js';
import { findPlatform } from './registry.js';

/** Everything that can be said about a connection to a platform, as on the elements. */
export interface ConnectionSettings extends Settings {
  /** A registered name, or the platform itself. */
  platform?: string | Platform | undefined;
}

/** A connection that has been checked and completed with the platform's defaults. */
export interface Connection extends Omit<LogoutCall, 'tokens'> {
  readonly platform: Platform;
  /** Milliseconds for the whole logout. */
  readonly timeout: number;
  /** What else goes with the session. */
  readonly clearAlso: readonly PageData[];
  /** What was wrong with settings that a logout can do without. */
  readonly warnings: readonly string[];
}

/** What keeps a connection from working, in one sentence that says what to do. */
export interface Unresolved {
  readonly problem: string;
  readonly platform?: Platform;
}

/**
 * Checks `settings` and completes them. What decides where a request goes must be right, so a mistake there is
 * a problem; what only tunes a logout is replaced by its default with a warning, because a shopper should not
 * stay signed in over a typing error in `timeout` or `redirect`.
 */
export function resolveConnection(settings: ConnectionSettings, page: string): Connection | Unresolved {
  const platform =
    typeof settings.platform === 'object' ? settings.platform : findPlatform(settings.platform ?? '');
  try {
    return resolve(settings, platform, page);
  } catch {
    // An adapter from outside, or settings of another type than they have in TypeScript.
    return { problem: 'The settings could not be read, or the adapter of the platform threw an error.' };
  }
}

function resolve(
  settings: ConnectionSettings,
  platform: Platform | undefined,
  page: string,
): Connection | Unresolved {
  if (!platform) {
    return {
      problem: settings.platform
        ? `There is no platform "${printable(settings.platform)}": check its spelling, or register it with registerPlatform().`
        : 'No platform is named: set the attribute platform, for example platform="salla".',
    };
  }
  const unresolved = (problem: string): Unresolved => ({ problem, platform });
  const unfit = unfitSetting(settings);
  if (unfit) return unresolved(unfit);

  const mode = settings.mode ?? platform.defaultMode?.(settings, page) ?? platform.modes?.[0] ?? '';
  if (settings.mode && !platform.modes?.includes(settings.mode)) {
    const known = platform.modes ? `use ${platform.modes.join(', ')}` : 'remove it';
    return unresolved(`The platform ${platform.name} has no mode "${printable(settings.mode)}": ${known}.`);
  }
  const missing = platform.missing?.(settings, mode);
  if (missing) return unresolved(`The platform ${platform.name} needs the attribute ${missing}.`);

  const address = settings.baseUrl ?? platform.baseUrl(settings, mode, page);
  const base = httpUrl(address, address.startsWith('/') ? page : undefined)?.href;
  if (!base) {
    return unresolved(
      'base-url is not usable: write a full https:// address, or a path that starts with one slash.',
    );
  }
  if (settings.sessionUrl !== undefined && !sessionAddress(settings.sessionUrl, page)) {
    return unresolved(
      'session-url is not usable: write a full https:// address, or a path that starts with one slash.',
    );
  }
  const connection = { platform, settings, mode, base, page };
  const problem = unfitRequest(settings, base, page) ?? platform.problem?.(connection);
  return problem ? unresolved(problem) : { ...connection, ...leniently(connection) };
}

/** `session-url` as an absolute address. */
export function sessionAddress(setting: string, page: string): string | undefined {
  return httpUrl(setting, setting.startsWith('/') ? page : undefined)?.href;
}

/** Two connections are the same when platform, base URL and store are. */
export function connectionKey(connection: Connection): string {
  const { storeId, clientId } = connection.settings;
  return JSON.stringify([connection.platform.name, connection.base, storeId ?? clientId ?? '']);
}

/** The time that a logout may take where `timeout` says nothing that can be used, in ms. */
export const DEFAULT_TIMEOUT = 8000;
const environments = ['production', 'staging'];
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function unfitSetting(settings: ConnectionSettings): string | undefined {
  const { storeId = 'x', clientId = 'x', environment = 'production', method = 'POST' } = settings;
  const { tokenKey = 'x', refreshTokenKey = 'x', tokenPrefix = '' } = settings;
  // What goes into a header or a path: visible ASCII, so that no line break can start a header of its own.
  if (!/^[!-~]+$/.test(storeId)) return 'store-id may only have visible ASCII characters.';
  if (!/^[!-~]+$/.test(clientId)) return 'client-id may only have visible ASCII characters.';
  if (!environments.includes(environment)) return 'environment is either production or staging.';
  if (!methods.includes(method.toUpperCase())) return `method is one of ${methods.join(', ')}.`;
  // A cookie's name must not bring attributes of its own (RFC 6265 section 4.1.1).
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f;=]/.test(tokenKey + refreshTokenKey + tokenPrefix)) {
    return 'token-key, refresh-token-key and token-prefix may not have ";", "=" or control characters.';
  }
  return undefined;
}

function leniently({
  platform,
  settings,
  mode,
  page,
}: Pick<Connection, 'platform' | 'settings' | 'mode' | 'page'>): Pick<
  Connection,
  'timeout' | 'warnings' | 'clearAlso' | 'redirect'
> {
  const warnings: string[] = [];
  const usable = usableTimeout(settings.timeout);
  const timeout = usable ?? DEFAULT_TIMEOUT;
  if (!usable) {
    warnings.push(`timeout is not a number of milliseconds; ${DEFAULT_TIMEOUT} is used.`);
  }
  if (!platform.takesRequestInit && (settings.csrf ?? settings.requestInit)) {
    warnings.push(`csrf and requestInit have no effect: ${platform.name} has a request of its own.`);
  }
  const { data: clearAlso, unknown } = parsePageData(settings.clearAlso ?? '');
  if (unknown.length) {
    warnings.push(
      `clear-also: write local:, session:, cache: or indexeddb: before each name (${printable(unknown.join(' '))}).`,
    );
  }
  if (!settings.redirect) return { timeout, warnings, clearAlso };
  if (platform.ignoresRedirect?.(mode)) {
    warnings.push(`redirect has no effect: ${platform.name} takes the page to an address of its own.`);
    return { timeout, warnings, clearAlso };
  }
  const origins = (settings.redirectOrigins ?? '').split(/\s+/).filter(Boolean);
  const redirect = allowedRedirect(settings.redirect, page, origins);
  if (redirect) return { timeout, warnings, clearAlso, redirect };
  warnings.push(
    'redirect was refused and the page stays: name an address of this site, or add its origin to redirect-origins.',
  );
  return { timeout, warnings, clearAlso };
}

/**
 * The setting as a number of milliseconds, or `undefined` if it is none. The templates of some frameworks set the
 * property to what the attribute says, a text; longer delays overflow a browser's timers and would fire at once.
 */
function usableTimeout(setting: unknown): number | undefined {
  const ms = Number(setting ?? DEFAULT_TIMEOUT);
  return ms > 0 && ms < 2 ** 31 ? ms : undefined;
}

function printable(value: unknown): string {
  return String(value)
    .replace(/[^ -~]/g, '?')
    .slice(0, 40);
}
