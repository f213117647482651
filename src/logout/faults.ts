import type { Fault } from '../client/client.js';
import type { Verdict } from '../platforms/platform.js';

export type Failed = Extract<Verdict, { is: 'failed' }>;
/** Why there is no answer. `overtaken`: nothing more was sent, because somebody has signed in or out. */
export type AnyFault = Fault | 'overtaken';

/** What it means that there is no answer; `server` says what the server may have heard. */
export function failureOf(fault: AnyFault, server: Failed['server']): Failed {
  const failed = { is: 'failed', server } as const;
  switch (fault) {
    case 'aborted':
      return { ...failed, reason: 'timeout' };
    case 'network':
      return { ...failed, reason: isOffline() ? 'offline' : 'network' };
    case 'overtaken':
      return {
        ...failed,
        reason: 'rejected',
        message: 'Somebody has signed in or out meanwhile, so nothing more was sent: log out again.',
      };
    case 'insecure':
      return { is: 'failed', reason: 'insecure', server: 'not-asked' };
    case 'unsendable':
      return {
        ...failed,
        reason: 'misconfigured',
        message: 'The stored token has characters that no header can carry: check where it is kept.',
      };
  }
}

export function isOffline(): boolean {
  return !(globalThis.navigator?.onLine ?? true);
}
