import { fileURLToPath } from 'node:url';
import { startProgram } from '../program.js';

/** Django with allauth, run by Debian's Python: another Python on the machine would not find them. */
export const startDjango = () =>
  startProgram('/usr/bin/python3', fileURLToPath(new URL('shop.py', import.meta.url)));
