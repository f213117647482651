import { expect } from '@open-wc/testing';

import { send } from '../../src/client/client.js';

describe('A request over plain http', () => {
  for (const name of ['Authorization', 'authorization', 'AUTHORIZATION']) {
    it(`is not sent with a token in the header ${name}`, async () => {
      const request = { method: 'POST', url: 'http://shop.example/logout', headers: { [name]: 'Bearer a' } };
      expect(await send(request, AbortSignal.timeout(1000))).to.equal('insecure');
    });
  }
});
