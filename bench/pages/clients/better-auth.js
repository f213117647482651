import { createAuthClient } from 'better-auth/client';

import { backend, logoutBy } from './page.js';

const client = createAuthClient({ baseURL: backend });

logoutBy(async () => {
  const { error } = await client.signOut();
  if (error) throw error;
});
