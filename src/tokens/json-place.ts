import { parsed, text } from '../client/json.js';
import type { TokenPlace } from './token-store.js';

/**
 * A place whose value is JSON, with the access token at `path`: `state.user.token`. The whole value is removed. It cannot be
 * replaced, because the rest of it belongs to the page. The refresh token has a plain place of its own.
 */
export function jsonPlace(path: string) {
  return (where: TokenPlace['in'], key: string, refreshKey?: string): TokenPlace => ({
    in: where,
    keys: refreshKey ? [key, refreshKey] : [key],
    read([value, refreshToken]) {
      const accessToken = text(memberAt(parsed(value), path));
      return accessToken || refreshToken ? { accessToken, refreshToken } : undefined;
    },
  });
}

function memberAt(json: unknown, path: string): unknown {
  let member = json;
  for (const name of path.split('.')) {
    if (typeof member !== 'object' || member === null || !Object.hasOwn(member, name)) return undefined;
    member = (member as Record<string, unknown>)[name];
  }
  return member;
}
