import { StoreLogoutElement } from './elements/store-logout.js';
import { StoreSessionElement } from './elements/store-session.js';
import './lang/ar.js';
import { builtInPlatforms } from './platforms/all.js';
import { addPlatforms } from './connection/registry.js';

// The types of the events, for listeners on elements, the document and the window.
export type * from './logout/events.js';

addPlatforms(builtInPlatforms);

// The session comes first, because it must answer when the elements below it ask for their connection. A page that loads
// the library twice keeps the first copy.
if (!customElements.get('store-session')) customElements.define('store-session', StoreSessionElement);
if (!customElements.get('store-logout')) customElements.define('store-logout', StoreLogoutElement);

declare global {
  interface HTMLElementTagNameMap {
    'store-logout': StoreLogoutElement;
    'store-session': StoreSessionElement;
  }
}
