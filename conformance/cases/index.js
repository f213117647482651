import { lateRefreshCommerceEngine } from './late-refresh-commerce-engine.js';
import { lateRefreshMedusa } from './late-refresh-medusa.js';
import { onePageCommerceEngine } from './one-page-commerce-engine.js';
import { onePageSalla } from './one-page-salla.js';
import { onePageUnisouk } from './one-page-unisouk.js';
import { onePageWix } from './one-page-wix.js';
import { realServersAuthJs } from './real-servers-auth-js.js';
import { realServersBetterAuth } from './real-servers-better-auth.js';
import { realServersDjango } from './real-servers-django.js';
import { realServersExpress } from './real-servers-express.js';
import { realServersFastify } from './real-servers-fastify.js';
import { realServersOidc } from './real-servers-oidc.js';
import { realServersOwnAndProvider } from './real-servers-own-and-provider.js';
import { realServersRails } from './real-servers-rails.js';
import { realServersVendure } from './real-servers-vendure.js';
import { wire } from './wire.js';

/** @import { Case } from '../support/types.js' */

/** @type {readonly Case[]} */
export const cases = [
  ...lateRefreshCommerceEngine,
  ...lateRefreshMedusa,
  ...onePageSalla,
  ...onePageCommerceEngine,
  ...onePageUnisouk,
  ...onePageWix,
  ...wire,
  ...realServersOidc,
  ...realServersVendure,
  ...realServersBetterAuth,
  ...realServersAuthJs,
  ...realServersExpress,
  ...realServersFastify,
  ...realServersDjango,
  ...realServersRails,
  ...realServersOwnAndProvider,
];
