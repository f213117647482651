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
      const member = (each: unknown, name: string): unknown =>
        typeof each === 'object' ? (Object(each) as Record<string, unknown>)[name] : undefined;
      const accessToken = text(path.split('.').reduce(member, parsed(value)));
      return accessToken || refreshToken ? { accessToken, refreshToken } : undefined;
    },
  });
}
