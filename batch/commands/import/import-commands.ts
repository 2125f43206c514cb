/** The commands that take in what others wrote: bank statements, the books of another tool. */
import { REGISTER_FLAGS } from '../../options/register-day.ts';
import type { Command } from '../command.ts';

const NONE = { fr: '', en: '' };

export const IMPORT_BANK: Command = {
  name: 'import-bank',
  words: { fr: 'RELEVÉ…', en: 'STATEMENT…' },
  mostWords: 50,
  about: {
    fr: 'les relevés de la banque (CSV, OFX, CAMT, CFONB)',
    en: 'bank statements (CSV, OFX, CAMT, CFONB)',
  },
  flags: {
    ...REGISTER_FLAGS,
    'dry-run': {
      kind: 'switch',
      value: NONE,
      about: {
        fr: 'montre ce qui serait écrit, et n’écrit rien',
        en: 'shows what would be written, and writes nothing',
      },
    },
    confirm: {
      kind: 'texts',
      value: { fr: 'CLÉ=FACTURE', en: 'KEY=INVOICE' },
      about: {
        fr: 'décide d’un mouvement\u202f: F1:50.00+F2, un client, ou - (hors clients)',
        en: 'decides about a movement: F1:50.00+F2, a client, or - (no client’s)',
      },
    },
    undo: {
      kind: 'text',
      value: { fr: 'IMPORT', en: 'IMPORT' },
      about: { fr: 'annule un import en entier', en: 'takes a whole import back' },
    },
    profile: {
      kind: 'text',
      value: { fr: 'FICHIER|NOM', en: 'FILE|NAME' },
      about: {
        fr: 'les colonnes d’un CSV inconnu (JSON)\u202f; avec "name", gardées',
        en: 'the columns of an unknown CSV (JSON); kept where it has "name"',
      },
    },
    account: {
      kind: 'text',
      value: { fr: 'COMPTE', en: 'ACCOUNT' },
      about: {
        fr: 'le compte, si le fichier ne le dit pas',
        en: 'the account, where the file does not say',
      },
    },
    state: {
      kind: 'text',
      value: { fr: 'DOSSIER', en: 'FOLDER' },
      about: {
        fr: 'le verrou d’une seule exécution (.encaisse)',
        en: 'the lock of one run at a time (.encaisse)',
      },
    },
  },
  examples: [
    'import-bank releve.csv --register registre',
    'import-bank --register registre --confirm b1:…=F2026-00012',
  ],
  load: async () => (await import('./import-bank.ts')).runImportBank,
};

export const IMPORT_OPENING: Command = {
  name: 'import-opening',
  words: { fr: 'FICHIER', en: 'FILE' },
  mostWords: 1,
  about: {
    fr: 'clients, factures, règlements d’un autre outil',
    en: 'clients, invoices, payments of another tool',
  },
  flags: {
    register: REGISTER_FLAGS.register,
    table: {
      kind: 'text',
      value: { fr: 'TABLE', en: 'TABLE' },
      about: { fr: 'clients, invoices ou payments', en: 'clients, invoices or payments' },
    },
    map: {
      kind: 'texts',
      value: { fr: 'EN-TÊTE=COLONNE', en: 'HEADER=COLUMN' },
      about: {
        fr: 'une colonne du fichier (open\u202f: le reste dû d’une facture)',
        en: 'a column of the file (open: what is open of an invoice)',
      },
    },
    'dry-run': {
      kind: 'switch',
      value: NONE,
      about: {
        fr: 'montre ce qui serait écrit, et n’écrit rien',
        en: 'shows what would be written, and writes nothing',
      },
    },
  },
  examples: [
    'import-opening ouverture.csv --register registre --table invoices --map "N° pièce=number" --dry-run',
  ],
  load: async () => (await import('./import-opening.ts')).runImportOpening,
};
