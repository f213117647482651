import { ContextConsumer, createContext } from '@lit/context';
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

/** The attributes that `<store-logout>` and `<store-session>` have in common. {@link ConnectionSettings} describes each. */
export class ConnectionElement extends LitElement implements ConnectionSettings {
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
  declare storeId: string | undefined;
  declare clientId: string | undefined;
  declare environment: 'production' | 'staging' | OrText | undefined;
  declare baseUrl: string | undefined;
  declare mode:
    'sdk' | 'fetch' | 'navigate' | 'form' | 'headless' | 'api' | 'site' | 'managed' | OrText | undefined;
  declare method: string | undefined;
  declare tokenKey: string | undefined;
  declare refreshTokenKey: string | undefined;
  declare tokenPrefix: string | undefined;
  declare tokenPath: string | undefined;
  declare csrf: string | undefined;
  declare sessionUrl: string | undefined;
  declare logoutHint: string | undefined;
  declare accountsUrl: string | undefined;
  declare redirect: string | undefined;
  declare redirectOrigins: string | undefined;
  declare timeout: number | undefined;
  declare clearOnFailure: boolean;
  declare clearAlso: string | undefined;
  declare requestInit: ConnectionSettings['requestInit'];
  declare tokens: TokenStore | undefined;
  declare sdk: unknown;

  readonly #internals = this.attachInternals();
  readonly #inherited = new ContextConsumer(this, { context: connectionContext, subscribe: true });

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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The element is below no session now.
    this.#inherited.value = undefined;
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

  /** The settings of the session around this element, and its own, which win. An empty attribute counts as not set. */
  protected get settings(): ConnectionSettings {
    const settings: Record<string, unknown> = { ...this.#inherited.value?.() };
    for (const name in ConnectionElement.properties) {
      const value = this[name as keyof this] as unknown;
      if (value !== undefined && value !== null && value !== '' && value !== false) settings[name] = value;
    }
    return settings;
  }
}
