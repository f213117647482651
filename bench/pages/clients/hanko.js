import { Hanko } from '@teamhanko/hanko-frontend-sdk';

import { backend, logoutBy, token } from './page.js';

document.cookie = `hanko=${token}`;
const hanko = new Hanko(backend);

logoutBy(() => hanko.logout());
