import { keep, recall } from './tab-memory.js';

/** Where a platform answers: on an origin of its own, as most do, or on the shop's, as a Salla store does. */
export type Where = 'other-origin' | 'own-origin';

/** Address of this browser's simulated platforms, at either place. */
export type Addresses = Readonly<Record<Where, string>>;

const REALM = 'realm';

export async function findAddresses(): Promise<Addresses> {
  const answer = await fetch(new URL('../simulators.json', document.baseURI));
  const { otherOrigin, ownOrigin } = (await answer.json()) as { otherOrigin: string; ownOrigin: string };
  const realm = realmOfThisTab();
  return {
    'other-origin': `${new URL(otherOrigin, answer.url).href.replace(/\/$/, '')}/${realm}`,
    'own-origin': `${new URL(ownOrigin, answer.url).href.replace(/\/$/, '')}/${realm}`,
  };
}

/**
 * The simulators keep every realm apart: its sessions, its faults, its log. A new tab joins the realm that this
 * browser used last, because it shares the tokens as well.
 */
function realmOfThisTab(): string {
  const shared = localStorage.getItem(`demo:${REALM}`);
  const realm = (recall(REALM) as string | undefined) ?? shared ?? `shop-${crypto.randomUUID().slice(0, 8)}`;
  keep(REALM, realm);
  localStorage.setItem(`demo:${REALM}`, realm);
  return realm;
}
