import { forgetTokens } from './kept-tokens.js';
import type { Shop } from './shop.js';
import type { Simulators } from './simulators.js';

/** Signs in for real, and stores the tokens where the vendor's own script would. */
export async function signIn(shop: Shop, simulators: Simulators, expired: boolean): Promise<void> {
  await simulators.endSession();
  forgetTokens(shop);
  const { tokens, localStorage: stored, documentCookies } = await simulators.signIn({ expired });
  for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
  for (const [name, value] of Object.entries(documentCookies)) {
    document.cookie = `${name}=${value}; Path=/; SameSite=Lax`;
  }
  shop.memory?.replace(tokens);
}
