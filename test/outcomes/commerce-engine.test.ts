import { commerceEngine } from './backends.js';
import { outcomeSuite } from './suite.js';

outcomeSuite(commerceEngine);
