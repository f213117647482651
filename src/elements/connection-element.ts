import { createContext } from '@lit/context';
import { LitElement, type PropertyDeclarations } from 'lit';

import type { ConnectionSettings } from '../connection/connection.js';
import { signedIn } from '../logout/logout.js';
import { warnOnce } from '../logout/events.js';
import type { TokenStore } from '../tokens/token-store.js';

/**
 * Carries the settings of a `<store-session>` to the elements below it, across two copies of the library too. A
 * function, so that they are read at the time of a click, not at the session's last update.
 */
export const connectionContext = createContext<(() => ConnectionSettings) | undefined>(
  Symbol.for('store-logout.connection'),
);

/** Any other text, for platforms that a page registers: editors still complete the words beside it. */
type OrText = string & Record<never, never>;

/** Properties that no attribute can hold: some frameworks write `strings="[object Object]"`. */
const OBJECTS = ['strings', 'tokens', 'sdk', 'requestinit', 'request-init'];

/** The attributes that `<store-logout>` and `<store-session>` have in common. */
export class ConnectionElement extends LitElement {
  static override properties: PropertyDeclarations = {
    platform: {},
    storeId: { attribute: 'store-id' },
    clientId: { attribute: 'client-id' },
    environment: {},
    baseUrl: { attribute: 'base-url' },
    mode: {},
    method: {},
    tokenKey: { attribute: 'token-key' },
    refreshTokenKey: { attribute: 'refresh-token-key' },
    tokenPrefix: { attribute: 'token-prefix' },
    tokenPath: { attribute: 'token-path' },
    csrf: {},
    sessionUrl: { attribute: 'session-url' },
    logoutHint: { attribute: 'logout-hint' },
    accountsUrl: { attribute: 'accounts-url' },
    redirect: {},
    redirectOrigins: { attribute: 'redirect-origins' },
    timeout: { type: Number },
    clearOnFailure: { type: Boolean, attribute: 'clear-on-failure' },
    clearAlso: { attribute: 'clear-also' },
    requestInit: { attribute: false },
    tokens: { attribute: false },
    sdk: { attribute: false },
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...OBJECTS];
  }

  /** The platform: `salla`, `commerce-engine`, `unisouk`, `wix`, `custom`, or a registered one. */
  declare platform: string | undefined;
  /** Store at the platform. */
  declare storeId: string | undefined;
  /** Wix OAuth client. */
  declare clientId: string | undefined;
  /** `production` or `staging` (Commerce Engine). */
  declare environment: 'production' | 'staging' | OrText | undefined;
  /** Replaces the platform's API base. Salla: the store's address. Custom: the whole logout address. */
  declare baseUrl: string | undefined;
  /** The platform's variant. Salla: `sdk`, `fetch`, `navigate`. Wix: `headless`, `api`, `site`, `managed`. Custom: `fetch`, `navigate`, `form`. */
  declare mode:
    'sdk' | 'fetch' | 'navigate' | 'form' | 'headless' | 'api' | 'site' | 'managed' | OrText | undefined;
  /** HTTP method, `custom` only. */
  declare method: string | undefined;
  /** Storage key or cookie name of the access token, if not the platform's usual one. */
  declare tokenKey: string | undefined;
  /** Storage key or cookie name of the refresh token. */
  declare refreshTokenKey: string | undefined;
  /** What stands before `access_token` and `refresh_token` in the names of their places. */
  declare tokenPrefix: string | undefined;
  /** The member of a JSON value that is the access token, as a path: `access_token`, `state.user.token`. */
  declare tokenPath: string | undefined;
  /** Custom: where the page's CSRF token is, and how it is sent: `cookie:NAME` or `meta:NAME`, `header:NAME` or `field:NAME`. */
  declare csrf: string | undefined;
  /** An address that tells whether somebody is signed in, asked once after the logout. */
  declare sessionUrl: string | undefined;
  /** OpenID Connect: who is to be logged out, as the parameter `logout_hint`. */
  declare logoutHint: string | undefined;
  /** Salla: the accounts page, if not `https://accounts.salla.com`. */
  declare accountsUrl: string | undefined;
  /** Where to go after the logout: same-origin, or an origin named in `redirect-origins`. */
  declare redirect: string | undefined;
  /** Space-separated origins, besides the page's own, that `redirect` may name. */
  declare redirectOrigins: string | undefined;
  /** Milliseconds for the whole logout, retries and the look at `session-url` included. */
  declare timeout: number | undefined;
  /** For shared computers: remove the tokens even if the server could not be told. */
  declare clearOnFailure: boolean;
  /** What else goes with the session, by name: `local:recent session:draft cache:pages indexeddb:cart`. */
  declare clearAlso: string | undefined;
  /** Custom: headers, body and credentials of the request, or a function that returns them at the click. */
  declare requestInit: ConnectionSettings['requestInit'];
  /** Where the page keeps its tokens, if not in the platform's usual places. */
  declare tokens: TokenStore | undefined;
  /** The vendor's SDK object, where the page has one. */
  declare sdk: unknown;

  readonly #internals = this.attachInternals();

  constructor() {
    super();
    this.clearOnFailure = false;
  }

  /**
   * To be called right after a sign-in that does not load the page anew: nothing of the new session is then taken for
   * the old one's, and the buttons go back to `idle`.
   */
  signedIn(): void {
    signedIn(this.settings);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (!OBJECTS.includes(name)) super.attributeChangedCallback(name, old, value);
    else if (value !== null) {
      this.removeAttribute(name);
      const property = name.startsWith('request') ? 'requestInit' : name;
      warnOnce(`${property} is a property, and no attribute: set it by script or by your framework.`);
    }
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A server's rendering on a page without Lit's hydration: begun anew, or everything would be there twice.
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  /** Sets `:state(shown)`, and unsets the others of `all`. */
  protected showState(all: readonly string[], shown: string): void {
    const { states } = this.#internals;
    try {
      for (const each of all) {
        if (each === shown) states.add(each);
        else states.delete(each);
      }
    } catch {
      // A browser that does not know the short form throws, and does without it.
    }
  }

  /** What connects it: here its own settings. An attribute without a value is not set. */
  protected get settings(): ConnectionSettings {
    const settings: Record<string, unknown> = {};
    for (const name in ConnectionElement.properties) {
      const value = this[name as keyof this] as unknown;
      if (value !== undefined && value !== null && value !== '' && value !== false) settings[name] = value;
    }
    return settings;
  }
}
