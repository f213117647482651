import type { Word } from '../frame/language.js';
import { leadKeepaliveToWorker } from './keepalive.js';

/** Longer than a slow phone needs for a small script. */
const LIMIT_MS = 10_000;

/** This browser cannot play the platforms. `word` says why. */
export class WorkerError extends Error {
  readonly word: Word;

  constructor(word: Word) {
    super(word);
    this.word = word;
  }
}

/**
 * Starts the service worker that plays the platforms, and waits until it controls this page.
 *
 * @throws {WorkerError}
 */
export async function startWorker(root: URL): Promise<{ otherOrigin: string; ownOrigin: string }> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker) {
    throw new WorkerError('This demo needs a service worker. Open it over https, outside a private window.');
  }
  const mount = new URL('simulators', root).href;
  try {
    await serviceWorker.register(new URL('worker.js', root), { scope: root.pathname });
  } catch {
    throw new WorkerError('This browser does not allow the service worker that plays the platforms.');
  }
  const { active } = await serviceWorker.ready;
  if (!serviceWorker.controller) await untilControlled(serviceWorker, active);
  await leadKeepaliveToWorker(mount);
  return { otherOrigin: mount, ownOrigin: mount };
}

async function untilControlled(
  container: ServiceWorkerContainer,
  active: ServiceWorker | null,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(
      () => reject(new WorkerError('The service worker does not start. Reload this page.')),
      LIMIT_MS,
    );
    active?.postMessage('claim');
  });
}
