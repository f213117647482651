import { readFileSync } from 'node:fs';

const FILES = ['../package.json', '../servers/vendure/package.json'];

/** The pinned versions of the packages that are installed here. @type {Record<string, string>} */
export const versions = Object.assign(
  {},
  ...FILES.map((file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).dependencies),
);

/**
 * A package with its version.
 *
 * @param {string} name
 */
export const withVersion = (name) => `${name} ${versions[name] ?? '?'}`;
