import { addLanguage, type Strings } from './strings.js';

/** Italian. */
export const it: Strings = {
  label: 'Esci',
  busy: 'Uscita in corso…',
  done: 'Sei uscito',
  failed: 'Riprova',
  confirm: 'Vuoi uscire dal tuo account?',
  cancel: 'Annulla',
  offline: 'Sei offline e forse ancora collegato al tuo account. Connettiti a internet, poi riprova.',
  unreachable: 'Il negozio non ha risposto. Forse sei ancora collegato al tuo account. Riprova.',
  refused: 'Non è stato possibile uscire. Ricarica la pagina e riprova.',
  stillSignedIn: "L'accesso è ancora attivo. Ricarica la pagina e riprova.",
};

addLanguage('it', it);
