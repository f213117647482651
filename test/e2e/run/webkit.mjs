import { runAllIn } from '../support/run-all-in.mjs';

await runAllIn('WebKit');
