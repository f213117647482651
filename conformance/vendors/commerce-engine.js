import { BrowserTokenStorage, MemoryTokenStorage, SessionStorefrontSDK } from '@commercengine/storefront-sdk';

Object.assign(globalThis, { BrowserTokenStorage, MemoryTokenStorage, SessionStorefrontSDK });
