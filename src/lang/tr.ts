import { addLanguage, type Strings } from './strings.js';

/** Turkish. */
export const tr: Strings = {
  label: 'Çıkış yap',
  busy: 'Çıkış yapılıyor…',
  done: 'Çıkış yapıldı',
  failed: 'Tekrar dene',
  confirm: 'Çıkış yapmak istiyor musunuz?',
  cancel: 'Vazgeç',
  offline: 'Çevrimdışısınız ve oturumunuz hâlâ açık olabilir. İnternete bağlanın, sonra tekrar deneyin.',
  unreachable: 'Mağaza yanıt vermedi. Oturumunuz hâlâ açık olabilir. Lütfen tekrar deneyin.',
  refused: 'Çıkış yapılamadı. Lütfen sayfayı yenileyip tekrar deneyin.',
  stillSignedIn: 'Oturumunuz hâlâ açık. Lütfen sayfayı yenileyip tekrar deneyin.',
};

addLanguage('tr', tr);
