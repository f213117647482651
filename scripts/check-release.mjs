// Fails if the tag of the release (`v1.2.3`), the package, its lock and the changelog name different versions.
import { readFile } from 'node:fs/promises';

const [tag = ''] = process.argv.slice(2);
const read = async (/** @type {string} */ file) => readFile(file, 'utf8');
const { version } = JSON.parse(await read('package.json'));

const problems = Object.entries({
  [`The tag ${tag} is not v${version}, the version of package.json.`]: tag !== `v${version}`,
  'package-lock.json has another version.': JSON.parse(await read('package-lock.json')).version !== version,
  [`CHANGELOG.md has no section "## ${version} – date".`]: !new RegExp(
    `^## ${version.replaceAll('.', '\\.')} – \\d{4}-\\d{2}-\\d{2}$`,
    'm',
  ).test(await read('CHANGELOG.md')),
  'CHANGELOG.md still has something under "Unreleased".': /^## Unreleased\n+(?!## )\S/m.test(
    await read('CHANGELOG.md'),
  ),
});
for (const [problem, isSo] of problems) {
  if (!isSo) continue;
  console.error(problem);
  process.exitCode = 1;
}
