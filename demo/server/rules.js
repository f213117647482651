import { PRESETS } from './presets.js';

/** @import { Fault, Rule, SimulatedRequest } from './types.js' */

/** @type {readonly Fault[]} */
const FAULTS = ['reset', 'reset-after', 'hang', 'half-open', 'truncate', 'drip', 'loop', 'big'];

/** The rules of one realm. Each knows to how many more requests it applies. */
export class RuleBook {
  /** @type {{ rule: Rule, left: number, path: (path: string) => boolean }[]} */
  #entries = [];

  /** @returns {Rule[]} */
  get rules() {
    return this.#entries.map(({ rule }) => rule);
  }

  /** @param {readonly Rule[]} rules */
  replace(rules) {
    this.#entries = rules.map((rule) => ({ rule, left: rule.times ?? Infinity, path: pathTest(rule.path) }));
  }

  /**
   * The first matching rule. It is used up only if `use` returns `true`.
   *
   * @param {string} platform
   * @param {Pick<SimulatedRequest, 'method' | 'path'>} request
   * @param {(rule: Rule) => boolean} [use]
   */
  take(platform, { method, path }, use = () => true) {
    const entry = this.#entries.find(
      (each) =>
        each.left > 0 &&
        (each.rule.platform ?? platform) === platform &&
        (each.rule.method ?? method) === method &&
        each.path(path),
    );
    if (!entry || !use(entry.rule)) return undefined;
    entry.left -= 1;
    return entry.rule;
  }
}

/**
 * Reads rules from JSON. A string is the name of a preset.
 *
 * @param {unknown} value
 * @returns {Rule[]}
 * @throws {TypeError} with a sentence that says what is wrong
 */
export function parseRules(value) {
  if (!Array.isArray(value)) throw new TypeError('Rules are a JSON array of rules and names of presets.');
  return value.flatMap((/** @type {string | Rule} */ item) => {
    if (typeof item === 'string') {
      const preset = Object.hasOwn(PRESETS, item) && PRESETS[item];
      if (!preset) throw new TypeError(`There is no preset "${item}".`);
      return preset;
    }
    if (item.fault && !FAULTS.includes(item.fault)) throw new TypeError(`There is no fault "${item.fault}".`);
    return [item];
  });
}

/**
 * @param {string} [expected]
 * @returns {(path: string) => boolean}
 */
function pathTest(expected) {
  if (expected === undefined) return () => true;
  if (expected.startsWith('/')) return (path) => path === expected;
  const pattern = new RegExp(expected);
  return (path) => pattern.test(path);
}
