import { UserManager, WebStorageStateStore } from 'oidc-client-ts';

Object.assign(globalThis, { UserManager, WebStorageStateStore });
