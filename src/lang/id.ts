import { addLanguage, type Strings } from './strings.js';

/** Indonesian. */
export const id: Strings = {
  label: 'Keluar',
  busy: 'Sedang keluar…',
  done: 'Sudah keluar',
  failed: 'Coba lagi',
  confirm: 'Apakah Anda ingin keluar?',
  cancel: 'Batal',
  offline: 'Anda sedang offline dan mungkin masih masuk. Sambungkan ke internet, lalu coba lagi.',
  unreachable: 'Toko tidak dapat dihubungi. Anda mungkin masih masuk. Silakan coba lagi.',
  timedOut: 'Toko tidak menjawab. Anda mungkin masih masuk. Silakan coba lagi.',
  serverError: 'Terjadi masalah di toko. Anda mungkin masih masuk. Silakan coba lagi nanti.',
  intercepted:
    'Halaman lain menjawab, bukan toko. Anda mungkin masih masuk. Periksa jaringan Anda, lalu coba lagi.',
  refused: 'Anda belum berhasil keluar. Silakan muat ulang halaman dan coba lagi.',
  stillSignedIn: 'Anda masih masuk. Silakan muat ulang halaman dan coba lagi.',
};

addLanguage('id', id);
