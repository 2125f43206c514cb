import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, PROBLEM_CODES, type Problem, type ProblemCode } from '../../shared/base/problem.ts';
import { problemText } from '../../shared/base/problem-words.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { TABLES, type TableKey } from '../../shared/register/tables.ts';
import { expectGolden } from '../golden-file.ts';
import { HOSTILE_CELLS } from './hostile-cells.ts';

/** One made-up cell for each code: where it stands, what it holds, what the reader adds. */
const EXAMPLES: Readonly<Record<ProblemCode, readonly [TableKey, string, Cell, string?]>> = {
  'amount/ambiguous': ['invoices', 'total', '1.234', 'EUR'],
  'amount/currency-mismatch': ['payments', 'amount', '12 $', 'EUR'],
  'amount/invalid': ['payments', 'amount', '(12,00)', 'EUR'],
  'amount/negative': ['invoices', 'disputedAmount', -5],
  'amount/over-total': ['invoices', 'open', '1500', '1200.00'],
  'amount/too-large': ['invoices', 'total', 1e308, 'EUR'],
  'amount/too-many-decimals': ['invoices', 'total', 1.005, 'EUR'],
  'calendar/before-due': ['calendars', 'offsetDays', -60],
  'calendar/order': ['calendars', 'offsetDays', 10, '15'],
  'calendar/too-few-reminders': ['calendars', 'level', 4, '2'],
  'calendar/unknown': ['clients', 'calendar', 'ferme'],
  'cell/formula-error': ['invoices', 'net', '#REF!'],
  'choice/unknown': ['payments', 'method', 'PayPal', 'virement, carte | transfer, card'],
  'client/duplicate': ['clients', 'code', 'C001', '2'],
  'client/mismatch': ['payments', 'client', 'C002', 'C001'],
  'client/unknown': ['invoices', 'client', 'C999'],
  'column/duplicate': ['invoices', 'total', 'Montant TTC', 'K'],
  'column/missing': ['invoices', 'total', null, 'Montant TTC / Total / total'],
  'creditNote/overdrawn': ['payments', 'amount', '150.00', '120.00 EUR'],
  'creditNote/unknown': ['payments', 'reference', 'A-404'],
  'currency/mismatch': ['payments', 'currency', 'USD', 'EUR'],
  'currency/unknown': ['invoices', 'currency', '$'],
  'date/ambiguous': ['invoices', 'issueDate', '03/04/2026'],
  'date/invalid': ['invoices', 'dueDate', '2026-02-30'],
  'date/two-digit-year': ['payments', 'date', '31/12/26'],
  'email/invalid': ['clients', 'email', 'Anne <anne@exemple.fr>'],
  'file/encoding': ['clients', '', null],
  'file/truncated': ['invoices', '', null],
  'invoice/duplicate': ['invoices', 'number', 'F-1', '2'],
  'invoice/is-credit-note': ['payments', 'invoice', 'A-1'],
  'invoice/negative-total': ['invoices', 'total', -12.5],
  'invoice/unknown': ['payments', 'invoice', 'F-404'],
  'number/invalid': ['rates', 'percent', 'douze'],
  'payment/no-client': ['payments', 'client', null],
  'payment/penalties-by-credit': ['payments', 'purpose', 'pénalités'],
  'plan/not-positive': ['instalments', 'amount', -10],
  'plan/sum': ['instalments', 'amount', 'F-1', '90.00 | 100.00 | 80.00'],
  'required/missing': ['clients', 'name', null],
  'row/duplicate': ['payments', 'id', 'P-1', '2'],
  'row/extra-cells': ['clients', '', null, 'F'],
  'row/quotes': ['clients', '', null],
  'setting/invalid': ['settings', 'value', 'BCE + 10', 'ECB+10, ECB+8, 12'],
  'table/duplicate': ['clients', '', 'Clients (2)'],
  'terms/invalid': ['clients', 'paymentTerms', '30 jours net'],
};

function text(problem: Problem, language: Language): string {
  const table = Object.values(TABLES).find(({ key }) => key === problem.table);
  const column = table?.columns.find(({ key }) => key === problem.column);
  const header = column?.header[language] ?? problem.header;
  return problemText(problem, language, { table: table?.title[language] ?? problem.table, header });
}

function example(code: ProblemCode): Problem {
  const [table, column, found, detail] = EXAMPLES[code];
  const problem = { code, table, row: 7, column, header: column, found };
  return detail === undefined ? problem : { ...problem, detail };
}

function dateProblem(found: Cell): Problem {
  return { code: 'date/invalid', table: 'invoices', row: 7, column: 'dueDate', header: 'Due date', found };
}

test('the catalogue of messages', () => {
  const lines = PROBLEM_CODES.flatMap((code) => LANGUAGES.map((language) => text(example(code), language)));
  expectGolden('register/problems.txt', `${lines.join('\n')}\n`);
});

for (const code of PROBLEM_CODES) {
  test(`${code} is said whole in both languages, with and without its detail`, () => {
    const { detail: _, ...bare } = example(code);
    for (const language of LANGUAGES) {
      const table = TABLES[EXAMPLES[code][0]].title[language];
      for (const line of [text(example(code), language), text(bare, language)]) {
        expect(line.startsWith(`${table} ${language === 'fr' ? 'ligne' : 'row'} 7`)).toBe(true);
        expect(line.endsWith(`. [${code}]`)).toBe(true);
        expect(line).not.toMatch(/[{}]| {2}|\[(?!\w+\/)| [,.]|undefined/);
        if (language === 'fr')
          expect(line.replace('#REF!', ''), 'French typography').not.toMatch(
            /[^\u202f][;:!?»]|«[^\u202f]|\w'\w/,
          );
      }
    }
  });

  test(`${code} names in its text all that the reader added`, () => {
    const { detail = '' } = example(code);
    const [fr, en] = LANGUAGES.map((language) => text(example(code), language));
    if (['amount/invalid', 'amount/ambiguous', 'amount/too-large'].includes(code)) return; // any row's amount has a currency
    for (const part of detail.split(' | ').filter((each) => each !== '')) expect(fr + en).toContain(part);
  });
}

test('the example of the style guide', () => {
  expect(text(dateProblem('2026-02-30'), 'en')).toBe(
    'Invoices row 7, Due date: "2026-02-30" is not a day of the calendar; write YYYY-MM-DD. [date/invalid]',
  );
  expect(text(dateProblem('2026-02-30'), 'fr')).toBe(
    'Factures ligne 7, Échéance\u202f: «\u202f2026-02-30\u202f» n’est pas un jour du calendrier\u202f; écrivez AAAA-MM-JJ. [date/invalid]',
  );
});

test('row 0 means the whole table', () => {
  const names = { table: 'Clients', header: '' };
  const problem = { ...example('table/duplicate'), row: 0 };
  expect(problemText(problem, 'en', names)).toMatch(/^Clients: "Clients \(2\)" gives/);
  expect(problemText(problem, 'fr', names)).toMatch(/^Clients\u202f: «\u202fClients \(2\)\u202f» donne/);
});

for (const [found, fr, en] of [
  [null, 'la cellule vide', 'the empty cell'],
  ['', 'la cellule vide', 'the empty cell'],
  [true, '«\u202fVRAI\u202f»', '"TRUE"'],
  [false, '«\u202fFAUX\u202f»', '"FALSE"'],
  [1.005, '«\u202f1.005\u202f»', '"1.005"'],
  ['a\nb\0', '«\u202fa‹U+000A›b‹U+0000›\u202f»', '"a‹U+000A›b‹U+0000›"'],
  ['\u202e12', '«\u202f‹U+202E›12\u202f»', '"‹U+202E›12"'],
  ['\ufeffC1\u200b', '«\u202f‹U+FEFF›C1‹U+200B›\u202f»', '"‹U+FEFF›C1‹U+200B›"'],
  ['\ud800', '«\u202f‹U+D800›\u202f»', '"‹U+D800›"'],
  ['x'.repeat(60), `«\u202f${'x'.repeat(60)}\u202f»`, `"${'x'.repeat(60)}"`],
  ['x'.repeat(61), `«\u202f${'x'.repeat(60)}…\u202f»`, `"${'x'.repeat(60)}…"`],
  ['😀'.repeat(61), `«\u202f${'😀'.repeat(60)}…\u202f»`, `"${'😀'.repeat(60)}…"`],
  ['{detail} [a {found}] $1 $&', '«\u202f{detail} [a {found}] $1 $&\u202f»', '"{detail} [a {found}] $1 $&"'],
] as const) {
  test(`found ${JSON.stringify(found).slice(0, 40)} is shown as ${en.slice(0, 40)}`, () => {
    expect(text(dateProblem(found), 'fr')).toContain(`: ${fr} n’est`);
    expect(text(dateProblem(found), 'en')).toContain(`: ${en} is not`);
  });
}

test('whatever a cell, a header or a detail holds, the text is one short line', () => {
  const any = fc.oneof(fc.constantFrom(...HOSTILE_CELLS), fc.string({ unit: 'binary', maxLength: 400 }));
  const words = fc.string({ unit: 'binary', maxLength: 400 });
  fc.assert(
    fc.property(fc.constantFrom(...PROBLEM_CODES), any, words, words, (code, found, header, detail) => {
      const problem = { code, table: 'invoices', row: 7, column: 'x', header, found, detail };
      for (const language of LANGUAGES) {
        const line = problemText(problem, language, { table: 'Factures', header });
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(line.length).toBeLessThan(6000);
      }
    }),
  );
});
