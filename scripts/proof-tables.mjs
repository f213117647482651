// Writes into the manuals how each platform was proved, with the installed versions. `--check` only compares.
import { readFile } from 'node:fs/promises';

import { helpers, proofs } from '../conformance/proofs.js';
import { writeTable } from './write-table.mjs';

/** Licences whose name is missing in the lock, or is not the whole truth. @type {Record<string, string>} */
const LICENCES = { '@medusajs/js-sdk': 'MIT, parts proprietary (see its LICENSE)', 'passport-local': 'MIT' };

/** @typedef {{ name: string, version: string, licence: string }} Package */

/** @type {Map<string, Package>} */
const packages = new Map();
for (const folder of ['conformance', 'conformance/servers/vendure']) {
  const { dependencies } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const lock = JSON.parse(await readFile(`${folder}/package-lock.json`, 'utf8'));
  for (const [name, version] of Object.entries(dependencies)) {
    const { license } = lock.packages[`node_modules/${name}`];
    packages.set(name, { name, version, licence: LICENCES[name] ?? license });
  }
}

/** @param {string} name */
function found(name) {
  const each = packages.get(name);
  if (!each) throw new Error(`conformance/proofs.js names ${name}, which is not installed there.`);
  return each;
}

/** @param {readonly string[]} names */
const list = (names) => names.map((name) => `\`${name}\` ${found(name).version}`).join(', ');

await writeTable('docs/tested-with.md', 'proofs', [
  ['platform', 'how it was proved'],
  ...proofs.map(({ platform, documents, packages: peers, servers, ofDebian }) => [
    `\`${platform}\``,
    [
      ...(documents ? [documents] : []),
      ...(peers ? [`vendor package: ${list(peers)}`] : []),
      ...(servers ? [`real server: ${list(servers)}`] : []),
      ...(ofDebian ? [`real server, as Debian packages it: ${ofDebian.join(', ')}`] : []),
    ].join('; '),
  ]),
]);

/** @param {string} name */
function purpose(name) {
  const platforms = proofs.filter((each) =>
    [...(each.packages ?? []), ...(each.servers ?? [])].includes(name),
  );
  return platforms.map(({ platform }) => `\`${platform}\``).join(', ') || helpers[name];
}

await writeTable('conformance/README.md', 'packages', [
  ['package', 'version', 'licence', 'for'],
  ...[...packages.values()].map(({ name, version, licence }) => [
    `\`${name}\``,
    version,
    licence,
    purpose(name) ?? '',
  ]),
]);
