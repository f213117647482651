import { unisouk } from './backends.js';
import { outcomeSuite } from './suite.js';

outcomeSuite(unisouk);
