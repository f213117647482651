import { registerPlatform } from '../../src/index.js';
import { vendure as platform } from '../../src/platforms/vendure.js';
import { vendure } from './backends.js';
import { outcomeSuite } from './suite.js';

registerPlatform(platform);
outcomeSuite(vendure);
