import { unisouk } from '../platforms/unisouk.js';
import { openStorefront } from '../storefront/open-storefront.js';
import buttonStyles from './logout.css?raw';
import { bangles, lamp, scarf, spices } from './pictures.js';

openStorefront({
  shop: unisouk,
  title: 'Resham, a UniSouk shop',
  brand: 'Resham',
  announcement: 'Festival week: gift wrapping is on us',
  departments: ['Scarves', 'Spices', 'Lamps'],
  kicker: 'Block-printed by hand',
  product: { name: 'Silk scarf “Indigo”', price: '₹2,400', picture: scarf },
  text: 'Hand-printed in Jaipur, ninety centimetres square.',
  choice: { name: 'Colour', values: ['Indigo', 'Rose', 'Saffron'] },
  facts: ['Pay on delivery', 'Seven days to return it'],
  related: [
    { name: 'Spice box', price: '₹890', picture: spices },
    { name: 'Brass lamp', price: '₹1,650', picture: lamp },
    { name: 'Glass bangles', price: '₹320', picture: bangles },
  ],
  buttonStyles,
});
