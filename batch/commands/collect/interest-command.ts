/** The command that calculates interest on late payment, line by line. */
import { REGISTER_FLAGS } from '../../options/register-day.ts';
import type { Command } from '../command.ts';

export const INTEREST: Command = {
  name: 'interest',
  words: { fr: 'FACTURE', en: 'INVOICE' },
  mostWords: 1,
  about: {
    fr: 'les intérêts de retard d’une facture, ligne par ligne',
    en: 'the interest on a late invoice, line by line',
  },
  flags: {
    ...REGISTER_FLAGS,
    client: {
      kind: 'text',
      value: { fr: 'CODE', en: 'CODE' },
      about: { fr: 'toutes les factures de ce client', en: 'all invoices of this client' },
    },
  },
  examples: [
    'interest F2026-00012 --register registre --as-of 2026-07-20',
    'interest --client C001 --register registre',
  ],
  load: async () => (await import('./interest.ts')).runInterest,
};
