import type { Strings } from './strings.js';

/** English. */
export const en: Strings = {
  label: 'Log out',
  busy: 'Logging out…',
  done: 'Logged out',
  failed: 'Try again',
  confirm: 'Do you want to log out?',
  cancel: 'Cancel',
  offline: 'You are offline and may still be logged in. Connect to the internet, then try again.',
  unreachable: 'The shop could not be reached. You may still be logged in. Please try again.',
  timedOut: 'The shop did not answer. You may still be logged in. Please try again.',
  serverError: 'Something went wrong at the shop. You may still be logged in. Please try again later.',
  intercepted:
    'Another page answered in place of the shop. You may still be logged in. Check your network, then try again.',
  refused: 'You could not be logged out. Please reload the page and try again.',
  stillSignedIn: 'You are still logged in. Please reload the page and try again.',
};
