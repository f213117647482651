/**
 * A fingerprint of `text`, from which nobody can compute the text: two 32-bit hashes (FNV-1a with different primes). It is
 * synchronous, because the library reads a place and empties it in one task. `crypto.subtle` is asynchronous, and missing on
 * plain http.
 */
export function fingerprint(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return [one, other].map((hash) => (hash >>> 0).toString(36).padStart(7, '0')).join('');
}
