// Fails when custom-elements.json is not what `npm run manifest` would write.
import { readFile } from 'node:fs/promises';

// @ts-expect-error The analyzer's command line comes without types.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const manifest = await cli({ argv: ['analyze', '--quiet'], noWrite: true });
const committed = await readFile('custom-elements.json', 'utf8').catch(() => '');

if (committed !== `${JSON.stringify(manifest, null, 2)}\n`) {
  console.error('custom-elements.json is stale. Run `npm run manifest` and commit the result.');
  process.exitCode = 1;
}
