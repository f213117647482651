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
  unreachable: 'Mağazaya ulaşılamadı. Oturumunuz hâlâ açık olabilir. Lütfen tekrar deneyin.',
  timedOut: 'Mağaza yanıt vermedi. Oturumunuz hâlâ açık olabilir. Lütfen tekrar deneyin.',
  serverError: 'Mağazada bir sorun oluştu. Oturumunuz hâlâ açık olabilir. Lütfen daha sonra tekrar deneyin.',
  intercepted:
    'Mağaza yerine başka bir sayfa yanıt verdi. Oturumunuz hâlâ açık olabilir. Ağınızı kontrol edin, sonra tekrar deneyin.',
  refused: 'Çıkış yapılamadı. Lütfen sayfayı yenileyip tekrar deneyin.',
  stillSignedIn: 'Oturumunuz hâlâ açık. Lütfen sayfayı yenileyip tekrar deneyin.',
};

addLanguage('tr', tr);
