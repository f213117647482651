import { commerceEngine } from '../platforms/commerce-engine.js';
import { openStorefront } from '../storefront/open-storefront.js';
import buttonStyles from './logout.css?raw';
import { bits, charger, drill, saw } from './pictures.js';

openStorefront({
  shop: commerceEngine,
  title: 'Northbolt, a Commerce Engine shop',
  brand: 'Northbolt',
  announcement: 'Ordered by 4 p.m., on site tomorrow',
  departments: ['Drills', 'Saws', 'Spare parts'],
  kicker: 'Article 40-118',
  product: { name: 'Cordless drill 18 V', price: '$129', picture: drill },
  text: 'Two batteries, a steel gearbox and ten years of spare parts.',
  choice: { name: 'Batteries', values: ['None', '2 × 2 Ah', '2 × 5 Ah'] },
  facts: ['Torque 65 Nm', 'Weight 1.4 kg', '412 in stock'],
  related: [
    { name: 'Bit set, 32 pieces', price: '$24', picture: bits },
    { name: 'Folding saw', price: '$31', picture: saw },
    { name: 'Fast charger', price: '$49', picture: charger },
  ],
  buttonStyles,
});
