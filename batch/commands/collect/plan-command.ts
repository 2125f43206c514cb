/** The command that shows what would go out in the coming days. */
import { REGISTER_FLAGS } from '../../options/register-day.ts';
import type { Command } from '../command.ts';

export const PLAN: Command = {
  name: 'plan',
  words: { fr: '', en: '' },
  mostWords: 0,
  about: {
    fr: 'les relances des jours à venir, si personne ne paie',
    en: 'the reminders of the coming days, if nobody pays',
  },
  flags: {
    ...REGISTER_FLAGS,
    days: {
      kind: 'text',
      value: { fr: 'JOURS', en: 'DAYS' },
      about: {
        fr: 'combien de jours, le premier compris (30)',
        en: 'how many days, the first included (30)',
      },
    },
    json: {
      kind: 'text',
      value: { fr: 'FICHIER|-', en: 'FILE|-' },
      about: {
        fr: 'les mêmes en JSON, dans un fichier ou sur la sortie',
        en: 'the same as JSON, to a file or to the standard output',
      },
    },
  },
  examples: [
    'plan --register registre --as-of 2026-11-25',
    'plan --register registre --days 60 --json plan.json',
  ],
  load: async () => (await import('./plan.ts')).runPlan,
};
