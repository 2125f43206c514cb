/** Every command beside the report and the demonstration, in the order the help names them. */
import type { FlagRule } from '../options/command-flags.ts';
import { REGISTER_FLAGS } from '../options/register-day.ts';
import type { Command } from './command.ts';

const NONE = { fr: '', en: '' };

function dayFlag(fr: string, en: string): FlagRule {
  return { kind: 'text', value: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' }, about: { fr, en } };
}

export const COMMANDS: readonly Command[] = [
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
      folder: {
        kind: 'text',
        value: { fr: 'DOSSIER', en: 'FOLDER' },
        about: {
          fr: 'où elles s’écrivent (factures-electroniques)',
          en: 'where they are written (e-invoices)',
        },
      },
    },
    examples: [
      'e-invoice --register registre --from 2026-10-01 --to 2026-10-31',
      'e-invoice --register registre --invoice F2026-00012 --folder envoi',
    ],
    load: async () => (await import('./e-invoice.ts')).runEInvoice,
  },
];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
