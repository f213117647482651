// The file for pages without a bundler: registers the tags, and exports functions for the page's own scripts.
import './define.js';

export { guard } from './guard.js';
export { registerLanguage } from './lang/strings.js';
export { logout, signedIn } from './logout/logout.js';
export { registerPlatform } from './connection/registry.js';
