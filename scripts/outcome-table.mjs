// Writes the outcome table into the manual, from the rows that the tests run. `--check` only compares.
import { runnerImport } from 'vite';

import { writeTable } from './write-table.mjs';

/** @type {{ module: { rows: readonly Record<'what' | 'event' | 'server' | 'tokens', string>[] } }} */
const { module } = await runnerImport('./test/outcomes/rows.ts');

const rows = module.rows.map(({ what, event, server, tokens }) => [what, event, server, tokens]);
await writeTable('docs/outcomes.md', 'outcomes', [['what happened', 'event', 'server', 'tokens'], ...rows]);
