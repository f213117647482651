import { addLanguage, type Strings } from './strings.js';

/** Chinese, simplified. */
export const zh: Strings = {
  label: '退出登录',
  busy: '正在退出登录…',
  done: '已退出登录',
  failed: '重试',
  confirm: '要退出登录吗？',
  cancel: '取消',
  offline: '您已离线，可能仍处于登录状态。请连接网络后重试。',
  unreachable: '无法连接到商店，您可能仍处于登录状态。请重试。',
  timedOut: '商店没有响应，您可能仍处于登录状态。请重试。',
  serverError: '商店出现问题，您可能仍处于登录状态。请稍后重试。',
  intercepted: '响应的不是商店，而是其他页面，您可能仍处于登录状态。请检查网络后重试。',
  refused: '无法退出登录。请重新加载页面后再试。',
  stillSignedIn: '您仍处于登录状态。请重新加载页面后再试。',
};

addLanguage('zh', zh);
