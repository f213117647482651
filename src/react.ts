import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';

import './define.js';
import { StoreLogoutElement } from './elements/store-logout.js';
import { StoreSessionElement } from './elements/store-session.js';
import type {
  BeforeLogoutEvent,
  FailedLogoutEvent,
  LoggedOutEvent,
  SessionChangeEvent,
} from './logout/events.js';

/** The events of both tags. */
const events = {
  onBeforeLogout: 'before-logout' as EventName<BeforeLogoutEvent>,
  onLoggedOut: 'logged-out' as EventName<LoggedOutEvent>,
  onFailedLogout: 'failed-logout' as EventName<FailedLogoutEvent>,
};

/**
 * `<store-logout>` as a React component. React itself sets neither properties nor listeners on a tag that a server has
 * rendered (https://github.com/facebook/react/issues/35446). This component does, in every version of React.
 */
export const StoreLogout = createComponent({
  react: React,
  tagName: 'store-logout',
  elementClass: StoreLogoutElement,
  displayName: 'StoreLogout',
  events,
});

/** `<store-session>` as a React component. */
export const StoreSession = createComponent({
  react: React,
  tagName: 'store-session',
  elementClass: StoreSessionElement,
  displayName: 'StoreSession',
  events: { ...events, onSessionChange: 'session-change' as EventName<SessionChangeEvent> },
});
