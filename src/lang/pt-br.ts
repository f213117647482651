import { addLanguage, type Strings } from './strings.js';

/** Brazilian Portuguese. */
export const ptBR: Strings = {
  label: 'Sair',
  busy: 'Saindo…',
  done: 'Você saiu',
  failed: 'Tentar de novo',
  confirm: 'Deseja sair da sua conta?',
  cancel: 'Cancelar',
  offline:
    'Você está sem internet e talvez ainda esteja conectado à sua conta. Conecte-se à internet e tente novamente.',
  unreachable:
    'Não foi possível acessar a loja. Talvez você ainda esteja conectado à sua conta. Tente novamente.',
  timedOut: 'A loja não respondeu. Talvez você ainda esteja conectado à sua conta. Tente novamente.',
  serverError:
    'Ocorreu um problema na loja. Talvez você ainda esteja conectado à sua conta. Tente novamente mais tarde.',
  intercepted:
    'Outra página respondeu no lugar da loja. Talvez você ainda esteja conectado à sua conta. Verifique sua rede e tente novamente.',
  refused: 'Não foi possível sair da conta. Recarregue a página e tente novamente.',
  stillSignedIn: 'Você ainda está conectado à sua conta. Recarregue a página e tente novamente.',
};

addLanguage('pt-br', ptBR);
