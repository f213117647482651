import { fileURLToPath } from 'node:url';
import { startProgram } from '../program.js';

/** Django with allauth, by Debian's Python: another one on the machine does not know them. */
export const startDjango = () =>
  startProgram('/usr/bin/python3', fileURLToPath(new URL('shop.py', import.meta.url)));
