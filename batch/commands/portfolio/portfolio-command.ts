/** The command that reports on many registers at once. */
import { REGISTER_FLAGS } from '../../options/register-day.ts';
import type { Command } from '../command.ts';

const NONE = { fr: '', en: '' };

export const PORTFOLIO: Command = {
  name: 'portfolio',
  words: { fr: 'CONFIG.json', en: 'CONFIG.json' },
  mostWords: 1,
  about: {
    fr: 'plusieurs registres\u202f: un rapport chacun, une vue d’ensemble',
    en: 'many registers: a report each, and an overview of all',
  },
  flags: {
    'as-of': REGISTER_FLAGS['as-of'],
    shard: {
      kind: 'text',
      value: { fr: 'I/N', en: 'I/N' },
      about: {
        fr: 'la I-ième de N tranches (Cloud Run\u202f: la sienne)',
        en: 'the I-th of N parts (on Cloud Run: its own)',
      },
    },
    overview: {
      kind: 'switch',
      value: NONE,
      about: {
        fr: 'la vue d’ensemble seule, une fois les tranches faites',
        en: 'the overview alone, once the parts are done',
      },
    },
  },
  examples: ['portfolio portefeuille.json', 'portfolio portefeuille.json --shard 2/8'],
  load: async () => (await import('./portfolio.ts')).runPortfolio,
};
