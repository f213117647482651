import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { allowedRedirect, httpUrl, isSamePage, isSecure } from '../../src/client/url.js';

const PAGE = 'https://shop.example/account/?tab=1';
const RUNS = { numRuns: 5000 };

/** Any string, and strings made of what attacks on addresses are made of. */
const strings = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('https:', 'http:', 'HTTPS:', 'javascript:', 'data:', 'blob:', 'file:', 'ws:'),
        fc.constantFrom('/', '//', '\\', '@', ':', '?', '#', '.', '..', '%2f', '%5c', '[', ']', '::1', '%00'),
        fc.constantFrom(
          ' ',
          '\t',
          '\n',
          '\r',
          '\0',
          '\u000b',
          '\u00a0',
          '\u2028',
          '\u3002',
          '\uff0f',
          '\ufeff',
        ),
        fc.constantFrom('shop.example', 'evil.example', 'user:secret', '443', '8443', 'alert(1)', 'path'),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

describe('httpUrl()', () => {
  const table: [text: string, base: string | undefined, expected: string | undefined][] = [
    ['https://shop.example', undefined, 'https://shop.example/'],
    ['http://localhost:3000/logout', undefined, 'http://localhost:3000/logout'],
    ['  https://shop.example/logout?a=b#c\n', undefined, 'https://shop.example/logout?a=b#c'],
    ['HTTPS://SHOP.example', undefined, 'https://shop.example/'],
    ['https://متجر.example', undefined, 'https://xn--pgbep1f.example/'],
    ['/logout', PAGE, 'https://shop.example/logout'],
    ['logout', PAGE, 'https://shop.example/account/logout'],
    ['../bye', PAGE, 'https://shop.example/bye'],
    ['?signed-out', PAGE, 'https://shop.example/account/?signed-out'],
    ['#top', PAGE, 'https://shop.example/account/?tab=1#top'],
    ['/logout', undefined, undefined],
    ['', PAGE, undefined],
    ['   ', PAGE, undefined],
    ['//evil.example', PAGE, undefined],
    ['  //evil.example', PAGE, undefined],
    ['/\\evil.example', PAGE, undefined],
    ['\\\\evil.example', PAGE, undefined],
    ['/\t/evil.example', PAGE, undefined],
    ['/\n/evil.example', PAGE, undefined],
    ['\u0000//evil.example', PAGE, undefined],
    ['https:evil.example', PAGE, undefined],
    ['https:/evil.example', PAGE, undefined],
    ['javascript:alert(1)', PAGE, undefined],
    ['java\nscript:alert(1)', PAGE, undefined],
    ['JavaScript:alert(1)', PAGE, undefined],
    ['data:text/html,<script>', PAGE, undefined],
    ['blob:https://shop.example/1', PAGE, undefined],
    ['file:///etc/passwd', PAGE, undefined],
    ['about:blank', PAGE, undefined],
    ['ftp://shop.example', PAGE, undefined],
    ['https://user@shop.example', PAGE, undefined],
    ['https://:secret@shop.example', PAGE, undefined],
    ['https://', PAGE, undefined],
    ['http://[', PAGE, undefined],
    ['https://shop.example:99999', PAGE, undefined],
    ['https://shop example', PAGE, undefined],
  ];
  for (const [text, base, expected] of table) {
    const where = base ? ' on a page' : '';
    it(`reads ${JSON.stringify(text)}${where} as ${expected ?? 'nothing'}`, () => {
      expect(httpUrl(text, base)?.href).to.equal(expected);
    });
  }

  it('never throws, and never yields anything but http or https without credentials', () => {
    fc.assert(
      fc.property(strings, fc.constantFrom(undefined, PAGE), (text, base) => {
        const url = httpUrl(text, base);
        if (!url) return;
        expect(url.protocol).to.match(/^https?:$/);
        expect(url.host).not.to.equal('');
        expect(url.username + url.password).to.equal('');
      }),
      RUNS,
    );
  });

  it('never leaves the page’s host without a full address', () => {
    fc.assert(
      fc.property(strings, (text) => {
        if (/^\s*https?:\/\//i.test(text)) return;
        const url = httpUrl(text, PAGE);
        if (url) expect(url.origin).to.equal('https://shop.example');
      }),
      RUNS,
    );
  });
});

describe('isSecure()', () => {
  const table: Record<string, boolean> = {
    'https://shop.example/logout': true,
    'https://192.0.2.1': true,
    'http://localhost:8000': true,
    'http://LOCALHOST': true,
    'http://shop.localhost': true,
    'http://127.0.0.1:8000': true,
    'http://127.1': true,
    'http://0x7f000001': true,
    'http://[::1]:8000': true,
    'http://shop.example': false,
    'http://localhost.evil.example': false,
    'http://notlocalhost': false,
    'http://127.0.0.1.evil.example': false,
    'http://128.0.0.1': false,
    'http://192.168.0.1': false,
    'http://0.0.0.0': false,
    'http://[::2]': false,
    'http://shop.example/?localhost': false,
  };
  for (const [url, expected] of Object.entries(table)) {
    it(`says ${expected ? 'yes' : 'no'} to ${url}`, () => expect(isSecure(url)).to.equal(expected));
  }
});

describe('isSamePage()', () => {
  const table: [one: string, other: string, expected: boolean][] = [
    ['https://shop.example/logout', 'https://shop.example/logout/', true],
    ['https://shop.example/logout', 'https://shop.example/en/logout', true],
    ['https://shop.example/logout', 'https://shop.example/pt-BR/logout', true],
    ['https://shop.example/logout', 'https://shop.example/es-419/logout', true],
    ['https://shop.example/logout', 'https://shop.example/zh-Hant-TW/logout', true],
    ['https://shop.example/logout', 'https://shop.example/logout.php?a=1', true],
    ['https://shop.example/logout', 'https://shop.example/logout;jsessionid=1', true],
    ['https://www.shop.example/logout', 'https://shop.example/logout', true],
    ['https://shop.example/logout', 'https://shop.example/', false],
    ['https://shop.example/logout', 'https://shop.example/en', false],
    ['https://shop.example/logout', 'https://shop.example/goodbye', false],
  ];
  for (const [one, other, expected] of table) {
    it(`says ${expected ? 'yes' : 'no'} to ${one} and ${other}`, () => {
      expect(isSamePage(one, other)).to.equal(expected);
      expect(isSamePage(other, one)).to.equal(expected);
    });
  }
});

describe('allowedRedirect()', () => {
  const good = 'https://good.example';
  const table: [redirect: string, origins: string[], expected: string | undefined][] = [
    ['/bye', [], 'https://shop.example/bye'],
    ['https://shop.example/bye', [], 'https://shop.example/bye'],
    ['https://shop.example:443/bye', [], 'https://shop.example/bye'],
    ['https://good.example/bye', [good], 'https://good.example/bye'],
    ['https://good.example/bye', ['https://other.example', `${good}/any/path`], 'https://good.example/bye'],
    ['/bye', [good], 'https://shop.example/bye'],
    ['https://good.example/bye', [], undefined],
    ['http://good.example/bye', [good], undefined],
    ['https://good.example:8443/bye', [good], undefined],
    ['https://sub.good.example/bye', [good], undefined],
    ['https://good.example.evil.example', [good], undefined],
    ['https://good.example@evil.example', [good], undefined],
    ['https://evil.example', ['*'], undefined],
    ['https://evil.example', ['evil.example'], undefined],
    ['https://evil.example', ['//evil.example'], undefined],
    ['https://evil.example', ['null', ''], undefined],
    ['javascript:alert(1)', ['javascript:', 'null'], undefined],
    ['data:text/html,hi', ['data:', 'null'], undefined],
    ['//good.example', [good], undefined],
  ];
  for (const [redirect, origins, expected] of table) {
    it(`turns ${redirect} into ${expected ?? 'nothing'} if [${origins.join(', ')}] is allowed`, () => {
      expect(allowedRedirect(redirect, PAGE, origins)).to.equal(expected);
    });
  }

  it('never throws, and never yields another origin than the page’s and the allowed ones', () => {
    fc.assert(
      fc.property(strings, fc.array(strings, { maxLength: 3 }), (redirect, others) => {
        const address = allowedRedirect(redirect, PAGE, [good, ...others]);
        if (address === undefined) return;
        const named = others.filter((each) => URL.canParse(each)).map((each) => new URL(each).origin);
        expect(['https://shop.example', good, ...named]).to.include(new URL(address).origin);
        expect(address).to.match(/^https?:\/\//);
      }),
      RUNS,
    );
  });

  it('allows nothing on a page that has no web address', () => {
    for (const page of ['about:srcdoc', 'data:text/html,hi', 'file:///index.html', '']) {
      expect(allowedRedirect('https://evil.example', page, []), page).to.equal(undefined);
    }
  });
});
