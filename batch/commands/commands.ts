/** Every command beside the report and the demonstration, in the order the help names them. */
import type { FlagRule } from '../options/command-flags.ts';
import { REGISTER_FLAGS } from '../options/register-day.ts';
import type { Command } from './command.ts';
import { CREDIT } from './credit-command.ts';
import { INTEREST } from './interest-command.ts';
import { PLAN } from './plan-command.ts';
import { PORTFOLIO } from './portfolio-command.ts';
import { PRINT_COMMANDS } from './print-commands.ts';

const NONE = { fr: '', en: '' };

function dayFlag(fr: string, en: string): FlagRule {
  return { kind: 'text', value: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' }, about: { fr, en } };
}

export const COMMANDS: readonly Command[] = [
  PLAN,
  {
    name: 'e-invoice',
    words: NONE,
    mostWords: 0,
    about: { fr: 'les factures émises en XML EN 16931 (CII)', en: 'issued invoices as EN 16931 XML (CII)' },
    flags: {
      register: REGISTER_FLAGS.register,
      invoice: {
        kind: 'texts',
        value: { fr: 'NUMÉRO', en: 'NUMBER' },
        about: {
          fr: 'celle-ci seulement, et les autres ainsi nommées',
          en: 'this one only, and others so named',
        },
      },
      from: dayFlag('émises depuis ce jour', 'issued from this day on'),
      to: dayFlag('émises jusqu’à ce jour', 'issued up to this day'),
      pdf: {
        kind: 'switch',
        value: NONE,
        about: {
          fr: 'aussi en PDF qui porte le XML (Factur-X)',
          en: 'also as a PDF that carries the XML (Factur-X)',
        },
      },
      folder: {
        kind: 'text',
        value: { fr: 'DOSSIER', en: 'FOLDER' },
        about: {
          fr: 'où elles s’écrivent (factures-electroniques)',
          en: 'where they are written (e-invoices)',
        },
      },
      deposit: {
        kind: 'switch',
        value: NONE,
        about: {
          fr: 'la facture nommée est une facture d’acompte',
          en: 'the invoice named is a deposit invoice',
        },
      },
      deducts: {
        kind: 'texts',
        value: { fr: 'ACOMPTE[:MONTANT]', en: 'DEPOSIT[:AMOUNT]' },
        about: { fr: 'elle solde cette facture d’acompte', en: 'it is final after this deposit invoice' },
      },
    },
    examples: [
      'e-invoice --register registre --from 2026-10-01 --to 2026-10-31',
      'e-invoice --register registre --invoice F2026-00012 --folder envoi',
    ],
    load: async () => (await import('./e-invoice.ts')).runEInvoice,
  },
  {
    name: 'fec',
    words: NONE,
    mostWords: 0,
    about: {
      fr: 'ventes, règlements, pertes au format du FEC',
      en: 'sales, receipts, losses as a French FEC, to import',
    },
    flags: {
      register: REGISTER_FLAGS.register,
      from: dayFlag('premier jour de la période', 'first day of the period'),
      to: dayFlag('dernier jour de la période', 'last day of the period'),
      output: {
        kind: 'text',
        value: { fr: 'FICHIER', en: 'FILE' },
        about: {
          fr: 'où l’écrire (extrait-comptable-SIREN-….txt)',
          en: 'where to write it (extrait-comptable-SIREN-….txt)',
        },
      },
      small: {
        kind: 'text',
        value: { fr: 'MONTANT', en: 'AMOUNT' },
        about: {
          fr: 'un abandon jusque-là est un écart, compte 658 (1,00)',
          en: 'a write-off up to this is a difference, account 658 (1.00)',
        },
      },
      impairment: {
        kind: 'text',
        value: { fr: 'POURCENT', en: 'PERCENT' },
        about: {
          fr: 'déprécie d’autant le HT des clients douteux',
          en: 'impairs the net of doubtful clients by so much',
        },
      },
      'bad-debt-vat': {
        kind: 'switch',
        value: NONE,
        about: {
          fr: 'reprend la TVA des créances irrécouvrables (CGI art. 272)',
          en: 'claims back the VAT of bad debts (CGI art. 272)',
        },
      },
    },
    examples: ['fec --register registre --from 2026-10-01 --to 2026-10-31'],
    load: async () => (await import('./fec.ts')).runFec,
  },
  {
    name: 'e-reporting',
    words: NONE,
    mostWords: 0,
    about: {
      fr: 'ventes et encaissements que la loi fait déclarer, par taux',
      en: 'sales and receipts the law has reported, by rate',
    },
    flags: {
      register: REGISTER_FLAGS.register,
      from: dayFlag('premier jour de la période', 'first day of the period'),
      to: dayFlag('dernier jour de la période', 'last day of the period'),
      folder: {
        kind: 'text',
        value: { fr: 'DOSSIER', en: 'FOLDER' },
        about: {
          fr: 'où vont les deux tableaux CSV (e-reporting)',
          en: 'where the two CSV tables go (e-reporting)',
        },
      },
    },
    examples: ['e-reporting --register registre --from 2026-10-01 --to 2026-10-31'],
    load: async () => (await import('./e-reporting.ts')).runEReporting,
  },
  {
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
        value: { fr: 'FICHIER', en: 'FILE' },
        about: {
          fr: 'nomme les colonnes d’un CSV inconnu (JSON)',
          en: 'names the columns of an unknown CSV (JSON)',
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
  },
  {
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
  },
  CREDIT,
  INTEREST,
  ...PRINT_COMMANDS,
  PORTFOLIO,
];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
