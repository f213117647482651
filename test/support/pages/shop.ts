import '../../../src/define.js';
import { cookies } from '../../../src/tokens/cookies.js';
import { SallaSdk } from '../salla-sdk.js';

declare global {
  interface Window {
    /** The jar of this page's own address. */
    cookies: typeof cookies;
    /** For tests to install; as code of this page, since a message tells whose code has sent it. */
    SallaSdk: typeof SallaSdk;
  }
}

Object.assign(window, { cookies, SallaSdk });
