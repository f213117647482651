// One file that never loads another.
import '../ready.js';

export * from './bundle.js';
