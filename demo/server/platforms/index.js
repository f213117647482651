import * as authJs from './auth-js.js';
import * as commerceEngine from './commerce-engine.js';
import * as custom from './custom.js';
import * as medusa from './medusa.js';
import * as openid from './openid.js';
import * as salla from './salla.js';
import * as unisouk from './unisouk.js';
import * as vendure from './vendure.js';
import * as wix from './wix.js';

/** @import { Platform } from '../types.js' */

/**
 * A fresh set of platforms, by their names in the attribute `platform`. `openid` serves `oidc` and `oauth2-revoke`.
 *
 * @returns {Map<string, Platform>}
 */
export const createPlatforms = () =>
  new Map([
    ['salla', salla.create()],
    ['commerce-engine', commerceEngine.create()],
    ['unisouk', unisouk.create()],
    ['wix', wix.create()],
    ['custom', custom.create()],
    ['openid', openid.create()],
    ['vendure', vendure.create()],
    ['auth-js', authJs.create()],
    ['medusa', medusa.create()],
  ]);
