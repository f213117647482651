import { addLanguage, type Strings } from './strings.js';

/** German. */
export const de: Strings = {
  label: 'Abmelden',
  busy: 'Abmeldung läuft…',
  done: 'Abgemeldet',
  failed: 'Erneut versuchen',
  confirm: 'Möchten Sie sich abmelden?',
  cancel: 'Abbrechen',
  offline:
    'Sie sind offline und vielleicht noch angemeldet. Stellen Sie eine Internetverbindung her und versuchen Sie es erneut.',
  unreachable:
    'Der Shop war nicht erreichbar. Sie sind vielleicht noch angemeldet. Bitte versuchen Sie es erneut.',
  timedOut:
    'Der Shop hat nicht geantwortet. Sie sind vielleicht noch angemeldet. Bitte versuchen Sie es erneut.',
  serverError:
    'Im Shop ist ein Fehler aufgetreten. Sie sind vielleicht noch angemeldet. Bitte versuchen Sie es später erneut.',
  intercepted:
    'Statt des Shops hat eine andere Seite geantwortet. Sie sind vielleicht noch angemeldet. Prüfen Sie Ihr Netzwerk und versuchen Sie es erneut.',
  refused: 'Die Abmeldung ist nicht gelungen. Bitte laden Sie die Seite neu und versuchen Sie es erneut.',
  stillSignedIn: 'Sie sind noch angemeldet. Bitte laden Sie die Seite neu und versuchen Sie es erneut.',
};

addLanguage('de', de);
