import Medusa from '@medusajs/js-sdk';

Object.assign(globalThis, { Medusa });
