import type { Word } from '../frame/language.js';
import type { Where } from './addresses.js';
import type { Rule, Simulators } from './simulators.js';

/** One behaviour of the platform during a logout. */
export interface Fault {
  readonly id: string;
  readonly label: Word;
  readonly hint: Word;
  readonly rules: readonly Rule[];
  /** Tells this page that the browser is offline. */
  readonly isOffline?: true;
  /** Ends the session on the server without telling this page. */
  readonly endsSession?: true;
  /** The only place of a platform where this can happen. */
  readonly onlyAt?: Where;
  /** Whether a service worker cannot simulate this. */
  readonly needsHttp?: true;
  /** Options of the simulated platform. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The names of rules are those of `demo/server/presets.js`. */
export const faults: readonly [Fault, ...Fault[]] = [
  { id: 'ok', label: 'Works', hint: 'The platform answers as documented.', rules: [] },
  { id: 'slow', label: 'Slow', hint: 'The answer takes three seconds.', rules: ['slow'] },
  {
    id: 'session-over',
    label: 'Session already over',
    hint: 'Another device has ended the session. This page does not know yet.',
    rules: [],
    endsSession: true,
  },
  {
    id: 'unauthorized',
    label: '401',
    hint: 'The platform refuses every logout with 401 in its own error form, although the session is alive.',
    rules: ['unauthorized'],
  },
  {
    id: 'unauthorized-stranger',
    label: '401 from a proxy',
    hint: 'A proxy on the way answers 401 with its own page.',
    rules: ['unauthorized-stranger'],
  },
  {
    id: 'too-many-requests',
    label: '429 once',
    hint: 'The platform tells the first request to wait for two seconds.',
    rules: ['too-many-requests'],
  },
  { id: 'server-error', label: '500', hint: 'The platform itself fails.', rules: ['server-error'] },
  {
    id: 'lost-answer',
    label: 'Answer lost once',
    hint: 'The platform ends the session, but a gateway loses the first answer.',
    rules: ['lost-answer-once'],
  },
  {
    id: 'cut-off',
    label: 'Answer cut off',
    hint: 'The platform ends the session, but the connection breaks in the middle of its answer.',
    rules: ['cut-off'],
  },
  {
    id: 'forbidden',
    label: '403',
    hint: 'The platform says in its own error form that this account may do nothing.',
    rules: ['forbidden'],
  },
  {
    id: 'bad-gateway',
    label: '502 once',
    hint: 'A gateway fails once; the second try gets through.',
    rules: ['bad-gateway-once'],
  },
  {
    id: 'connection-reset',
    label: 'Connection breaks',
    hint: 'The connection breaks before any answer.',
    rules: ['connection-reset'],
  },
  {
    id: 'hanging',
    label: 'No answer',
    hint: 'The platform never answers; the button gives up after eight seconds.',
    rules: ['hanging'],
  },
  {
    id: 'captive-portal',
    label: 'Captive portal',
    hint: 'A guest Wi-Fi answers instead of the platform, with 200 and its own page.',
    rules: ['captive-portal'],
  },
  {
    id: 'offline',
    label: 'Offline (simulated)',
    hint: 'This page is told that the browser is offline. The network itself does not change.',
    rules: [],
    isOffline: true,
  },
];

export const corsRefused: Fault = {
  id: 'no-cors',
  label: 'CORS refused',
  hint: 'The platform does not allow this page to read its answers.',
  rules: ['no-cors'],
  onlyAt: 'other-origin',
  needsHttp: true,
};

/** The platform's settings with every fault. */
export interface Usual {
  readonly rules: readonly Rule[];
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Makes the platform, or this page, behave as `fault` says. */
export async function apply(fault: Fault, simulators: Simulators, usual: Usual): Promise<void> {
  pretendOffline(fault.isOffline ?? false);
  await simulators.misbehave([...fault.rules, ...usual.rules]);
  if (usual.options) await simulators.configure({ ...usual.options, ...fault.options });
  if (fault.endsSession) await simulators.endSession();
}

function pretendOffline(isOffline: boolean): void {
  if (isOffline) Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  // Without this own property, the browser's property on the prototype counts again.
  else Reflect.deleteProperty(navigator, 'onLine');
}
