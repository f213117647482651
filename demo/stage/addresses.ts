import { keep, recall } from './tab-memory.js';
import { startWorker } from './worker.js';

/** Where a platform answers: on its own origin, as most do, or on the shop's, as a Salla store does. */
export type Where = 'other-origin' | 'own-origin';

/** Addresses of this browser's simulated platforms, in both places. */
export interface Addresses extends Readonly<Record<Where, string>> {
  /** Whether a service worker plays the platforms. It has only one origin, and forgets everything when it stops. */
  readonly isWorker: boolean;
}

const REALM = 'realm';

/** Finds the platforms. In the static site, it first starts the worker that plays them. */
export async function findAddresses(): Promise<Addresses> {
  const root = new URL('..', document.baseURI);
  const isWorker = import.meta.env.MODE === 'static';
  const { otherOrigin, ownOrigin } = isWorker ? await startWorker(root) : await askServer(root);
  const realm = realmOfThisTab();
  return {
    'other-origin': `${otherOrigin}/${realm}`,
    'own-origin': `${ownOrigin}/${realm}`,
    isWorker,
  };
}

async function askServer(root: URL): Promise<{ otherOrigin: string; ownOrigin: string }> {
  const answer = await fetch(new URL('simulators.json', root));
  const { otherOrigin, ownOrigin } = (await answer.json()) as { otherOrigin: string; ownOrigin: string };
  return { otherOrigin, ownOrigin: new URL(ownOrigin, answer.url).href };
}

/**
 * Each realm of the simulators has its own sessions, faults and log. A new tab joins the realm that this browser used
 * last, because it also shares the browser's tokens.
 */
function realmOfThisTab(): string {
  const shared = localStorage.getItem(`demo:${REALM}`);
  // Pages over plain http have no `randomUUID()`.
  const realm =
    (recall(REALM) as string | undefined) ?? shared ?? `shop-${Math.random().toString(36).slice(2, 10)}`;
  keep(REALM, realm);
  localStorage.setItem(`demo:${REALM}`, realm);
  return realm;
}
