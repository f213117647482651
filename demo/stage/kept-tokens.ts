import type { Place, Shop } from './shop.js';
import { shorten } from './shorten.js';

/** The content of one place at one moment. */
export interface Kept {
  readonly in: Place['in'];
  readonly name: string;
  /** Shortened; absent if there was nothing. */
  readonly value?: string;
  /** The token's owner, if the token names one. */
  readonly owner?: 'member' | 'visitor';
}

/** The tokens that are now in the places of `shop`. */
export function keptTokens({ places, memory }: Pick<Shop, 'places' | 'memory'>): Kept[] {
  return places.map(({ in: where, name, tokenIn }) => {
    const stored = where === 'memory' ? memory?.read()?.accessToken : read(where, name);
    if (!stored) return { in: where, name };
    const token = tokenIn?.(stored) ?? stored;
    const owner = ownerOf(token);
    return { in: where, name, value: shorten(token), ...(owner && { owner }) };
  });
}

/** Removes all tokens from the places of `shop`. */
export function forgetTokens({ places, memory }: Pick<Shop, 'places' | 'memory'>): void {
  memory?.clear();
  for (const { in: where, name } of places) {
    if (where === 'localStorage') localStorage.removeItem(name);
    if (where === 'cookie') document.cookie = `${name}=; Path=/; Max-Age=0`;
  }
}

function read(where: 'localStorage' | 'cookie', name: string): string | undefined {
  if (where === 'localStorage') return localStorage.getItem(name) ?? undefined;
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}

/** Commerce Engine's tokens say whether they are a member's. */
function ownerOf(token: string): Kept['owner'] {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { is_logged_in: isMember } = JSON.parse(atob(payload)) as { is_logged_in?: boolean };
    return isMember === undefined ? undefined : isMember ? 'member' : 'visitor';
  } catch {
    return undefined;
  }
}
