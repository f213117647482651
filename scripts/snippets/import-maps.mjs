/** @import { Block } from './blocks.mjs' */

/**
 * Checks that an import map has only addresses and hashes.
 *
 * @param {Block} map
 * @returns {string[]} problems
 */
export function checkImportMap({ code, place }) {
  try {
    const { integrity, ...others } = JSON.parse(code);
    const pins = Object.entries(integrity);
    const isPin = (/** @type {[string, unknown]} */ [address, hash]) =>
      URL.canParse(address) && /^sha384-[\w+/]{64}$/.test(String(hash));
    const isRight = pins.length > 0 && pins.every(isPin) && Object.keys(others).length === 0;
    return isRight ? [] : [`${place}: the import map must have only addresses and hashes`];
  } catch (error) {
    return [`${place}: ${String(error)}`];
  }
}
