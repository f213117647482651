import { wixApi } from './backends.js';
import { outcomeSuite } from './suite.js';

outcomeSuite(wixApi);
