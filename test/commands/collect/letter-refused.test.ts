/** `encaisse letter`: what is refused, each with its reason, in both languages, and nothing written. */
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectTypeset } from '../../french.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { filesBelow, type Ran, runCommand } from '../runs.ts';
import { DAY, THREE_REMINDED, TWO_LATE } from './paper-registers.ts';

type Run = Ran & { readonly files: readonly string[] };

async function letter(register: Files, args: readonly string[], language: 'fr' | 'en' = 'fr'): Promise<Run> {
  const folder = temporaryFolder();
  const given = ['--register', writeFolder(register), '--as-of', DAY, ...args];
  return { ...(await runCommand('letter', given, { folder, language })), files: filesBelow(folder) };
}

const EUR_AND_USD = `${String(TWO_LATE.invoices)
  .replace('\n', ',currency\n')
  .replace(/(\d)\n/g, '$1,\n')}F8,C1,2026-08-03,2026-09-02,,,90.00,USD\n`;

describe('refused', () => {
  const TABLE: readonly (readonly [
    name: string,
    register: Files,
    args: readonly string[],
    fr: RegExp,
    en: RegExp,
    code: number,
  ])[] = [
    [
      'no kind',
      TWO_LATE,
      ['--client', 'C1'],
      /parmi reminder, formal-notice/,
      /among reminder, formal-notice/,
      2,
    ],
    ['an unknown kind', TWO_LATE, ['--client', 'C1', '--kind', 'x'], /parmi reminder/, /among reminder/, 2],
    [
      'the standard output',
      TWO_LATE,
      ['--client', 'C1', '--kind', 'statement', '--pdf', '-'],
      /--pdf attend un fichier/,
      /--pdf wants a file/,
      2,
    ],
    ['no client', TWO_LATE, ['--kind', 'statement'], /dites de quel client/, /say which client/, 2],
    [
      'an unknown client',
      TWO_LATE,
      ['--client', 'X', '--kind', 'statement'],
      /pas de client «\u202fX\u202f»/,
      /no client "X"/,
      2,
    ],
    [
      'an unknown invoice',
      TWO_LATE,
      ['--invoice', 'X', '--kind', 'statement'],
      /pas de facture «\u202fX\u202f»/,
      /no invoice "X"/,
      2,
    ],
    [
      'another client’s invoice',
      TWO_LATE,
      ['--client', 'C1', '--invoice', 'F3', '--kind', 'interest'],
      /la facture F3 est celle du client C2/,
      /invoice F3 is that of client C2/,
      2,
    ],
    [
      'two clients’ invoices',
      TWO_LATE,
      ['--invoice', 'F1', '--invoice', 'F3', '--kind', 'interest'],
      /celle du client C2/,
      /that of client C2/,
      2,
    ],
    [
      'a currency it does not have',
      TWO_LATE,
      ['--client', 'C1', '--kind', 'statement', '--currency', 'USD'],
      /n’a rien en «\u202fUSD\u202f»/,
      /nothing in "USD"/,
      2,
    ],
    [
      'two currencies owed',
      { ...TWO_LATE, invoices: EUR_AND_USD },
      ['--client', 'C1', '--kind', 'statement'],
      /doit en EUR, USD/,
      /owes in EUR, USD/,
      2,
    ],
    [
      'a reminder to who owes nothing late',
      TWO_LATE,
      ['--client', 'C2', '--kind', 'reminder'],
      /rien n’est en retard/,
      /nothing is late/,
      1,
    ],
    [
      'a formal notice before three reminders',
      TWO_LATE,
      ['--client', 'C1', '--kind', 'formal-notice'],
      /pas le niveau du jour/,
      /not the level of the day/,
      1,
    ],
    [
      'a reminder where the notice is due',
      THREE_REMINDED,
      ['--client', 'C1', '--kind', 'reminder'],
      /la mise en demeure\u202f: demandez-la/,
      /the formal notice: ask for that one/,
      1,
    ],
    [
      'a plan nobody agreed',
      TWO_LATE,
      ['--client', 'C1', '--kind', 'plan'],
      /aucun échéancier/,
      /no payment plan/,
      1,
    ],
    [
      'thanks for nothing',
      TWO_LATE,
      ['--client', 'C1', '--kind', 'thank-you'],
      /n’a rien payé/,
      /has paid nothing/,
      1,
    ],
    [
      'no invoice called lost',
      TWO_LATE,
      ['--client', 'C1', '--kind', 'irrecoverable'],
      /quelles factures ne seront jamais payées/,
      /which invoices will never be paid/,
      2,
    ],
    [
      'a lost invoice of which nothing is unpaid',
      { ...TWO_LATE, payments: 'date,client,invoice,amount\n2026-11-19,C1,F1,1200.00\n' },
      ['--invoice', 'F1', '--kind', 'irrecoverable'],
      /rien de F1 n’est resté impayé/,
      /nothing of F1 was left unpaid/,
      1,
    ],
    [
      'a lost invoice without its VAT',
      { ...TWO_LATE, invoices: String(TWO_LATE.invoices).replace('1000.00,200.00', ',') },
      ['--invoice', 'F1', '--kind', 'irrecoverable'],
      /le HT et la TVA de F1 manquent/,
      /lacks the net and the VAT of F1/,
      1,
    ],
    [
      'no interest owed',
      TWO_LATE,
      ['--client', 'C2', '--kind', 'interest'],
      /ni intérêts ni indemnité/,
      /neither interest nor/,
      1,
    ],
    [
      'interest without its rate',
      { ...TWO_LATE, rates: 'series,from,percent\nECB-MRO,2026-01-01,2.15\n' },
      ['--client', 'C1', '--kind', 'interest'],
      /le taux ECB-MRO à partir du 1er juillet 2026 manque/,
      /lacks the rate ECB-MRO from 1 July 2026/,
      1,
    ],
  ];
  for (const [name, register, args, fr, en, code] of TABLE) {
    test(name, async () => {
      const french = await letter(register, args);
      const said = french.out + french.talk.join('\n');
      expect(said).toMatch(fr);
      expectTypeset(said);
      expect(french).toMatchObject({ code, files: [] });
      const english = { ...register, settings: String(register.settings).replace('fr_FR', 'en_GB') };
      const other = await letter(english, args, 'en');
      expect(other.out + other.talk.join('\n')).toMatch(en);
    });
  }
});
