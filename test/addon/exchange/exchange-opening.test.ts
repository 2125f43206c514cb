/** A history brought along in the sheet: shown with its sums, refused whole, written once, never over what is there. */
import { describe, expect, test } from 'vitest';
import { applyOpening, viewOpening } from '../../../appsscript/actions/exchange/opening.ts';
import type { OpeningFields } from '../../../appsscript/contract/opening.ts';
import type { World } from '../../../appsscript/world.ts';
import { done, type FakeState, rowsOf, run } from '../fake-world.ts';
import { cellsOf, everyMishap, ranWell } from '../record/record-runs.ts';
import { openInvoices } from './exchange-of.ts';

const HEADERS = ['N° pièce', 'Tiers', 'Date', 'Échéance', 'Montant TTC', 'Solde'];
const ROWS = [
  ['F2026-00001', 'ACME', '01/10/2026', '', '120,00', '120,00'],
  ['A-77', 'ACME', '15/11/2025', '15/12/2025', '1 200,50', '200,50'],
  ['A-78', 'BOIS', '20/12/2025', '', '', '60,00'],
];

function invoices(rows: readonly (readonly string[])[] = ROWS): OpeningFields {
  const columns = ['number', 'client', 'issueDate', 'dueDate', 'total', 'open'];
  return {
    ...{ table: 'invoices', headers: HEADERS },
    rows: rows.map((cells, index) => ({ cells, line: index + 2 })),
    map: HEADERS.map((header, at) => ({ header, column: columns[at] ?? '' })),
  };
}

const look = (fields: OpeningFields) => (world: World) => viewOpening(world, fields);
const bring = (fields: OpeningFields) => (world: World) => applyOpening(world, fields);
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('is shown with what is owed before and after, and nothing is written', () => {
  const state = openInvoices();
  const before = cellsOf(state);
  const { rows, sums, text } = ranWell(state, look(invoices()));
  expect(rows).toBe(2);
  expect(plain(text)).toBe('2 lignes à reprendre, 1 règlement antérieur, 1 déjà dans le registre.');
  expect(sums.map((sum) => plain(sum.text))).toEqual(['245,00 €', '505,50 €']);
  expect(cellsOf(state)).toEqual(before);
});

function check(state: FakeState): void {
  const brought = rowsOf(state, 'invoices').filter(({ seal }) => seal === 'reprise');
  expect(brought.map(({ client, number, total }) => [number, client, total])).toEqual([
    ['A-77', 'ACME', 1200.5],
    ['A-78', 'BOIS', 60],
  ]);
  const settled = rowsOf(state, 'payments').filter(({ id }) => String(id).startsWith('O-'));
  expect(settled.map(({ amount, invoice }) => [invoice, amount])).toEqual([['A-77', 1000]]);
  expect(rowsOf(state, 'invoices').filter(({ number }) => number === 'F2026-00001')).toHaveLength(1);
}

test('is written unsealed and marked so, once, whatever goes wrong', () => {
  const state = openInvoices();
  ranWell(state, bring(invoices()));
  check(state);
  const before = cellsOf(state);
  expect(plain(ranWell(state, bring(invoices())).text)).toBe('0 ligne reprise, 3 déjà dans le registre.');
  expect(cellsOf(state)).toEqual(before);
  everyMishap(
    openInvoices(),
    bring(invoices()),
    () => undefined,
    check,
    (call) => !call.startsWith('read '),
  );
});

test('equal payments are both kept, and brought along twice they stand once', () => {
  const state = openInvoices();
  const headers = ['Date', 'Tiers', 'Montant'];
  const row = ['02/11/2026', 'BOIS', '10,00'];
  const fields: OpeningFields = {
    ...{ table: 'payments', headers, rows: [row, row].map((cells, index) => ({ cells, line: index + 2 })) },
    map: ['date', 'client', 'amount'].map((column, at) => ({ header: headers[at] ?? '', column })),
  };
  ranWell(state, bring(fields));
  ranWell(state, bring(fields));
  expect(rowsOf(state, 'payments').filter(({ id }) => String(id).startsWith('O-'))).toHaveLength(2);
});

describe('is refused whole', () => {
  test.each([
    ['a day that is none', ['A-79', 'ACME', '31/11/2025', '', '1,00', ''], /31\/11\/2025/],
    ['a client nobody knows', ['A-79', 'RIEN', '30/11/2025', '', '1,00', ''], /RIEN/],
    ['an amount that is none', ['A-79', 'ACME', '30/11/2025', '', '1,0O', ''], /1,0O/],
    ['a number twice', ['A-77', 'ACME', '30/11/2025', '', '1,00', ''], /A-77/],
  ] as const)('%s', (_, row, words) => {
    const state = openInvoices();
    const before = cellsOf(state);
    const fields = invoices([...ROWS, row]);
    const { problems } = ranWell(state, look(fields));
    expect(problems.join(' ')).toMatch(words);
    expect(problems[0]).toMatch(/ligne 5/);
    expect(done(run(state, bring(fields))).ok).toBe(false);
    expect(cellsOf(state)).toEqual(before);
  });

  test('a column that nobody named', () => {
    const { map, ...fields } = invoices();
    const without = map.map((one) => (one.column === 'client' ? { ...one, column: '' } : one));
    const answer = done(run(openInvoices(), look({ ...fields, map: without })));
    expect(answer.ok ? '' : plain(answer.message)).toBe('Indiquez la colonne : Client.');
  });
});
