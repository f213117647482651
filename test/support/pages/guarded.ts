import { guard } from '../../../src/guard.js';
import { commerceEngine } from '../../../src/platforms/commerce-engine.js';

/** Starts the guard with what the test says. */
Object.assign(window, {
  startGuard: (settings: object) => guard({ ...settings, platform: commerceEngine }),
});
