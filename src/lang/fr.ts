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
  unreachable: 'La boutique ne répond pas. Vous êtes peut-être encore connecté. Veuillez réessayer.',
  refused: 'La déconnexion a échoué. Veuillez recharger la page, puis réessayer.',
  stillSignedIn: 'Vous êtes toujours connecté. Veuillez recharger la page, puis réessayer.',
};

addLanguage('fr', fr);
