/** @import { AnalyzePhaseParams, PackageLinkPhaseParams } from '@custom-elements-manifest/analyzer' */
/** @import { CustomElement, Declaration, Module } from 'custom-elements-manifest/schema' */

const SCHEMA_VERSION = '2.1.0'; // the analyzer still says 1.0.0 about what it writes

/**
 * For custom-elements-manifest.config.mjs: leaves the elements with their public parts, and paths that exist in the
 * published package.
 */
export function tidyManifestPlugin() {
  return {
    name: 'tidy-manifest',

    /** @param {AnalyzePhaseParams} params */
    analyzePhase({ moduleDoc }) {
      for (const declaration of moduleDoc.declarations ?? []) {
        if (declaration.kind === 'class') keepPublicParts(declaration);
      }
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
 * The analyzer lists private members, their attributes, and an event without a name for every `dispatchEvent()`.
 *
 * @param {CustomElement} element
 */
function keepPublicParts(element) {
  const { members = [], attributes = [], events = [] } = element;
  const hidden = new Set(members.filter(({ privacy }) => isHidden(privacy)).map(({ name }) => name));

  element.members = members.filter(({ name }) => !hidden.has(name));
  element.attributes = attributes.filter(({ fieldName = '' }) => !hidden.has(fieldName));
  element.events = events.filter(({ name }) => name);
}

/** @param {string | undefined} privacy */
function isHidden(privacy) {
  return privacy === 'private' || privacy === 'protected';
}

/**
 * What the elements' base class has, they have as well by now.
 *
 * @param {Module} module
 */
function keepElements(module) {
  const { declarations = [], exports = [] } = module;
  module.declarations = declarations.filter(hasTag);
  const names = new Set(module.declarations.map(({ name }) => name));
  module.exports = exports.filter(
    ({ kind, name }) => kind === 'custom-element-definition' || names.has(name),
  );
}

/** @param {Declaration} declaration */
function hasTag(declaration) {
  return 'tagName' in declaration && Boolean(declaration.tagName);
}

/**
 * From `src/….ts` to `dist/….js`, wherever the manifest refers to a file.
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
