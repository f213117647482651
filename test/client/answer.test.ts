import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { readAnswer } from '../../src/client/answer.js';
import { Simulators } from '../support/simulators.js';

describe('The body of an answer', () => {
  const table: [text: string | null, body: string][] = [
    [null, 'empty'],
    ['', 'empty'],
    [' \r\n\t', 'empty'],
    ['\ufeff', 'empty'],
    ['{"success":true}', 'json'],
    ['\ufeff{"success":true}', 'json'],
    ['  [1, 2]\n', 'json'],
    ['"ok"', 'json'],
    ['true', 'json'],
    ['null', 'json'],
    ['0', 'json'],
    ['<!doctype html><title>Guest Wi-Fi</title>', 'html'],
    ['\n\n<html>', 'html'],
    ['<?xml version="1.0"?><error/>', 'html'],
    ['OK', 'text'],
    ['Bad Gateway', 'text'],
    ['{"success":tr', 'broken'],
    ['[1, 2', 'broken'],
    ['"o', 'broken'],
    ['{"success":true}<!-- served by a proxy -->', 'broken'],
  ];
  for (const [text, body] of table) {
    it(`is ${body} when it is ${JSON.stringify(text)}`, async () => {
      expect(await readAnswer(new Response(text))).to.have.property('body', body);
    });
  }

  it('is known by its content, not by its label', async () => {
    const headers = { 'Content-Type': 'text/html' };
    expect(await readAnswer(new Response('{"a":1}', { headers }))).to.deep.include({
      body: 'json',
      json: { a: 1 },
    });
    const json = { 'Content-Type': 'application/json' };
    expect(await readAnswer(new Response('<h1>502</h1>', { headers: json }))).to.include({ body: 'html' });
  });

  it('arrives complete, whatever its value is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const text = JSON.stringify(value);
        const answer = await readAnswer(new Response(text));
        expect(answer.body).to.equal('json');
        expect(answer.json).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it('may be anything at all', async () => {
    const bodies = ['empty', 'json', 'html', 'text', 'broken'];
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const { body, json } = await readAnswer(new Response(new Uint8Array(bytes)));
        expect(bodies).to.include(body);
        if (body !== 'json') expect(json).to.equal(undefined);
      }),
    );
  });

  it('is joined from pieces that end in the middle of a letter', async () => {
    const bytes = new TextEncoder().encode('{"message":"تم تسجيل الخروج"}');
    const pieces = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readAnswer(new Response(pieces))).to.deep.include({
      json: { message: 'تم تسجيل الخروج' },
    });
  });

  it('is not read to the end when it is far too long', async () => {
    const simulators = await Simulators.open();
    await simulators.rules({ path: '/me', fault: 'big', json: { success: true } });
    const response = await fetch(`${simulators.root}/custom/me`, { credentials: 'include' });
    const answer = await readAnswer(response);
    expect(answer).to.include({ status: 200, body: 'oversized' });
    expect(answer).not.to.have.property('json');
  });

  it('that breaks off is an error', async () => {
    const simulators = await Simulators.open();
    await simulators.rules({ path: '/me', fault: 'truncate', json: { success: true } });
    let isRejected = false;
    try {
      await readAnswer(await fetch(`${simulators.root}/custom/me`, { credentials: 'include' }));
    } catch {
      isRejected = true;
    }
    expect(isRejected).to.equal(true);
  });

  it('of a redirect that was not followed is hidden', async () => {
    const simulators = await Simulators.open('same-origin');
    const response = await fetch(`${simulators.root}/wix/api/auth/logout`, {
      method: 'POST',
      redirect: 'manual',
    });
    expect(await readAnswer(response)).to.include({ status: 0, body: 'redirect' });
  });
});

describe('Retry-After of an answer', () => {
  const date = 'Wed, 01 Jul 2026 12:00:00 GMT';
  const table: [header: string | undefined, seconds: number | undefined][] = [
    [undefined, undefined],
    ['', undefined],
    ['0', 0],
    ['5', 5],
    [' 120 ', 120],
    ['Wed, 01 Jul 2026 12:00:30 GMT', 30],
    ['Wed, 01 Jul 2026 13:00:00 GMT', 3600],
    ['Wed, 01 Jul 2026 11:59:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['Infinity', undefined],
    ['5 seconds', undefined],
  ];
  for (const [header, seconds] of table) {
    it(`${header === undefined ? 'that is absent' : `of "${header}"`} is ${seconds ?? 'nothing'}`, async () => {
      const headers = new Headers({ Date: date });
      if (header !== undefined) headers.set('Retry-After', header);
      const { retryAfter } = await readAnswer(new Response('', { status: 429, headers }));
      expect(retryAfter).to.equal(seconds);
    });
  }

  it('as a date is nothing if the server does not tell its own time', async () => {
    const headers = { 'Retry-After': date };
    const { retryAfter } = await readAnswer(new Response('', { status: 503, headers }));
    expect(retryAfter).to.equal(undefined);
  });
});
