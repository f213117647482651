import { AuthClient } from '@supabase/auth-js';

import { backend, EXPIRES_AT, logoutBy, token } from './page.js';

localStorage.setItem(
  'session',
  JSON.stringify({
    access_token: token,
    refresh_token: 'refresh',
    token_type: 'bearer',
    expires_in: 3600,
    expires_at: EXPIRES_AT,
    user: { id: '1' },
  }),
);

// The same settings as in `createClient` of @supabase/supabase-js.
const client = new AuthClient({
  url: backend,
  headers: { apikey: 'key', Authorization: 'Bearer key' },
  storageKey: 'session',
  autoRefreshToken: true,
  persistSession: true,
  detectSessionInUrl: true,
});

logoutBy(async () => {
  const { error } = await client.signOut();
  if (error) throw error;
});
