import { keep, recall } from './tab-memory.js';
import { startWorker } from './worker.js';

/** Where a platform answers: on an origin of its own, as most do, or on the shop's, as a Salla store does. */
export type Where = 'other-origin' | 'own-origin';

/** Address of this browser's simulated platforms, at either place. */
export interface Addresses extends Readonly<Record<Where, string>> {
  /** Whether a service worker plays the platforms: then all is one origin, and it forgets when it sleeps. */
  readonly isWorker: boolean;
}

const REALM = 'realm';

/** Where the platforms are; in the static site, once the worker that plays them is there. */
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
 * The simulators keep every realm apart: its sessions, its faults, its log. A new tab joins the realm that this
 * browser used last, because it shares the tokens as well.
 */
function realmOfThisTab(): string {
  const shared = localStorage.getItem(`demo:${REALM}`);
  // Not `randomUUID()`, which pages over plain http do not have.
  const realm =
    (recall(REALM) as string | undefined) ?? shared ?? `shop-${Math.random().toString(36).slice(2, 10)}`;
  keep(REALM, realm);
  localStorage.setItem(`demo:${REALM}`, realm);
  return realm;
}
