/**
 * Everything about Google that the add-on relies on, in one list. What can be tried is tried by the self test (menu Encaisse ›
 * Developer) on a tab of its own in a real sheet; what cannot says why it is believed. The workspace that the tests run on keeps to the
 * same list.
 */
import type { Words } from '../../shared/base/words.ts';
import {
  appendedRowComesLast,
  blankTextIsEmpty,
  columnOpensDownwards,
  dataRangeStartsAtA1,
  dayIsMidnightInTheSheet,
  insertedRowsTakeFormats,
  numbersKeepEveryDigit,
  quotedTextStaysText,
  quotedTextStaysTextInTextCells,
  rangeBelowLastRowThrows,
  scriptZoneIsJavaScripts,
  serialBecomesDay,
} from './cell-checks.ts';
import {
  documentLockIsThere,
  driveGivesBackWhatItStored,
  driveKnowsTheUser,
  htmlBecomesPdf,
  mailQuotaIsTold,
  propertiesKeepTexts,
  regularExpressionsKnowLetters,
} from './service-checks.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;

export type Assumption = {
  readonly id: string;
  readonly words: Words;
  /** @returns empty where it holds, else what was found instead. `null`: a script cannot try it. */
  readonly check: ((scratch: Tab) => string) | null;
};

function tried(id: string, fr: string, en: string, check: (scratch: Tab) => string): Assumption {
  return { id, words: { fr, en }, check };
}

function believed(id: string, fr: string, en: string): Assumption {
  return { id, words: { fr, en }, check: null };
}

export const ASSUMPTIONS: readonly Assumption[] = [
  tried(
    'text/quoted',
    'Un texte écrit avec une apostrophe devant reste ce texte, sans elle.',
    'A text written with an apostrophe before it stays that text, without it.',
    quotedTextStaysText,
  ),
  tried(
    'text/quoted-in-text-cells',
    'Il en va de même dans une colonne au format texte.',
    'The same goes for a column formatted as text.',
    quotedTextStaysTextInTextCells,
  ),
  tried('text/blank', 'Un texte vide vide la cellule.', 'An empty text empties the cell.', blankTextIsEmpty),
  tried(
    'number/digits',
    'Un nombre écrit se relit avec tous ses chiffres.',
    'A number written reads back with all its digits.',
    numbersKeepEveryDigit,
  ),
  tried(
    'day/serial',
    'Un nombre écrit dans une cellule au format date est le jour de ce rang.',
    'A number written into a cell formatted as a day is the day of that rank.',
    serialBecomesDay,
  ),
  tried(
    'day/midnight',
    'Un jour se lit comme l’instant de son minuit dans le fuseau de la feuille.',
    'A day reads as the instant of its midnight in the sheet’s zone.',
    dayIsMidnightInTheSheet,
  ),
  tried(
    'zone/script',
    'JavaScript compte dans le fuseau du script.',
    'JavaScript reckons in the script’s zone.',
    scriptZoneIsJavaScripts,
  ),
  tried(
    'range/data',
    'La plage des données part de A1 et va jusqu’à la dernière cellule remplie.',
    'The data range starts at A1 and reaches the last cell filled.',
    dataRangeStartsAtA1,
  ),
  tried(
    'range/open',
    'La plage A1:A va jusqu’à la dernière ligne de l’onglet.',
    'The range A1:A goes to the last row of the tab.',
    columnOpensDownwards,
  ),
  tried(
    'range/outside',
    'Google refuse une plage qui dépasse la dernière ligne de l’onglet.',
    'Google refuses a range that goes below the tab’s last row.',
    rangeBelowLastRowThrows,
  ),
  tried(
    'row/appended',
    'Une ligne ajoutée vient sous la dernière remplie, et ses textes restent des textes.',
    'A row appended comes below the last one filled, and its texts stay texts.',
    appendedRowComesLast,
  ),
  tried(
    'row/inserted',
    'Des lignes insérées prennent les formats de la ligne au-dessus.',
    'Rows inserted take on the formats of the row above.',
    insertedRowsTakeFormats,
  ),
  tried(
    'lock/document',
    'Le verrou du document existe, se prend et se rend.',
    'The document lock is there, can be taken and given back.',
    documentLockIsThere,
  ),
  tried(
    'properties/text',
    'Les propriétés du document gardent un texte tel quel.',
    'The document’s properties keep a text as it is.',
    propertiesKeepTexts,
  ),
  tried(
    'mail/quota',
    'Google dit combien de destinataires restent aujourd’hui.',
    'Google tells how many recipients are left today.',
    mailQuotaIsTold,
  ),
  tried(
    'drive/user',
    'Drive dit l’adresse de qui exécute le script.',
    'Drive tells the address of who runs the script.',
    driveKnowsTheUser,
  ),
  tried('pdf/html', 'Une page HTML devient un PDF.', 'An HTML page becomes a PDF.', htmlBecomesPdf),
  tried(
    'drive/whole',
    'Drive rend un fichier déposé, le retrouve par son nom et dit son empreinte.',
    'Drive gives a stored file back whole, finds it by its name and tells its fingerprint.',
    driveGivesBackWhatItStored,
  ),
  tried(
    'script/letters',
    'Les expressions régulières connaissent les lettres de toutes les langues.',
    'Regular expressions know the letters of all languages.',
    regularExpressionsKnowLetters,
  ),
  believed(
    'flush/all',
    'Après SpreadsheetApp.flush(), ou une lecture, tout ce qui a été écrit est dans la feuille\u202f; avant, une exécution arrêtée peut en avoir écrit tout, une partie ou rien.',
    'After SpreadsheetApp.flush(), or a read, all that was written is in the sheet; before, a stopped execution may have written all of it, some or none.',
  ),
  believed(
    'lock/freed',
    'Le verrou est rendu à la fin du script, même arrêté par Google.',
    'The lock is freed when the script ends, even where Google stopped it.',
  ),
  believed(
    'lock/web',
    'Une application web n’a pas de verrou du document\u202f: elle n’écrit donc pas dans la feuille.',
    'A web app has no document lock: so it does not write to the sheet.',
  ),
  believed(
    'web/screen',
    'Une application web n’a pas l’écran de la feuille (getUi)\u202f: ses visiteurs n’atteignent aucune autre fonction.',
    'A web app does not have the sheet’s screen (getUi): its visitors reach no other function.',
  ),
  believed(
    'trigger/id',
    'L’événement d’un déclencheur porte son identifiant, que nul autre ne connaît.',
    'A trigger’s event carries its identifier, which nobody else knows.',
  ),
  believed(
    'mail/unknown',
    'MailApp peut lever une erreur alors que le message est parti\u202f: personne ne le sait, une personne décide.',
    'MailApp may throw although the message left: nobody knows, so a person decides.',
  ),
  believed(
    'trigger/sheet',
    'Un déclencheur horaire d’un script lié à la feuille la voit comme feuille active.',
    'A time trigger of a script bound to the sheet sees it as the active one.',
  ),
  believed(
    'trigger/own',
    'Un déclencheur tourne au nom de qui l’a posé, et lui seul le voit.',
    'A trigger runs as the user who set it, and only they see it.',
  ),
  believed(
    'trigger/edit',
    'Le déclencheur simple sur modification peut lire et écrire la feuille, et ne peut ni écrire de courriel ni ouvrir Drive.',
    'The simple edit trigger may read and write the sheet, and may neither mail nor open Drive.',
  ),
  believed(
    'sidebar/json',
    'Le panneau ne reçoit que des textes, nombres, listes et objets simples ; dix appels à la fois au plus.',
    'The sidebar receives texts, numbers, lists and plain objects only; ten calls at once at most.',
  ),
  believed(
    'drive/file',
    'Avec drive.file, le script ne voit que les fichiers qu’il a créés pour la même personne.',
    'Under drive.file, the script sees only the files that it made for the same person.',
  ),
];
