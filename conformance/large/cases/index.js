import { medusaCases } from './medusa.js';
import { wordpressCases } from './wordpress.js';

/** @type {readonly import('../../support/types.js').Case[]} */
export const cases = [...medusaCases, ...wordpressCases];
