import { page } from './shared/answers.js';

/** @import { AccountsPage, Answer } from '../types.js' */

/**
 * The page that the store opens in a hidden frame: the frame's side of the sign-out handshake.
 *
 * @param {AccountsPage} behaviour
 * @returns {Answer}
 */
export function accountsPage(behaviour) {
  switch (behaviour) {
    case 'silent':
      return { status: 200, html: page('Accounts', 'Says nothing.'), note: 'accounts page: silent' };
    case 'unauthorized':
      return { status: 401, html: page('401 Unauthorized', 'Sign in first.'), note: 'accounts page: 401' };
    case 'server-error':
      return { status: 500, html: page('500', 'Something went wrong.'), note: 'accounts page: 500' };
    case 'stuck':
      return { status: 200, html: handshake('login', false), note: 'accounts page: ready, then stuck' };
    case 'wrong-source':
      return { status: 200, html: handshake('somebody-else', true), note: 'accounts page: wrong source' };
    case 'ok':
      return { status: 200, html: handshake('login', true), note: 'accounts page' };
  }
}

/**
 * @param {string} source  the `source` in the page's messages
 * @param {boolean} finishes
 */
const handshake = (source, finishes) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Accounts</title>
  <script>
    addEventListener('message', async ({ source, origin, data }) => {
      if (source !== parent || data?.source !== 'logout' || data.type !== 'init') return;
      if (${!finishes}) return;
      await fetch('end-session', { method: 'POST', credentials: 'same-origin' });
      parent.postMessage({ source: '${source}', type: 'iframe::logged-out' }, origin);
    });
    parent.postMessage({ source: '${source}', type: 'iframe::ready' }, '*');
  </script>
</html>`;
