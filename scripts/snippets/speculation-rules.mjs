/** @import { Block } from './blocks.mjs' */

/**
 * Checks speculation rules, by which a browser loads pages beforehand: https://html.spec.whatwg.org/multipage/speculative-loading.html
 *
 * @param {Block} rules
 * @returns {string[]} problems
 */
export function checkSpeculationRules({ code, place }) {
  try {
    const wrong = Object.entries(JSON.parse(code)).filter(
      ([action, lists]) => !['prefetch', 'prerender'].includes(action) || !Array.isArray(lists),
    );
    return wrong.map(([action]) => `${place}: "${action}" is not a speculation rule`);
  } catch (error) {
    return [`${place}: ${String(error)}`];
  }
}
