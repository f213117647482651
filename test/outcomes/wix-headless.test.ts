import { wixHeadless } from './backends.js';
import { outcomeSuite } from './suite.js';

outcomeSuite(wixHeadless);
