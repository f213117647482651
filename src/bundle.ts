// The file for pages without a bundler: registers the tags, and exports what a script beside them may need.
import './define.js';
import { retryBy } from './logout/on-demand.js';

// Not on a page that pins its files by their hashes (https://html.spec.whatwg.org/multipage/webappapis.html#import-maps),
// which another address would escape.
if (!document.querySelector('script[integrity][src*="store-logout."]')) {
  retryBy((attempt) => import(/* @vite-ignore */ `./store-logout.bundle.logout.js?attempt=${attempt}`));
}

export { StoreLogoutElement } from './elements/store-logout.js';
export { StoreSessionElement } from './elements/store-session.js';
export { registerLanguage } from './lang/languages.js';
export { logout, signedIn } from './logout/on-demand.js';
export { registerPlatform } from './platforms/registry.js';
