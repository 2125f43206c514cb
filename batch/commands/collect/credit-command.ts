/** The command that answers whether a client may be invoiced more. */
import { REGISTER_FLAGS } from '../../options/register-day.ts';
import type { Command } from '../command.ts';

export const CREDIT: Command = {
  name: 'credit',
  words: { fr: 'CLIENT', en: 'CLIENT' },
  mostWords: 1,
  about: {
    fr: 'ce client peut-il être facturé de tant de plus, et pourquoi',
    en: 'may this client be invoiced so much more, and why',
  },
  flags: {
    ...REGISTER_FLAGS,
    amount: {
      kind: 'text',
      value: { fr: 'MONTANT', en: 'AMOUNT' },
      about: { fr: 'la facture envisagée, TTC', en: 'the invoice thought of, with VAT' },
    },
    currency: {
      kind: 'text',
      value: { fr: 'DEVISE', en: 'CURRENCY' },
      about: { fr: 'sa devise (celle du registre)', en: 'its currency (the register’s own)' },
    },
  },
  examples: ['credit C001 --amount 1500 --register registre', 'credit C001 --amount 900 --currency USD'],
  load: async () => (await import('./credit.ts')).runCredit,
};
