import { addLanguage, type Strings } from './strings.js';

/** Spanish. */
export const es: Strings = {
  label: 'Cerrar sesión',
  busy: 'Cerrando sesión…',
  done: 'Sesión cerrada',
  failed: 'Reintentar',
  confirm: '¿Quieres cerrar sesión?',
  cancel: 'Cancelar',
  offline:
    'No tienes conexión y es posible que tu sesión siga abierta. Conéctate a internet e inténtalo de nuevo.',
  unreachable:
    'No se ha podido conectar con la tienda. Es posible que tu sesión siga abierta. Inténtalo de nuevo.',
  timedOut: 'La tienda no responde. Es posible que tu sesión siga abierta. Inténtalo de nuevo.',
  serverError:
    'Ha habido un problema en la tienda. Es posible que tu sesión siga abierta. Inténtalo de nuevo más tarde.',
  intercepted:
    'Ha respondido otra página en lugar de la tienda. Es posible que tu sesión siga abierta. Comprueba tu red e inténtalo de nuevo.',
  refused: 'No se ha podido cerrar la sesión. Vuelve a cargar la página e inténtalo de nuevo.',
  stillSignedIn: 'La sesión sigue abierta. Vuelve a cargar la página e inténtalo de nuevo.',
};

addLanguage('es', es);
