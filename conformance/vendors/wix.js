import { authentication } from '@wix/identity';
import { createClient, OAuthStrategy } from '@wix/sdk';

Object.assign(globalThis, { authentication, createClient, OAuthStrategy });
