import { addLanguage, type Strings } from './strings.js';

/** Polish. */
export const pl: Strings = {
  label: 'Wyloguj się',
  busy: 'Wylogowywanie…',
  done: 'Wylogowano',
  failed: 'Spróbuj ponownie',
  confirm: 'Czy chcesz się wylogować?',
  cancel: 'Anuluj',
  offline:
    'Brak połączenia z internetem. Możesz nadal być zalogowany. Połącz się z internetem i spróbuj ponownie.',
  unreachable: 'Nie udało się połączyć ze sklepem. Możesz nadal być zalogowany. Spróbuj ponownie.',
  timedOut: 'Sklep nie odpowiedział. Możesz nadal być zalogowany. Spróbuj ponownie.',
  serverError: 'W sklepie wystąpił błąd. Możesz nadal być zalogowany. Spróbuj ponownie później.',
  intercepted:
    'Zamiast sklepu odpowiedziała inna strona. Możesz nadal być zalogowany. Sprawdź swoją sieć i spróbuj ponownie.',
  refused: 'Nie udało się wylogować. Odśwież stronę i spróbuj ponownie.',
  stillSignedIn: 'Nadal trwa Twoja sesja. Odśwież stronę i spróbuj ponownie.',
};

addLanguage('pl', pl);
