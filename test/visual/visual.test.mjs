import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { expectAccessible } from '../support/axe.mjs';
import { compare } from './support/compare.mjs';
import { openGallery } from './support/open-gallery.mjs';
import { scenes } from './support/scenes.mjs';

const EXPECTED = fileURLToPath(new URL('expected/', import.meta.url));
/** Where a picture that differs is put, beside one of the differences. */
const ACTUAL = fileURLToPath(new URL('actual/', import.meta.url));
/** Part of the pixels that may differ by more than an edge's smoothing: fonts are drawn a little differently elsewhere. */
const TOLERANCE = 0.005;

/** @type {Record<string, string[]>} what a screen reader finds in each state */
const TREES = {
  idle: ['button "Log out"', '  StaticText "Log out"', 'status ""'],
  busy: [
    'button "Log out" disabled busy',
    '  StaticText "Log out"',
    'status ""',
    '  StaticText "Logging out…"',
  ],
  done: ['button "Logged out"', '  StaticText "Logged out"', 'status ""', '  StaticText "Logged out"'],
  failed: [
    'button "Log out: Try again"',
    '  StaticText "Log out"',
    '  StaticText ":"',
    '  StaticText "Try again"',
    'status ""',
    '  StaticText "You could not be logged out. Please reload the page and try again."',
  ],
  disabled: ['button "Log out" disabled', '  StaticText "Log out"', 'status ""'],
};

/**
 * @param {string} name
 * @param {Uint8Array} picture
 */
async function expectPicture(name, picture) {
  const expected = await readFile(path.join(EXPECTED, `${name}.png`));
  const { count, part, actualSize, expectedSize, draw } = compare(expected, picture, 0.2);
  if (part <= TOLERANCE) return;
  await mkdir(ACTUAL, { recursive: true });
  await writeFile(path.join(ACTUAL, `${name}.png`), picture);
  await writeFile(path.join(ACTUAL, `${name}-differences.png`), draw());
  assert.fail(`${name}: ${count} pixels differ; it is ${actualSize}, not ${expectedSize}. See ${ACTUAL}.`);
}

// Two browsers in parallel, each with its own server.
describe('Every state in every look', { concurrency: 2 }, () => {
  for (const turn of [0, 1]) {
    describe(`in browser ${turn + 1}`, { concurrency: false }, () => {
      const gallery = useGallery();
      for (const scene of [...scenes()].filter((_, index) => index % 2 === turn)) {
        it(`looks as it should, and breaks no rule for accessibility: ${scene.name}`, async () => {
          const page = await gallery.show(scene);
          await expectPicture(
            scene.name,
            await page.screenshot({ fullPage: !scene.isAsking && !scene.isFailing }),
          );
          await expectAccessible(page);
          await page.close();
        });
      }
    });
  }
});

describe('Every state', () => {
  const gallery = useGallery();

  it('is told to assistive technology', async () => {
    const [scene] = scenes();
    assert.ok(scene);
    const page = await gallery.show(scene);
    for (const [state, expected] of Object.entries(TREES)) {
      const root = await page.$(`store-logout[data-state=${state}].plain`);
      assert.ok(root);
      const tree = await page.accessibility.snapshot({ root, interestingOnly: false });
      assert.deepEqual(tree && outline(tree), expected, state);
    }
    await page.close();
  });

  it('names the button by the label that shows, also beside a text of the author’s', async () => {
    const [scene] = scenes();
    assert.ok(scene);
    const page = await gallery.show(scene);
    for (const [state, name] of Object.entries({
      idle: 'Leave',
      busy: 'Leave',
      done: 'Logged out',
      failed: 'Log out: Try again',
    })) {
      const root = await page.$(`store-logout[data-state=${state}].plain`);
      assert.ok(root);
      await root.evaluate((element) => element.append('Leave'));
      const tree = await page.accessibility.snapshot({ root, interestingOnly: false });
      const button = tree && outline(tree).find((line) => line.startsWith('button'));
      assert.ok(button?.startsWith(`button "${name}"`), `${state}: ${button}`);
    }
    await page.close();
  });
});

/** A gallery for the tests of the `describe()` that calls this. */
function useGallery() {
  /** @type {Awaited<ReturnType<typeof openGallery>>} */
  let gallery;
  before(async () => {
    gallery = await openGallery();
  });
  after(() => gallery.close());
  return {
    /** @param {import('./support/scenes.mjs').Scene} scene */
    show: (scene) => gallery.show(scene),
  };
}

/**
 * The roles and names in a tree, one a line, without what is only there for the looks.
 *
 * @param {import('puppeteer-core').SerializedAXNode} node
 * @returns {string[]}
 */
function outline({ role, name, children = [], disabled, busy }) {
  if (role === 'InlineTextBox') return [];
  const below = children.flatMap(outline);
  if (role === 'none' || role === 'generic') return below;
  const states = [disabled && 'disabled', busy && 'busy'].filter(Boolean);
  return [[role, JSON.stringify(name), ...states].join(' '), ...below.map((line) => `  ${line}`)];
}
