import { readFileSync } from 'node:fs';

/** @import { Block } from './blocks.mjs' */

/** The languages of templates. */
export const TEMPLATES = ['tsx', 'vue', 'svelte'];

/** What tells of a block that it is for this framework. @type {Record<string, RegExp>} */
const MARKS = {
  react: /from 'react'/,
  solid: /from 'solid-js'/,
  vue: /from 'store-logout\/vue'/,
  svelte: /from 'store-logout\/svelte'/,
};

/**
 * The framework whose compiler checks a block, in `fixtures`.
 *
 * @param {Block} block
 * @returns {string | undefined}
 */
export function frameworkOf({ code }) {
  return Object.keys(MARKS).find((name) => MARKS[name]?.test(code));
}

/**
 * What is seen without a framework, and what TypeScript does not see: it takes any name with a hyphen in JSX
 * (https://www.typescriptlang.org/docs/handbook/jsx.html#attribute-type-checking).
 *
 * @param {Block} block
 * @returns {string[]} problems
 */
export function checkTemplate(block) {
  const names = block.code.matchAll(/\s((?:[a-z]+:|[:@])?([a-z]+(?:-[a-z]+)+))(?=[=\s/>])/g);
  const unknown = [...names].filter(([, , name = '']) => !isKnown(name)).map(([, name]) => name);
  return [
    ...unknown.map((name) => `${block.place}: no such attribute or event: ${name}`),
    ...(frameworkOf(block) ? [] : [`${block.place}: no framework in fixtures that compiles this`]),
  ];
}

/** @typedef {{ attributes?: { name: string }[], events?: { name: string }[] }} Declaration */
/** @type {{ modules: { declarations: Declaration[] }[] }} */
const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8'));
const declared = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ attributes = [], events = [] }) => attributes.concat(events))
  .map(({ name }) => name);

/**
 * React and Svelte write `on` before the name of an event.
 *
 * @param {string} name
 */
function isKnown(name) {
  return declared.includes(name) || declared.includes(name.replace(/^on/, ''));
}
