// The file for pages without a bundler: registers the tags, and exports what a script beside them may need.
import '../define.js';

export { registerLanguage } from '../lang/languages.js';
export { logout, signedIn } from '../logout/on-demand.js';
export { registerPlatform } from '../platforms/registry.js';
