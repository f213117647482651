// Writes the bench's results into the manual. `--check` only compares. The bench itself writes them, too.
import { readResults } from '../bench/results.js';
import { writeTables } from '../bench/tables.js';

await writeTables(await readResults());
