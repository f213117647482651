import { readFileSync } from 'node:fs';

/** @import { Block } from './blocks.mjs' */

/** The languages of the frameworks' templates. */
export const TEMPLATES = ['tsx', 'vue', 'svelte', 'astro'];

/**
 * The framework whose compiler checks a block in `fixtures`.
 *
 * @param {Block} block
 * @returns {string | undefined}
 */
export function frameworkOf({ code, language }) {
  if (language === 'tsx') return /from 'solid-js'/.test(code) ? 'solid' : 'react';
  return TEMPLATES.includes(language) ? language : undefined;
}

/**
 * Checks the names of attributes and events with a hyphen. TypeScript does not: in JSX, it accepts any such name
 * (https://www.typescriptlang.org/docs/handbook/jsx.html#attribute-type-checking).
 *
 * @param {Block} block
 * @returns {string[]} problems
 */
export function checkTemplate(block) {
  const names = block.code.matchAll(/\s((?:[a-z]+:|[:@])?([a-z]+(?:-[a-z]+)+))(?=[=\s/>])/g);
  const unknown = [...names].filter(([, , name = '']) => !isKnown(name)).map(([, name]) => name);
  return unknown.map((name) => `${block.place}: no such attribute or event: ${name}`);
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
