import { registerPlatform } from '../../src/index.js';
import { oauth2Revoke as platform } from '../../src/platforms/oauth2-revoke.js';
import { oauth2Revoke } from './backends.js';
import { outcomeSuite } from './suite.js';

registerPlatform(platform);
outcomeSuite(oauth2Revoke);
