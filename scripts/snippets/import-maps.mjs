/** @import { Block } from './blocks.mjs' */

/**
 * An import map of ours pins files, by an address and a hash.
 *
 * @param {Block} map
 * @returns {string[]} what is wrong with it
 */
export function checkImportMap({ code, place }) {
  try {
    const { integrity, ...others } = JSON.parse(code);
    const pins = Object.entries(integrity);
    const isPin = (/** @type {[string, unknown]} */ [address, hash]) =>
      URL.canParse(address) && /^sha384-[\w+/]{64}$/.test(String(hash));
    const isRight = pins.length > 0 && pins.every(isPin) && Object.keys(others).length === 0;
    return isRight ? [] : [`${place}: the import map has more in it than addresses and hashes`];
  } catch (error) {
    return [`${place}: ${String(error)}`];
  }
}
