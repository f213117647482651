/** @import { Attribute, ClassDeclaration, ClassField, CustomElement, Package } from 'custom-elements-manifest/schema' */

/** @typedef {ClassDeclaration & CustomElement & { tagName: string }} Tag */

/**
 * The source of `types/tags.d.ts`: the attributes, properties and events that a template may use on each tag. The types
 * for the frameworks use it.
 *
 * @param {Package} manifest
 */
export function tagTypes({ modules }) {
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  const tags = /** @type {Tag[]} */ (declarations.filter((each) => 'tagName' in each && each.tagName));
  const types = new Set(
    tags.flatMap(({ name, events = [] }) => [name, ...events.map(({ type }) => type.text)]),
  );

  return `// Written by \`npm run manifest\`.
import type { ${[...types].toSorted().join(', ')} } from '../dist/index.js';

export interface Tags { ${tags.map(({ tagName, name }) => `'${tagName}': ${name}Tag;`).join('\n')} }
${tags.map(tagType).join('')}`;
}

/** @param {Tag} tag */
function tagType({ name, description = '', attributes = [], events = [], members = [] }) {
  const fields = /** @type {(ClassField & { readonly?: boolean })[]} */ (
    members.filter(({ kind }) => kind === 'field')
  );
  const properties = fields.filter(({ readonly }) => !readonly);

  return `
${comment(description)}
export interface ${name}Tag {
  element: ${name};
  attributes: {
    ${attributes.map((each) => line(each.name, written(each), each.description)).join('\n')}
  };
  properties: {
    ${properties.map((each) => line(each.name, `${name}['${each.name}']`, each.description)).join('\n')}
  };
  events: {
    ${events.map((each) => `${comment(each.description)}\n'${each.name}': ${each.type.text};`).join('\n')}
  };
}
`;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string | undefined} description
 */
function line(name, type, description) {
  return `${comment(description)}\n'${name}'?: ${type} | undefined;`;
}

/**
 * The type of an attribute in a template. A template may also write a number as text.
 *
 * @param {Attribute} attribute
 */
function written({ type = { text: 'string' } }) {
  const text = type.text.replace(' | undefined', '').replace('OrText', '(string & {})');
  return text === 'number' ? 'number | `${number}`' : text;
}

/** @param {string | undefined} text */
function comment(text = '') {
  return `/** ${text.replaceAll('\n', ' ')} */`;
}
