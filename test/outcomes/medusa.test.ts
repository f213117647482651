import { registerPlatform } from '../../src/index.js';
import { medusa as platform } from '../../src/platforms/medusa.js';
import { medusa } from './backends.js';
import { outcomeSuite } from './suite.js';

registerPlatform(platform);
outcomeSuite(medusa);
