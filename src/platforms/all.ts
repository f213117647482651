import { commerceEngine } from './commerce-engine.js';
import { custom } from './custom.js';
import type { Platform } from './platform.js';
import { salla } from './salla.js';
import { unisouk } from './unisouk.js';
import { wix } from './wix.js';

/** The platforms of `define.js` and of the file for a script tag. */
export const builtInPlatforms: readonly Platform[] = [salla, commerceEngine, unisouk, wix, custom];
