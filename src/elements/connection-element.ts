import { createContext } from '@lit/context';
import { LitElement, type PropertyDeclarations } from 'lit';

import type { ConnectionSettings } from '../connection/connection.js';
import { signedIn } from '../logout/logout.js';
import { warnOnce } from '../logout/events.js';
import { quietly } from '../client/json.js';
import type { TokenStore } from '../tokens/token-store.js';

/**
 * Gives the settings of a `<store-session>` to the elements below it, even if they come from another copy of the
 * library. The value is a function: it reads the settings at the click, not at the session's last update.
 */
export const connectionContext = createContext<(() => ConnectionSettings) | undefined>(
  Symbol.for('store-logout.connection'),
);

/** Any other text, for platforms that a page registers. Editors still suggest the known words. */
type OrText = string & Record<never, never>;

/** Properties that hold objects. Some frameworks write them as attributes: `strings="[object Object]"`. */
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
  /** Prefix of the keys `access_token` and `refresh_token`. */
  declare tokenPrefix: string | undefined;
  /** Path to the access token in a JSON value: `access_token`, `state.user.token`. */
  declare tokenPath: string | undefined;
  /** Custom: where the page keeps its CSRF token (`cookie:NAME` or `meta:NAME`), and how it is sent (`header:NAME` or `field:NAME`). */
  declare csrf: string | undefined;
  /** An address that tells whether somebody is signed in, asked once after the logout. */
  declare sessionUrl: string | undefined;
  /** OpenID Connect: the parameter `logout_hint`, which names the user. */
  declare logoutHint: string | undefined;
  /** Salla: address of the accounts page. Default: `https://accounts.salla.com`. */
  declare accountsUrl: string | undefined;
  /** Where to go after the logout: same-origin, or an origin named in `redirect-origins`. */
  declare redirect: string | undefined;
  /** Space-separated origins, besides the page's own, that `redirect` may name. */
  declare redirectOrigins: string | undefined;
  /** Milliseconds for the whole logout, retries and the look at `session-url` included. */
  declare timeout: number | undefined;
  /** For shared computers: removes the tokens even if the logout failed. */
  declare clearOnFailure: boolean;
  /** More data to remove with the session, by name: `local:recent session:draft cache:pages indexeddb:cart`. */
  declare clearAlso: string | undefined;
  /** Custom: headers, body and credentials of the request, or a function that returns them. It is called at the click. */
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
   * Call this when somebody signs in without a page load, before the new token is stored. The library then treats
   * nothing of the new session as old, and the buttons go back to `idle`.
   */
  signedIn(): void {
    this.renderFirst();
    signedIn(this.settings);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (!OBJECTS.includes(name)) super.attributeChangedCallback(name, old, value);
    else if (value !== null) {
      this.removeAttribute(name);
      const property = name.startsWith('request') ? 'requestInit' : name;
      warnOnce(`${property} is a property, not an attribute: set it by script or by your framework.`);
    }
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A server has rendered the tag, but the page does not hydrate it: without this, everything would show twice.
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  /** Renders now if a call precedes the first rendering, which brings the properties from before the definition. */
  protected renderFirst(): void {
    if (!this.hasUpdated) quietly(() => this.performUpdate());
  }

  /** Sets `:state(shown)`, and unsets the others of `all`. */
  protected showState(all: readonly string[], shown: string): void {
    const { states } = this.#internals;
    try {
      for (const each of all) states[each === shown ? 'add' : 'delete'](each);
    } catch {
      // Older browsers do not accept `:state(name)`, and throw.
    }
  }

  /** The settings of this element. An empty attribute counts as not set. */
  protected get settings(): ConnectionSettings {
    const settings: Record<string, unknown> = {};
    for (const name in ConnectionElement.properties) {
      const value = this[name as keyof this] as unknown;
      if (value !== undefined && value !== null && value !== '' && value !== false) settings[name] = value;
    }
    return settings;
  }
}
