import { salla } from '../platforms/salla.js';
import { openStorefront } from '../storefront/open-storefront.js';
import buttonStyles from './logout.css?raw';
import { coffee, dates, giftBox, honey } from './pictures.js';

openStorefront({
  shop: salla,
  title: 'Wahat, a Salla shop',
  brand: 'Wahat',
  announcement: 'Free delivery in the Kingdom from 200 SAR',
  departments: ['Dates', 'Coffee', 'Gifts'],
  kicker: 'This year’s harvest',
  product: { name: 'Ajwa dates, 500 g', price: '48 SAR', picture: dates },
  text: 'Soft, dark and sweet, from a family grove in Madinah.',
  choice: { name: 'Weight', values: ['500 g', '1 kg', '3 kg'] },
  facts: ['Packed within a day of your order', 'Tax included'],
  related: [
    { name: 'Light-roasted coffee', price: '36 SAR', picture: coffee },
    { name: 'Sidr honey', price: '95 SAR', picture: honey },
    { name: 'Gift box', price: '120 SAR', picture: giftBox },
  ],
  buttonStyles,
});
