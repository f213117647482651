import { expect, fixture, html, oneEvent } from '@open-wc/testing';

import { webStorage } from '../../src/tokens/storage.js';
import { forgetEverything } from '../support/simulators.js';

afterEach(forgetEverything);

for (const area of ['localStorage', 'sessionStorage'] as const) {
  describe(area, () => {
    const storage = webStorage(area);

    it('reads, writes and removes one key', () => {
      window[area].setItem('other', '1');
      storage.set('token', 'a');
      expect(window[area].getItem('token')).to.equal('a');
      expect(storage.get('token')).to.equal('a');
      expect(storage.names()).to.have.members(['other', 'token']);
      storage.remove('token');
      expect(storage.get('token')).to.equal(undefined);
      expect(window[area].getItem('other')).to.equal('1');
    });

    it('does not read inherited members', () => {
      expect(storage.get('toString')).to.equal(undefined);
      expect(storage.get('length')).to.equal(undefined);
    });
  });
}

describe('storage that is blocked', () => {
  it('throws when it is used, not when the module is imported', async () => {
    const { href } = new URL('../../src/tokens/storage.ts', import.meta.url);
    // In the page itself: a sandboxed frame is nobody's origin, and may not import.
    const module = await (await fetch(href)).text();
    const page = `<script type="module">
      ${module}
      const tries = ['names', 'get', 'set', 'remove'].map((method) => {
        try {
          webStorage('localStorage')[method]('a', 'b');
          return 'worked';
        } catch {
          return 'threw';
        }
      });
      parent.postMessage(tries, '*');
    </script>`;
    const heard = oneEvent(window, 'message') as unknown as Promise<MessageEvent<string[]>>;
    await fixture(html`<iframe title="Sandbox" sandbox="allow-scripts" .srcdoc=${page}></iframe>`);
    expect((await heard).data).to.deep.equal(['threw', 'threw', 'threw', 'threw']);
  });
});
