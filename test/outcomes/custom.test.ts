import { custom } from './backends.js';
import { outcomeSuite } from './suite.js';

outcomeSuite(custom);
