import { getTypeChecker } from '@wc-toolkit/type-parser';

/** @import { AnalyzePhaseParams, PackageLinkPhaseParams } from '@custom-elements-manifest/analyzer' */
/** @import { ClassDeclaration, CustomElement, Declaration, Module } from 'custom-elements-manifest/schema' */

/** @typedef {ClassDeclaration & CustomElement} ElementDeclaration */

const SCHEMA_VERSION = '2.1.0'; // the analyzer still writes 1.0.0

/**
 * For custom-elements-manifest.config.mjs: keeps only the elements with their public parts, and makes the paths those of
 * the published package. It runs before the type parser, which would complain about private members.
 */
export function tidyManifestPlugin() {
  return {
    name: 'tidy-manifest',

    /** @param {AnalyzePhaseParams} params */
    analyzePhase({ ts, node, moduleDoc: { declarations = [] } }) {
      classesAmong(declarations).forEach(keepPublicParts);
      if (!ts.isClassDeclaration(node)) return;
      const element = classesAmong(declarations).find(({ name }) => name === node.name?.text);
      if (element) describeAsInterfaces(ts, node, element);
    },

    /** @param {PackageLinkPhaseParams} params */
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.schemaVersion = SCHEMA_VERSION;
      manifest.modules.forEach(keepElements);
      manifest.modules = manifest.modules.filter(({ exports }) => exports?.length);
      pointToOutput(manifest);
    },
  };
}

/**
 * @param {readonly Declaration[]} declarations
 * @returns {ElementDeclaration[]}
 */
function classesAmong(declarations) {
  const classes = declarations.filter(({ kind }) => kind === 'class');
  return /** @type {ElementDeclaration[]} */ (classes);
}

/**
 * Removes what the analyzer should not list: private members, their attributes, and an event without a name for every
 * `dispatchEvent()`.
 *
 * @param {ElementDeclaration} element
 */
function keepPublicParts(element) {
  const { members = [], attributes = [], events = [] } = element;
  const hidden = new Set(members.filter(({ privacy }) => isHidden(privacy)).map(({ name }) => name));

  element.members = members.filter(({ name }) => !hidden.has(name));
  element.attributes = attributes.filter(({ fieldName = '' }) => !hidden.has(fieldName));
  element.events = events.filter(({ name }) => name);
}

/**
 * Takes the missing descriptions from the interfaces that the class implements, as editors do, with their defaults.
 *
 * @param {AnalyzePhaseParams['ts']} ts
 * @param {AnalyzePhaseParams['node']} node
 * @param {ElementDeclaration} element
 */
function describeAsInterfaces(ts, node, { members = [], attributes = [] }) {
  const checker = getTypeChecker();
  const type = checker.getTypeAtLocation(node);
  for (const member of members) {
    if (member.description) continue;
    const symbol = type.getProperty(member.name);
    const tag = symbol?.getJsDocTags(checker).find(isDefault);
    const value = ts.displayPartsToString(tag?.text).replaceAll("'", '');
    const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker));
    const description = value && value !== 'false' ? `${text} Default: \`${value}\`.` : text;
    const attribute = attributes.find(({ fieldName }) => fieldName === member.name);
    for (const each of [member, attribute]) if (each && text) each.description = description;
  }
}

/** @param {{ name: string }} tag */
function isDefault({ name }) {
  return name === 'default';
}

/** @param {string | undefined} privacy */
function isHidden(privacy) {
  return privacy === 'private' || privacy === 'protected';
}

/**
 * Drops everything except elements with a tag. By now, an element has all parts of its base class.
 *
 * @param {Module} module
 */
function keepElements(module) {
  const elements = classesAmong(module.declarations ?? []).filter(({ tagName }) => tagName);
  const names = new Set(elements.map(({ name }) => name));

  module.declarations = elements;
  module.exports = (module.exports ?? []).filter(
    ({ kind, name }) => kind === 'custom-element-definition' || names.has(name),
  );
}

/**
 * Changes every path in the manifest from `src/….ts` to `dist/….js`.
 *
 * @param {object} node
 */
function pointToOutput(node) {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'object' && value !== null) pointToOutput(value);
    if (key !== 'path' && key !== 'module') continue;
    Object.assign(node, { [key]: value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js') });
  }
}
