/** @import { Block } from './blocks.mjs' */

/**
 * Speculation rules load addresses beforehand: https://html.spec.whatwg.org/multipage/speculative-loading.html
 *
 * @param {Block} rules
 * @returns {string[]} what is wrong with them
 */
export function checkSpeculationRules({ code, place }) {
  try {
    const wrong = Object.entries(JSON.parse(code)).filter(
      ([action, lists]) => !['prefetch', 'prerender'].includes(action) || !Array.isArray(lists),
    );
    return wrong.map(([action]) => `${place}: "${action}" is no speculation rule`);
  } catch (error) {
    return [`${place}: ${String(error)}`];
  }
}
