/** CSVs nobody has seen before: read where they have one reading, asked about where they have two; and files known again by their header. */
import { describe, expect, test } from 'vitest';
import { NODE_READERS } from '../../../batch/sources/bank-file.ts';
import { civilDate } from '../../../shared/base/civil-date.ts';
import type { CsvProfile } from '../../../shared/exchange/bank/csv-columns.ts';
import {
  headersText,
  likelyHeader,
  namedHeaders,
  sameHeaders,
} from '../../../shared/exchange/bank/csv-header.ts';
import { type KeptProfile, keptProfiles, profileRow } from '../../../shared/exchange/bank/kept-profiles.ts';
import { readBankText } from '../../../shared/exchange/bank/read.ts';
import type { ReadStatements } from '../../../shared/exchange/bank/statement.ts';
import { readGrids } from '../../../shared/register/grid-rows.ts';
import { SOURCE_TABLES } from '../../../shared/register/source-tables.ts';

function answerTo(
  text: string,
  profile: CsvProfile | null = null,
  kept: readonly KeptProfile[] = [],
): ReadStatements {
  return readBankText(text, { currency: 'EUR', profile, kept }, NODE_READERS);
}

/** `2026-10-05 12050`, or the codes it is refused with. */
function said(answer: ReadStatements): readonly string[] {
  if (!answer.ok) return answer.faults.map(({ code }) => code);
  return answer.statements.flatMap(({ movements }) =>
    movements.map(({ day, minor }) => `${civilDate(day)} ${minor}`),
  );
}

const IN_AND_OUT = ['2026-10-05 12050', '2026-10-06 -1200'];

describe('has one reading', () => {
  test.each([
    ['debits without a sign', 'Date;Libellé;Débit;Crédit\n05/10/2026;VIR;;120,50\n06/10/2026;FRAIS;12,00;\n'],
    ['debits with a sign', 'Date;Libellé;Débit;Crédit\n05/10/2026;VIR;;120,50\n06/10/2026;FRAIS;-12,00;\n'],
    [
      'zeros for what is not',
      'Date;Libellé;Débit;Crédit\n05/10/2026;VIR;0,00;120,50\n06/10/2026;FRAIS;12,00;0,00\n',
    ],
    [
      'a column of debit and credit',
      'Date;Libellé;Montant;Sens\n05/10/2026;VIR;120,50;C\n06/10/2026;FRAIS;12,00;D\n',
    ],
    [
      'the same under an unknown header',
      'Date;Libellé;Montant;Nature du mvt\n05/10/2026;VIR;120,50;Crédit\n06/10/2026;FRAIS;12,00;Débit\n',
    ],
    ['signs of their own', 'Date;Libellé;Montant;+/-\n05/10/2026;VIR;120,50;+\n06/10/2026;FRAIS;12,00;-\n'],
    [
      'an amount beside its debit and credit',
      'Date;Libellé;Débit;Crédit;Montant\n05/10/2026;VIR;;120,50;120,50\n06/10/2026;FRAIS;12,00;;-12,00\n',
    ],
    ['minus behind', 'Date;Libellé;Montant\n05/10/2026;VIR;120,50\n06/10/2026;FRAIS;12,00-\n'],
    [
      'a balance before the amount',
      'Date;Solde;Libellé;Montant\n05/10/2026;220,50;VIR;120,50\n06/10/2026;208,50;FRAIS;-12,00\n',
    ],
    ['the year first', 'Date;Libellé;Montant\n2026-10-05;VIR;120,50\n2026-10-06;FRAIS;-12,00\n'],
    [
      'English, a figure above 12 in the second place',
      'Date,Description,Amount\n10/05/2026,VIR,120.50\n10/06/2026,FRAIS,-12.00\n10/13/2026,X,0.00\n',
    ],
    [
      'English, a figure above 12 in the first',
      'Date,Description,Amount\n05/10/2026,VIR,120.50\n06/10/2026,FRAIS,-12.00\n13/10/2026,X,0.00\n',
    ],
    ['English with points', 'Date,Description,Amount\n05.10.2026,VIR,120.50\n06.10.2026,FRAIS,-12.00\n'],
  ])('%s', (_, text) => {
    expect(said(answerTo(text)).slice(0, 2)).toEqual(IN_AND_OUT);
  });

  test('debits of both signs, where the balance tells', () => {
    const head = 'Date;Libellé;Débit;Crédit;Solde\n05/10/2026;FRAIS;-1,00;;99,00\n';
    expect(said(answerTo(`${head}06/10/2026;AUTRE;2,00;;97,00\n`))).toEqual([
      '2026-10-05 -100',
      '2026-10-06 -200',
    ]);
    expect(said(answerTo(`${head}06/10/2026;EXTOURNE;1,00;;100,00\n`))).toEqual(['bank/balance']);
  });
});

test.each([
  [
    ['Jour', ' Quoi ', 'Montant', 'Montant', 'Montant (2)'],
    ['Jour', 'Quoi', 'Montant', 'Montant (2)', 'Montant (2) (2)'],
  ],
  [
    ['', 'a', ''],
    ['', 'a', ''],
  ],
])('names of %j', (cells, names) => {
  expect(namedHeaders(cells)).toEqual(names);
});

test.each([
  ['Jour | Quoi | Combien', ['JOUR', 'quoi ', 'Combien'], true],
  ['Jour | Quoi | Combien', ['Jour', 'Combien', 'Quoi'], false],
  ['Jour | Quoi | Combien', ['Jour', 'Quoi', 'Combien', 'Solde'], false],
  ['Jour | Quoi | Combien', ['Jour', 'Quoi', 'Combien', '', ' '], true],
  ['JourQuoi | Combien', ['Jour', 'QuoiCombien'], false],
])('%s is the header %j: %s', (kept, cells, isSame) => {
  expect(sameHeaders(kept, headersText(cells))).toBe(isSame);
});

describe('the row that may be a header', () => {
  const rows = (...cells: readonly (readonly string[])[]) =>
    cells.map((row, at) => ({ line: at + 1, cells: row }));
  test('is the widest that says no day and no amount, below a preamble', () => {
    const found = likelyHeader(
      rows(['Relevé', ''], ['Jour', 'Quoi', 'Combien'], ['05/10/2026', 'VIR', '1,00']),
    );
    expect(found).toEqual(['Jour', 'Quoi', 'Combien']);
  });
  test('is not there where every row is a movement', () => {
    expect(likelyHeader(rows(['05/10/2026', 'VIR', '1,00'], ['06/10/2026', 'VIR', '2,00']))).toEqual([]);
    expect(
      likelyHeader(
        rows(
          ['Mes comptes', 'a', 'b'],
          ...Array.from({ length: 3 }, () => ['05/10/2026', 'VIR', '1,00', '', 'a', 'b', 'c', 'd']),
        ),
      ),
    ).toEqual([]);
    expect(likelyHeader([])).toEqual([]);
  });
});

describe('a profile the register keeps', () => {
  const PROFILE: CsvProfile = { date: 'Jour', label: ['Quoi', 'Qui'], amount: 'Combien', dayOrder: 'mdy' };
  const HEAD = 'Jour;Quoi;Qui;Combien\n';
  const MONTH_FIRST = `${HEAD}10/05/2026;VIR;OLLIER;120,50\n10/06/2026;FRAIS;;-12,00\n`;
  const kept: KeptProfile = {
    name: 'Banque Dupont',
    headers: 'Jour | Quoi | Qui | Combien',
    profile: PROFILE,
  };

  test('reads the next file of that header, and no other', () => {
    const answer = answerTo(MONTH_FIRST, null, [kept]);
    expect(said(answer)).toEqual(IN_AND_OUT);
    expect(answer).toMatchObject({
      header: { headers: 'Jour | Quoi | Qui | Combien', keptAs: 'Banque Dupont' },
      statements: [{ movements: [{ label: 'VIR OLLIER' }, { label: 'FRAIS' }] }],
    });
    expect(said(answerTo(MONTH_FIRST.replace('Combien', 'Somme nette'), null, [kept]))).toEqual([
      'bank/columns',
    ]);
  });

  test('goes before the words that banks use, behind one just named; the last written counts', () => {
    const text =
      'Date;Libellé;Montant;Montant net\n05/10/2026;VIR;1,00;120,50\n06/10/2026;FRAIS;2,00;-12,00\n';
    const headers = 'Date | Libellé | Montant | Montant net';
    const of = (amount: string): CsvProfile => ({ date: 'Date', label: ['Libellé'], amount });
    const [wrong, right] = [of('Montant'), of('Montant net')].map((profile) => ({
      name: 'B',
      headers,
      profile,
    }));
    expect(
      said(
        answerTo(
          text,
          null,
          [wrong, right].flatMap((one) => one ?? []),
        ),
      ),
    ).toEqual(IN_AND_OUT);
    expect(said(answerTo(text, of('Montant net'), wrong ? [wrong] : []))).toEqual(IN_AND_OUT);
  });

  test('is the row it was written as', () => {
    const { columns } = SOURCE_TABLES.bankProfiles;
    const row: Readonly<Record<string, string>> = profileRow(kept);
    const { evidence, problems } = readGrids(
      new Map([
        [
          'bankProfiles',
          [columns.map(({ header }) => header.fr), columns.map(({ key }) => row[key] ?? null)],
        ],
      ]),
    );
    expect(problems).toEqual([]);
    const [again] = keptProfiles(evidence.bankProfiles);
    expect(again && profileRow(again)).toEqual(row);
    expect(said(answerTo(MONTH_FIRST, null, again ? [again] : []))).toEqual(IN_AND_OUT);
  });

  test('whose columns the file has not is none: the columns are asked for', () => {
    const other = { ...kept, profile: { ...PROFILE, amount: 'Somme nette' } };
    expect(said(answerTo(MONTH_FIRST, null, [other]))).toEqual(['bank/columns']);
  });

  test('without a day is left out with the problem of its cell', () => {
    const { columns } = SOURCE_TABLES.bankProfiles;
    const row: Readonly<Record<string, string>> = profileRow(kept);
    const cells = columns.map(({ key }) => (key === 'date' ? null : (row[key] ?? null)));
    const { evidence, problems } = readGrids(
      new Map([['bankProfiles', [columns.map(({ key }) => key), cells]]]),
    );
    expect(evidence.bankProfiles).toEqual([]);
    expect(problems.map(({ code, column, row, table }) => [code, table, row, column])).toEqual([
      ['required/missing', 'bankProfiles', 2, 'date'],
    ]);
  });
});
