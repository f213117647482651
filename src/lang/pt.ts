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
  unreachable: 'A loja não respondeu. A sua sessão pode continuar aberta. Tente de novo.',
  refused: 'Não foi possível terminar a sessão. Recarregue a página e tente de novo.',
  stillSignedIn: 'A sessão continua aberta. Recarregue a página e tente de novo.',
};

addLanguage('pt', pt);
