import { registerPlatform } from '../../src/index.js';
import { authJs as platform } from '../../src/platforms/auth-js.js';
import { authJs } from './backends.js';
import { outcomeSuite } from './suite.js';

registerPlatform(platform);
outcomeSuite(authJs);
