import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../src/define.js';
import type { StoreLogoutElement } from '../src/index.js';
import { forgetEverything, Simulators } from './support/simulators.js';

afterEach(forgetEverything);

it('signs out of Commerce Engine', async () => {
  const simulators = await Simulators.open();
  await simulators.signIn('commerce-engine');
  const el = await fixture<StoreLogoutElement>(html`<store-logout platform="commerce-engine" base-url="${simulators.root}/commerce-engine/api/v1/demo-store/storefront"></store-logout>`);
  setTimeout(() => el.click());
  const event = await oneEvent(el, 'logged-out');
  console.log(JSON.stringify(event.detail), JSON.stringify(await simulators.log()));
  expect(await simulators.isAlive('commerce-engine')).to.equal(false);
});
it('signs out of UniSouk', async () => {
  const simulators = await Simulators.open();
  await simulators.signIn('unisouk');
  const el = await fixture<StoreLogoutElement>(html`<store-logout platform="unisouk" store-id="demo-store" base-url="${simulators.root}/unisouk"></store-logout>`);
  setTimeout(() => el.click());
  const event = await oneEvent(el, 'logged-out');
  console.log(JSON.stringify(event.detail), JSON.stringify((await simulators.log()).map(x=>[x.method,x.path,x.note,x.status])));
  expect(await simulators.isAlive('unisouk')).to.equal(false);
});
it('Wix headless', async () => {
  const simulators = await Simulators.open();
  await simulators.signIn('wix');
  const el = await fixture<StoreLogoutElement>(html`<store-logout platform="wix" client-id="demo-client" base-url="${simulators.root}/wix"></store-logout>`);
  setTimeout(() => el.click());
  el.addEventListener('logged-out', (e) => e.preventDefault());
  const event = await oneEvent(el, 'logged-out');
  console.log(JSON.stringify(event.detail), document.cookie, JSON.stringify((await simulators.log()).map(x=>[x.method,x.path,x.note,x.status])));
});
it('Salla fetch', async () => {
  const simulators = await Simulators.open('same-origin');
  await simulators.signIn('salla');
  const el = await fixture<StoreLogoutElement>(html`<store-logout platform="salla" base-url="${simulators.root}/salla" accounts-url="${simulators.root}/salla/accounts"></store-logout>`);
  setTimeout(() => el.click());
  const event = await oneEvent(el, 'logged-out');
  console.log(JSON.stringify(event.detail), document.cookie, JSON.stringify(localStorage), JSON.stringify((await simulators.log()).map(x=>[x.method,x.path,x.note,x.status])));
});
