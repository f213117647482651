import { showDemoBar } from './demo-bar.js';
import { restoreLanguage } from './language.js';

restoreLanguage();
showDemoBar('./');
