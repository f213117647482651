import { corsRefused } from '../stage/faults.js';
import type { Shop } from '../stage/shop.js';

export const wix: Shop = {
  platform: 'wix',
  name: 'Wix',
  modes: [
    {
      value: 'headless',
      label: 'Headless',
      hint: 'The API on another origin answers with an address. Opening it ends the session, and leads back here.',
      where: 'other-origin',
      leaves: true,
    },
    {
      value: 'api',
      label: 'REST API',
      hint: 'The documented request to another origin. This page stays.',
      where: 'other-origin',
    },
    {
      value: 'site',
      label: 'Wix site',
      hint: "The page goes to the site's own logout address, which leads back here.",
      where: 'own-origin',
      leaves: true,
    },
    {
      value: 'managed',
      label: 'Wix-managed site',
      hint: "A form is posted to the site's own server, which sends the page back here.",
      where: 'own-origin',
      leaves: true,
    },
  ],
  places: [{ in: 'cookie', name: 'session', tokenIn: accessTokenIn }],
  credentials: {
    access: 'Access token',
    refresh: 'Refresh token',
    cookie: 'Session cookie (HttpOnly)',
  },
  cookieSession: true,
  faults: [corsRefused],
  attributes: (store) => ({ 'client-id': 'demo-client', 'base-url': store }),
};

/** The cookie of Wix's templates is JSON. */
function accessTokenIn(cookie: string): string {
  const { accessToken } = JSON.parse(cookie) as { accessToken: { value: string } };
  return accessToken.value;
}
