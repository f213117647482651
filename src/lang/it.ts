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
  unreachable:
    'Non è stato possibile raggiungere il negozio. Forse sei ancora collegato al tuo account. Riprova.',
  timedOut: 'Il negozio non ha risposto. Forse sei ancora collegato al tuo account. Riprova.',
  serverError:
    'Si è verificato un problema nel negozio. Forse sei ancora collegato al tuo account. Riprova più tardi.',
  intercepted:
    "Ha risposto un'altra pagina al posto del negozio. Forse sei ancora collegato al tuo account. Controlla la rete, poi riprova.",
  refused: 'Non è stato possibile uscire. Ricarica la pagina e riprova.',
  stillSignedIn: "L'accesso è ancora attivo. Ricarica la pagina e riprova.",
};

addLanguage('it', it);
