import { sallaFetch } from './backends.js';
import { outcomeSuite } from './suite.js';

outcomeSuite(sallaFetch);
