/** The commands that print: a letter, a claim file. */
import type { FlagRule } from '../../options/command-flags.ts';
import { REGISTER_FLAGS } from '../../options/register-day.ts';
import type { Command } from '../command.ts';

const NONE = { fr: '', en: '' };

const CLIENT: FlagRule = {
  kind: 'text',
  value: { fr: 'CODE', en: 'CODE' },
  about: { fr: 'le client, par son code', en: 'the client, by its code' },
};

function invoiceFlag(fr: string, en: string): FlagRule {
  return { kind: 'texts', value: { fr: 'NUMÉRO', en: 'NUMBER' }, about: { fr, en } };
}

function fileFlag(fr: string, en: string): FlagRule {
  return { kind: 'text', value: { fr: 'FICHIER', en: 'FILE' }, about: { fr, en } };
}

/** Under the text of the line above. */
const BELOW = `\n${' '.repeat(29)}`;

const KINDS = {
  fr: [
    'reminder relance, formal-notice mise en demeure, proof-sheet état des envois,',
    'statement relevé, plan échéancier, interest intérêts, thank-you remerciement,',
    'history historique, call-sheet fiche d’appel,',
    'irrecoverable duplicata de facture impayée (CGI art. 272)',
  ],
  en: [
    'reminder, formal-notice, proof-sheet, statement, plan, interest, thank-you,',
    'history, call-sheet, irrecoverable',
  ],
} as const;

export const LETTER: Command = {
  name: 'letter',
  words: NONE,
  mostWords: 0,
  about: {
    fr: 'une lettre à un client, en PDF prêt à poster',
    en: 'a letter to a client, a PDF ready to post',
  },
  flags: {
    ...REGISTER_FLAGS,
    client: CLIENT,
    invoice: invoiceFlag(
      'la facture dont il s’agit (interest, proof-sheet, irrecoverable)',
      'the invoice it is about (interest, proof-sheet, irrecoverable)',
    ),
    currency: {
      kind: 'text',
      value: { fr: 'DEVISE', en: 'CURRENCY' },
      about: { fr: 'où le client doit en plusieurs', en: 'where the client owes in several' },
    },
    kind: {
      kind: 'text',
      value: { fr: 'LETTRE', en: 'LETTER' },
      about: { fr: KINDS.fr.join(BELOW), en: KINDS.en.join(BELOW) },
    },
    tracking: {
      kind: 'text',
      value: { fr: 'NUMÉRO', en: 'NUMBER' },
      about: { fr: 'celui de la lettre recommandée', en: 'that of the registered letter' },
    },
    pdf: fileFlag('où l’écrire (nommé d’après la lettre)', 'where to write it (named after the letter)'),
  },
  examples: [
    'letter --register registre --client C001 --kind reminder --pdf relance.pdf',
    'letter --register registre --client C001 --kind statement --as-of 2026-03-31',
  ],
  load: async () => (await import('./letter.ts')).runLetter,
};

export const CLAIM_FILE: Command = {
  name: 'claim-file',
  words: NONE,
  mostWords: 0,
  about: {
    fr: 'le dossier d’une créance, pour un avocat ou une agence',
    en: 'the file of a claim, for a lawyer or an agency',
  },
  flags: {
    ...REGISTER_FLAGS,
    client: CLIENT,
    invoice: invoiceFlag(
      'cette facture seulement, et les autres ainsi nommées',
      'this invoice only, and others so named',
    ),
    zip: fileFlag('en une archive', 'as one archive'),
    folder: {
      kind: 'text',
      value: { fr: 'DOSSIER', en: 'FOLDER' },
      about: {
        fr: 'ou dans un dossier, qui ne doit pas encore exister',
        en: 'or in a folder, which must not be there yet',
      },
    },
  },
  examples: ['claim-file --register registre --client C001 --zip dossier-C001.zip'],
  load: async () => (await import('./claim-file.ts')).runClaimFile,
};
