import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';

import { ROOT } from './support/packed.mjs';

const DONE = '# Changelog\n\n## Unreleased\n\n## 1.2.3 – 2026-01-31\n\n- Something.\n';

/** @type {Record<string, { tag?: string, lock?: string, changelog?: string, says: RegExp }>} */
const RELEASES = {
  'goes ahead when all name the same version': { says: /^$/ },
  'stops at a tag of another version': { tag: 'v1.2.4', says: /tag v1\.2\.4/ },
  'stops at a lock of another version': { lock: '1.2.2', says: /package-lock/ },
  'stops at a changelog without the version': { changelog: '## Unreleased\n', says: /no section/ },
  'stops at a changelog with something unreleased': {
    changelog: DONE.replace('Unreleased\n', 'Unreleased\n\n- More.\n'),
    says: /still has something/,
  },
};

describe('A release', () => {
  for (const [name, { tag = 'v1.2.3', lock = '1.2.3', changelog = DONE, says }] of Object.entries(RELEASES)) {
    it(name, async () => {
      const cwd = await mkdtemp(path.join(tmpdir(), 'store-logout-'));
      await writeFile(path.join(cwd, 'package.json'), JSON.stringify({ version: '1.2.3' }));
      await writeFile(path.join(cwd, 'package-lock.json'), JSON.stringify({ version: lock }));
      await writeFile(path.join(cwd, 'CHANGELOG.md'), changelog);
      const script = path.join(ROOT, 'scripts/check-release.mjs');
      const { stderr, status } = spawnSync(process.execPath, [script, tag], { cwd, encoding: 'utf8' });
      await rm(cwd, { recursive: true });
      assert.match(stderr, says);
      assert.equal(status === 0, stderr === '');
    });
  }
});
