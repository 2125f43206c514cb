/** Grids of cells are read as the sheet's own answer is: same entries, same problems. */
import { expect, test } from 'vitest';
import { demoSample } from '../../batch/sample/options.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { type CellGrid, headersOf, readGrids } from '../../shared/register/grid-rows.ts';
import { TABLE_KEYS, type TableKey } from '../../shared/register/tables.ts';
import { HOSTILE_CELLS } from './hostile-cells.ts';
import {
  CLIENTS,
  invoiceLines,
  invoices,
  paymentLines,
  payments,
  planLines,
  problemLines,
  readTables,
  type Tables,
} from './read-fixture.ts';
import { sampleGrids } from './sample-grids.ts';

function gridsOf(tables: Tables): ReadonlyMap<TableKey, CellGrid> {
  return new Map(TABLE_KEYS.map((key) => [key, tables[key] ?? []] as const));
}

function bothRead(tables: Tables): void {
  const grids = readGrids(gridsOf(tables));
  const answer = readTables(tables);
  expect(grids.problems).toEqual(answer.problems);
  for (const lines of [invoiceLines, paymentLines, planLines, problemLines]) {
    expect(lines(grids)).toEqual(lines(answer));
  }
  expect(grids.register.rowCounts).toEqual(answer.register.rowCounts);
}

test('hostile cells in every column of a sum give what the answer of the Sheets API gives', () => {
  const isTold = (cell: Cell) => cell !== '' && Object.is(JSON.parse(JSON.stringify(cell)), cell);
  const cells = HOSTILE_CELLS.filter(isTold); // JSON has no NaN, and no -0
  for (const key of ['number', 'client', 'issueDate', 'dueDate', 'currency', 'total', 'type']) {
    bothRead({ clients: CLIENTS, invoices: invoices(...cells.map((cell) => ({ [key]: cell }))) });
  }
  for (const key of ['id', 'date', 'client', 'invoice', 'amount', 'currency', 'method', 'appliedOn']) {
    const rows = cells.map((cell) => ({ client: 'C1', [key]: cell }));
    bothRead({ clients: CLIENTS, invoices: invoices({}), payments: payments(...rows) });
  }
});

test('blank rows between rows are no rows, and the rows below keep their numbers', () => {
  const [header, first, second] = invoices({}, { number: 'F2', total: 'x' });
  const blank = header.map(() => null);
  const read = readGrids(gridsOf({ clients: CLIENTS, invoices: [header, first, blank, blank, second] }));
  expect(problemLines(read)).toEqual(['invoices 5 total amount/invalid']);
  expect(Array.from(read.register.invoices.row)).toEqual([2]);
});

test('cells right of the header are the keeper’s own, and short rows end in empty cells', () => {
  const clients = [
    ['code', 'name', 'holdUntil', null, ''],
    ['C1', 'Anne', null, 'x', 'y'],
    [null, null, null, 'x'],
    ['C2', 'Bo'],
  ];
  const { problems, register } = readGrids(new Map([['clients', clients]]));
  expect(problems).toEqual([]);
  expect(register.clients.map(({ code, holdUntil }) => [code, holdUntil])).toEqual([
    ['C1', null],
    ['C2', null],
  ]);
  expect(headersOf(clients)).toEqual(['code', 'name', 'holdUntil']);
  expect(headersOf([])).toEqual([]);
});

test('lines of a draft, which no invoice bears, are no problem', () => {
  const lines = [
    ['invoice', 'description', 'quantity', 'unitPrice', 'vatRate'],
    ['D-ABCDEFGH', 'Conseil', 2, 100, 20],
  ];
  const read = readGrids(gridsOf({ clients: CLIENTS, invoices: invoices({}), lines }));
  expect(read.problems).toEqual([]);
  expect(read.register.rowCounts.lines).toBe(1);
});

for (const language of ['fr', 'en'] as const) {
  test(`the sample register has nothing to mend, its headers and words in ${language}`, () => {
    const { problems, register } = readGrids(sampleGrids(demoSample('2026-11-25'), language));
    expect(problems).toEqual([]);
    expect(register.invoices.count).toBeGreaterThan(1000);
    expect(register.payments.count).toBeGreaterThan(500);
    expect(register.journal.length).toBeGreaterThan(100);
  });
}
