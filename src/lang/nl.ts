import { addLanguage, type Strings } from './strings.js';

/** Dutch. */
export const nl: Strings = {
  label: 'Uitloggen',
  busy: 'Bezig met uitloggen…',
  done: 'Uitgelogd',
  failed: 'Opnieuw',
  confirm: 'Wil je uitloggen?',
  cancel: 'Annuleren',
  offline: 'Je bent offline en misschien nog ingelogd. Maak verbinding met internet en probeer het opnieuw.',
  unreachable: 'De winkel is niet bereikbaar. Je bent misschien nog ingelogd. Probeer het opnieuw.',
  timedOut: 'De winkel reageerde niet. Je bent misschien nog ingelogd. Probeer het opnieuw.',
  serverError: 'Er ging iets mis bij de winkel. Je bent misschien nog ingelogd. Probeer het later opnieuw.',
  intercepted:
    'Een andere pagina antwoordde in plaats van de winkel. Je bent misschien nog ingelogd. Controleer je netwerk en probeer het opnieuw.',
  refused: 'Uitloggen is niet gelukt. Laad de pagina opnieuw en probeer het nog eens.',
  stillSignedIn: 'Je bent nog ingelogd. Laad de pagina opnieuw en probeer het nog eens.',
};

addLanguage('nl', nl);
