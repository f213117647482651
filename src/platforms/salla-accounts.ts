import { pause, untilAborted } from '../client/deadline.js';
import { httpUrl, isSecure } from '../client/url.js';
import { record, text, type LogoutCall } from './platform.js';

const ACCOUNTS = 'https://accounts.salla.com';
const LIMIT_MS = 3000;
const UNKNOWN = 'The session at the Salla accounts page may not have ended.';

/**
 * Signs out of Salla's accounts page in a hidden frame, as the SDK does. Otherwise the login dialog could sign the shopper
 * in again. The frame says that it is ready, gets the order to log out, and says when it is done. Unlike the SDK, this
 * function believes only this frame at its origin, and waits for three seconds at most.
 *
 * Resolves with a warning if the frame does not confirm.
 */
export async function signOutOfAccounts(call: LogoutCall, signal: AbortSignal): Promise<string | undefined> {
  const accounts = accountsUrl(call);
  if (!accounts) return UNKNOWN;
  const confirmed = new AbortController();
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = `${accounts.href.replace(/\/+$/, '')}/logout`;
  const listen = ({ source, origin, data }: MessageEvent): void => {
    if (source !== frame.contentWindow || origin !== accounts.origin) return;
    const message = record(data);
    if (message['source'] !== 'login') return;
    if (message['type'] === 'iframe::ready') {
      // As the SDK does, without what only the SDK knows.
      const { lang } = document.documentElement;
      const { base: apiUrl, settings } = call;
      const sent = { id: settings.storeId, lang, appUrl: accounts.href, apiUrl, settings: {}, storage: {} };
      frame.contentWindow?.postMessage({ source: 'logout', type: 'init', data: sent }, accounts.origin);
    }
    if (message['type'] === 'iframe::logged-out') confirmed.abort();
  };
  addEventListener('message', listen);
  document.body.append(frame);
  await untilAborted(pause(LIMIT_MS, confirmed.signal), signal, undefined);
  frame.remove();
  removeEventListener('message', listen);
  if (confirmed.signal.aborted) return undefined;
  // Ends the pause.
  confirmed.abort();
  return UNKNOWN;
}

function accountsUrl({ settings }: LogoutCall): URL | undefined {
  const config = record((globalThis as { salla?: unknown }).salla)['config'] as
    { get?(key: string): unknown } | undefined;
  const address = settings.accountsUrl ?? text(config?.get?.('login.url')) ?? ACCOUNTS;
  const url = httpUrl(address);
  return url && isSecure(url.href) ? url : undefined;
}
