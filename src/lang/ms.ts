import { addLanguage, type Strings } from './strings.js';

/** Malay. */
export const ms: Strings = {
  label: 'Log keluar',
  busy: 'Sedang log keluar…',
  done: 'Sudah log keluar',
  failed: 'Cuba lagi',
  confirm: 'Adakah anda mahu log keluar?',
  cancel: 'Batal',
  offline: 'Anda di luar talian dan mungkin masih log masuk. Sambung ke internet, kemudian cuba lagi.',
  unreachable: 'Kedai tidak dapat dihubungi. Anda mungkin masih log masuk. Sila cuba lagi.',
  timedOut: 'Kedai tidak menjawab. Anda mungkin masih log masuk. Sila cuba lagi.',
  serverError: 'Ada masalah di kedai. Anda mungkin masih log masuk. Sila cuba lagi kemudian.',
  intercepted:
    'Halaman lain menjawab, bukan kedai. Anda mungkin masih log masuk. Semak rangkaian anda, kemudian cuba lagi.',
  refused: 'Anda tidak dapat dilog keluar. Sila muat semula halaman dan cuba lagi.',
  stillSignedIn: 'Anda masih dilog masuk. Sila muat semula halaman dan cuba lagi.',
};

addLanguage('ms', ms);
