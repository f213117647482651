// Runs every case beside the vendors' own software, and prints the results; see README.md.
import { cases } from './cases/index.js';
import { startServers } from './servers/index.js';
import { openBrowser } from './support/browser.js';
import { playCase } from './support/play-case.js';
import { openShop } from './support/shop.js';
import { table } from './support/table.js';

/** @import { Row } from './support/types.js' */

const AT_ONCE = 4;

const [filter = ''] = process.argv.slice(2);
const chosen = cases.filter(({ platform, title }) => `${platform}: ${title}`.includes(filter));

const shop = await openShop();
const needed = new Set(chosen.flatMap(({ server }) => server ?? []));
const servers = await startServers(needed, shop.origins);
const browser = await openBrowser();
/** @type {Row[]} */
const rows = [];
try {
  const waiting = [...chosen.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      rows[next[0]] = await playCase(next[1], browser, { shop, servers });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await browser.close();
  await servers.close();
  shop.close();
}

const count = (/** @type {Row['verdict']} */ verdict) => rows.filter((row) => row.verdict === verdict).length;
console.log(
  `${table(rows)}\n${count('ok')} as they should be, ${count('gap')} known gaps, ${count('wrong')} wrong`,
);
process.exitCode = count('wrong') ? 1 : 0;
