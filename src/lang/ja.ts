import { addLanguage, type Strings } from './strings.js';

/** Japanese. */
export const ja: Strings = {
  label: 'ログアウト',
  busy: 'ログアウトしています…',
  done: 'ログアウトしました',
  failed: '再試行',
  confirm: 'ログアウトしますか？',
  cancel: 'キャンセル',
  offline:
    'オフラインのため、まだログインしたままの可能性があります。インターネットに接続してから、もう一度お試しください。',
  unreachable:
    'ショップから応答がありません。まだログインしたままの可能性があります。もう一度お試しください。',
  refused: 'ログアウトできませんでした。ページを再読み込みしてから、もう一度お試しください。',
  stillSignedIn: 'まだログインしたままです。ページを再読み込みしてから、もう一度お試しください。',
};

addLanguage('ja', ja);
