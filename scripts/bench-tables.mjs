// Writes what the bench has measured into the manual; `--check` only compares. The bench itself does so too.
import { readResults } from '../bench/results.js';
import { writeTables } from '../bench/tables.js';

await writeTables(await readResults());
