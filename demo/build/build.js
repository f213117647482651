import path from 'node:path';
import { buildSite, SITE } from './build-site.js';

await buildSite();
console.log(`The demo is in ${path.relative(process.cwd(), SITE)}, for any static host.`);
