/** What the page around the sheet says, in the sheet's language. */
export type Language = 'fr' | 'en';

const WORDS = {
  file: ['Fichier', 'File'],
  startSample: ['Rouvrir le registre d’exemple', 'Open the sample register again'],
  startEmpty: ['Nouveau classeur vide', 'New empty spreadsheet'],
  edit: ['Édition', 'Edit'],
  insertAbove: ['Insérer une ligne au-dessus', 'Insert a row above'],
  insertBelow: ['Insérer une ligne en dessous', 'Insert a row below'],
  deleteRow: ['Supprimer les lignes sélectionnées', 'Delete the selected rows'],
  clear: ['Effacer le contenu', 'Clear the contents'],
  undo: ['Annuler la dernière saisie', 'Undo the last entry'],
  data: ['Données', 'Data'],
  sortUp: ['Trier la feuille de A à Z', 'Sort the sheet A to Z'],
  sortDown: ['Trier la feuille de Z à A', 'Sort the sheet Z to A'],
  extensions: ['Extensions', 'Extensions'],
  noMenu: ['Aucun module', 'No add-on'],
  time: ['Horloge', 'Clock'],
  nextDay: ['Un jour plus tard', 'A day later'],
  nextWeek: ['Une semaine plus tard', 'A week later'],
  nextMonth: ['Trente jours plus tard', 'Thirty days later'],
  runDaily: ['Lancer maintenant la tâche du jour', 'Run the daily task now'],
  noDaily: ['Aucune tâche quotidienne n’est activée', 'No daily task is on'],
  running: ['Exécution du script…', 'Running script…'],
  outbox: ['Messages envoyés', 'Messages sent'],
  files: ['PDF créés', 'PDFs made'],
  runs: ['Exécutions', 'Executions'],
  close: ['Fermer', 'Close'],
  noMails: ['Aucun message n’est parti pour l’instant.', 'No message has left so far.'],
  noFiles: ['Aucun PDF n’a été créé pour l’instant.', 'No PDF has been made so far.'],
  noRuns: ['Rien ne s’est exécuté.', 'Nothing has run.'],
  mailsLeft: ['destinataires encore possibles aujourd’hui', 'recipients left today'],
  from: ['De', 'From'],
  to: ['À', 'To'],
  cc: ['Cc', 'Cc'],
  bcc: ['Cci', 'Bcc'],
  replyTo: ['Répondre à', 'Reply to'],
  calls: ['appels', 'calls'],
  asText: ['Texte seul', 'Text only'],
  asHtml: ['Mis en forme', 'Formatted'],
  headsUp: ['Attention', 'Heads up!'],
  guarded: [
    'Cette cellule est écrite par Encaisse. La modifier à la main quand même ?',
    'Encaisse writes this cell. Edit it by hand all the same?',
  ],
  refused: ['Saisie refusée', 'There was a problem'],
  notInList: [
    'La valeur saisie n’est pas dans la liste de choix de cette cellule.',
    'The value is not in the list of this cell.',
  ],
  failed: ['Erreur du script', 'Script error'],
  OK: ['OK', 'OK'],
  CANCEL: ['Annuler', 'Cancel'],
  YES: ['Oui', 'Yes'],
  NO: ['Non', 'No'],
  loading: ['Chargement…', 'Loading…'],
} as const;

export type WordKey = keyof typeof WORDS;

let language: Language = 'fr';

export function speak(spoken: Language): void {
  language = spoken;
  document.documentElement.lang = spoken;
}

export function word(key: WordKey): string {
  return WORDS[key][language === 'fr' ? 0 : 1].replace(/ ([?!:;])/g, '\u202f$1');
}

export function buttonWord(button: string): string {
  const keys = ['OK', 'CANCEL', 'YES', 'NO'] as const;
  const key = keys.find((one) => one === button);
  return key ? word(key) : button;
}

export function dayText(clock: string): string {
  const day = new Date(`${clock}:00Z`);
  return day.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
}

export function sizeText(bytes: number): string {
  const unit = language === 'fr' ? 'Ko' : 'KB';
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString(language)}\u00a0${unit}`;
}
