import { addLanguage, type Strings } from './strings.js';

/** French. */
export const fr: Strings = {
  label: 'Se déconnecter',
  busy: 'Déconnexion…',
  done: 'Déconnecté',
  failed: 'Réessayer',
  confirm: 'Voulez-vous vous déconnecter ?',
  cancel: 'Annuler',
  offline: 'Vous êtes hors ligne et peut-être encore connecté. Connectez-vous à Internet, puis réessayez.',
  unreachable: 'La boutique est injoignable. Vous êtes peut-être encore connecté. Veuillez réessayer.',
  timedOut: 'La boutique ne répond pas. Vous êtes peut-être encore connecté. Veuillez réessayer.',
  serverError:
    'La boutique a rencontré un problème. Vous êtes peut-être encore connecté. Veuillez réessayer plus tard.',
  intercepted:
    'Une autre page a répondu à la place de la boutique. Vous êtes peut-être encore connecté. Vérifiez votre réseau, puis réessayez.',
  refused: 'La déconnexion a échoué. Veuillez recharger la page, puis réessayer.',
  stillSignedIn: 'Vous êtes toujours connecté. Veuillez recharger la page, puis réessayer.',
};

addLanguage('fr', fr);
