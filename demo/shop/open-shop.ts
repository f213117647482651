import '../../src/define.js';

import { findAddresses } from './addresses.js';
import { showDemoBar } from './demo-bar.js';
import { restoreLanguage, t } from './language.js';
import { ShopPage } from './shop-page.js';
import type { Shop } from './shop.js';

/** Brings a shop's page to life. */
export async function openShop(shop: Shop): Promise<void> {
  restoreLanguage();
  showDemoBar('../', shop.platform);
  try {
    await new ShopPage(shop, await findAddresses()).open();
  } catch (error) {
    const notice = document.querySelector<HTMLElement>('#notice');
    if (notice) notice.textContent = t('The simulated platforms cannot be reached: start the demo again.');
    throw error;
  }
}
