import { addLanguage, type Strings } from './strings.js';

/** Portuguese. */
export const pt: Strings = {
  label: 'Terminar sessão',
  busy: 'A terminar sessão…',
  done: 'Sessão terminada',
  failed: 'Tentar de novo',
  confirm: 'Quer terminar a sessão?',
  cancel: 'Cancelar',
  offline: 'Está sem ligação e a sua sessão pode continuar aberta. Ligue-se à internet e tente de novo.',
  unreachable: 'Não foi possível contactar a loja. A sua sessão pode continuar aberta. Tente de novo.',
  timedOut: 'A loja não respondeu. A sua sessão pode continuar aberta. Tente de novo.',
  serverError: 'Ocorreu um problema na loja. A sua sessão pode continuar aberta. Tente de novo mais tarde.',
  intercepted:
    'Outra página respondeu em vez da loja. A sua sessão pode continuar aberta. Verifique a sua rede e tente de novo.',
  refused: 'Não foi possível terminar a sessão. Recarregue a página e tente de novo.',
  stillSignedIn: 'A sessão continua aberta. Recarregue a página e tente de novo.',
};

addLanguage('pt', pt);
