/**
 * Firefox sends `keepalive` requests past the service worker to the static host, which knows no platform. In such a
 * browser, this page sends its requests without `keepalive`. In this static demo only, a logout may then be lost if the
 * visitor leaves the page at once.
 *
 * @param mount where the worker answers
 */
export async function leadKeepaliveToWorker(mount: string): Promise<void> {
  const { fetch } = globalThis;
  const answer = await fetch(`${mount}/probe/~log`, { keepalive: true });
  if (answer.headers.get('content-type')?.startsWith('application/json')) return;
  globalThis.fetch = (input, init) => fetch(input, { ...init, keepalive: false });
}
