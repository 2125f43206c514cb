/** The commands that write what others read: e-invoices, the accounting extract, what is declared. */
import type { FlagRule } from '../../options/command-flags.ts';
import { REGISTER_FLAGS } from '../../options/register-day.ts';
import type { Command } from '../command.ts';

const NONE = { fr: '', en: '' };

function dayFlag(fr: string, en: string): FlagRule {
  return { kind: 'text', value: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' }, about: { fr, en } };
}

export const E_INVOICE: Command = {
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
    'vat-euros': {
      kind: 'text',
      value: { fr: 'MONTANT', en: 'AMOUNT' },
      about: {
        fr: 'sa TVA en euros, si elle est dans une autre devise',
        en: 'its VAT in euros, where it is in another currency',
      },
    },
  },
  examples: [
    'e-invoice --register registre --from 2026-10-01 --to 2026-10-31',
    'e-invoice --register registre --invoice F2026-00012 --folder envoi',
  ],
  load: async () => (await import('./e-invoice.ts')).runEInvoice,
};

export const FEC: Command = {
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
};

export const E_REPORTING: Command = {
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
};
