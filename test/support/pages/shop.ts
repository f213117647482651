import '../../../src/define.js';
