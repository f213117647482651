import { wix } from '../platforms/wix.js';
import { openStorefront } from '../storefront/open-storefront.js';
import buttonStyles from './logout.css?raw';
import { bowl, cup, plate, vase } from './pictures.js';

openStorefront({
  shop: wix,
  title: 'Kiln & Co, a Wix shop',
  brand: 'Kiln & Co',
  announcement: 'The studio is open on Saturdays',
  departments: ['Cups', 'Bowls', 'Studio'],
  kicker: 'Small batch, number 7',
  product: { name: 'Stoneware cup', price: '€26', picture: cup },
  text: 'Thrown, glazed and fired in our studio. No two are alike.',
  choice: { name: 'Glaze', values: ['Lagoon', 'Oat', 'Soot'] },
  facts: ['Dishwasher safe', 'Shipped in straw, not plastic'],
  related: [
    { name: 'Bowl', price: '€34', picture: bowl },
    { name: 'Plate', price: '€29', picture: plate },
    { name: 'Vase', price: '€58', picture: vase },
  ],
  buttonStyles,
});
