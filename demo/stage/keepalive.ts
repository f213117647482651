/**
 * Firefox sends `keepalive` requests past the service worker, out to the static host, which knows no platform. Where
 * that is so, this page asks without it: a logout may then be lost when the page is left at once, in this static demo
 * only.
 *
 * @param mount where the worker answers
 */
export async function leadKeepaliveToWorker(mount: string): Promise<void> {
  const { fetch } = globalThis;
  const answer = await fetch(`${mount}/probe/~log`, { keepalive: true });
  if (answer.headers.get('content-type')?.startsWith('application/json')) return;
  globalThis.fetch = (input, init) => fetch(input, { ...init, keepalive: false });
}
