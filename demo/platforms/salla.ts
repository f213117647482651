import type { Shop } from '../stage/shop.js';
import { installTwilightStandIn, removeTwilightStandIn } from './twilight-stand-in.js';

/** A Salla store and its pages have the same origin, so the simulated store is on this page's origin. */
export const salla: Shop = {
  platform: 'salla',
  name: 'Salla',
  modes: [
    {
      value: 'sdk',
      label: 'By the SDK',
      hint: "window.salla is a small stand-in made for this demo, not Salla's own script. Like the real script, it removes the tokens and signs out of the accounts page in a hidden frame. Then it opens the store's logout address, which leads back here.",
      where: 'own-origin',
      leaves: true,
    },
    {
      value: 'fetch',
      label: 'By a request',
      hint: 'One request to the store, and a hidden frame for the accounts page. This page stays.',
      where: 'own-origin',
    },
    {
      value: 'navigate',
      label: 'By navigation',
      hint: "The page goes to the store's own logout address, which leads back here.",
      where: 'own-origin',
      leaves: true,
    },
  ],
  places: [
    { in: 'localStorage', name: 'token' },
    { in: 'localStorage', name: 'user' },
    { in: 'cookie', name: 's-token' },
    { in: 'cookie', name: '__ssid' },
  ],
  credentials: {
    store: 'Store cookie (HttpOnly)',
    access: 'Access token',
    accounts: 'Cookie of the accounts page (HttpOnly)',
  },
  cookieSession: true,
  options: { accounts: 'ok' },
  faults: [
    {
      id: 'accounts-silent',
      label: 'Accounts page silent',
      hint: 'The hidden frame of the accounts page never says that it is done.',
      rules: [],
      options: { accounts: 'silent' },
    },
  ],
  home: '/',
  attributes: (store) => ({ 'base-url': store, 'accounts-url': `${store}/accounts` }),
  start({ value }, store, note) {
    if (value === 'sdk') installTwilightStandIn(store, note);
    else removeTwilightStandIn();
  },
  stop: removeTwilightStandIn,
};
