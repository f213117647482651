import { page, redirectTo } from './shared/answers.js';
import { serializeCookie } from './shared/cookies.js';
import { toBase64 } from './shared/tokens.js';

/** @import { Answer, Cookie, WixLogoutAnswer } from '../types.js' */

/**
 * Wix documents its logout answer as an HTTP response inside JSON. No browser applies the `Set-Cookie` in it.
 * A server may also send that response itself: as a redirect if one was asked for, otherwise as a page.
 *
 * @param {{ form: WixLogoutAnswer, target: string | undefined, cookie: Cookie, note: string }} outcome
 * @returns {Answer}
 */
export function logoutAnswerOf({ form, target, cookie, note }) {
  const html = page('Signed out', 'You are signed out.');
  if (form === 'raw') {
    const headers = [{ key: 'Set-Cookie', value: serializeCookie(cookie) }];
    if (target) headers.push({ key: 'Location', value: target });
    return { status: 200, json: { body: toBase64(html), statusCode: target ? 302 : 200, headers }, note };
  }
  const cookies = [cookie];
  return form === 'redirect' && target
    ? redirectTo(target, { cookies, note })
    : { status: 200, html, cookies, note };
}
