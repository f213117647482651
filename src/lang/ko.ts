import { addLanguage, type Strings } from './strings.js';

/** Korean. */
export const ko: Strings = {
  label: '로그아웃',
  busy: '로그아웃하는 중…',
  done: '로그아웃됨',
  failed: '다시 시도',
  confirm: '로그아웃하시겠습니까?',
  cancel: '취소',
  offline: '오프라인 상태이며 아직 로그인되어 있을 수 있습니다. 인터넷에 연결한 후 다시 시도해 주세요.',
  unreachable: '상점에 연결할 수 없습니다. 아직 로그인되어 있을 수 있습니다. 다시 시도해 주세요.',
  timedOut: '상점이 응답하지 않았습니다. 아직 로그인되어 있을 수 있습니다. 다시 시도해 주세요.',
  serverError: '상점에 문제가 발생했습니다. 아직 로그인되어 있을 수 있습니다. 나중에 다시 시도해 주세요.',
  intercepted:
    '상점 대신 다른 페이지가 응답했습니다. 아직 로그인되어 있을 수 있습니다. 네트워크를 확인한 후 다시 시도해 주세요.',
  refused: '로그아웃하지 못했습니다. 페이지를 새로고침한 후 다시 시도해 주세요.',
  stillSignedIn: '아직 로그인되어 있습니다. 페이지를 새로고침한 후 다시 시도해 주세요.',
};

addLanguage('ko', ko);
