import { addLanguage, type Strings } from './strings.js';

/** Arabic. */
export const ar: Strings = {
  label: 'تسجيل الخروج',
  busy: 'جارٍ تسجيل الخروج…',
  done: 'تم تسجيل الخروج',
  failed: 'حاول مجددًا',
  confirm: 'هل تريد تسجيل الخروج؟',
  cancel: 'إلغاء',
  offline: 'أنت غير متصل بالإنترنت وقد لا تزال مسجّل الدخول. اتصل بالإنترنت ثم حاول مرة أخرى.',
  unreachable: 'لم يستجب المتجر. قد لا تزال مسجّل الدخول. حاول مرة أخرى من فضلك.',
  refused: 'تعذّر تسجيل خروجك. أعد تحميل الصفحة ثم حاول مرة أخرى من فضلك.',
};

addLanguage('ar', ar);
