// Logs out of the servers that are too large for every run, and writes the result into the manual; see ../README.md.
import { writeFile } from 'node:fs/promises';
import { openBrowser } from '../support/browser.js';
import { playCase } from '../support/play-case.js';
import { openShop } from '../support/shop.js';
import { table } from '../support/table.js';
import { cases } from './cases/index.js';
import { page } from './support/page.js';
import { starters } from './servers/index.js';
import { running } from './support/places.js';

/** @import { Row } from '../support/types.js' */

const [filter = ''] = process.argv.slice(2);
const chosen = cases.filter(({ platform, title }) => `${platform}: ${title}`.includes(filter));

const shop = await openShop();
const browser = await openBrowser();
/** @type {Row[]} */
const rows = [];
/** @type {Set<string>} */
const software = new Set([`Chromium ${(await browser.version()).replace(/^.*\//, '')}`]);
try {
  // One server and one case at a time: some cases stop their server's database.
  for (const [name, begin] of Object.entries(starters)) {
    const own = chosen.filter(({ server }) => server === name);
    if (!own.length) continue;
    console.log(`Starting ${name} …`);
    const server = await begin(shop.origins);
    for (const each of server.software) software.add(each);
    const servers = { origin: () => server.origin, close: server.close };
    try {
      for (const each of own) rows.push(await playCase(each, browser, { shop, servers }));
    } finally {
      await server.close();
      Object.assign(running, { [name]: undefined });
    }
  }
} finally {
  await browser.close();
  shop.close();
}

const count = (/** @type {Row['verdict']} */ verdict) => rows.filter((row) => row.verdict === verdict).length;
console.log(`${table(rows)}\n${count('ok')} as they should be, ${count('wrong')} wrong`);
if (!filter)
  await writeFile(
    new URL('../../docs/conformance-large.md', import.meta.url),
    await page(rows, [...software]),
  );
process.exitCode = count('wrong') ? 1 : 0;
