import { expect, test } from 'vitest';
import type { Plan, SeenRequest } from '../workspace/sheets-server.ts';
import {
  addTab,
  appendRow,
  deleteRows,
  removeTab,
  renameTab,
  type Spreadsheet,
  writeCells,
} from '../workspace/spreadsheet.ts';
import { failToRead, readThrough, smallRegister } from './sheet-fixture.ts';

/** Edits the sheet before the requests of these numbers are answered. */
function editAt(spreadsheet: Spreadsheet, at: (request: SeenRequest) => boolean): Plan {
  return (request) => {
    if (at(request)) writeCells(spreadsheet, spreadsheet.tabs[2], 2, 4, [[1000 + request.index]]);
    return null;
  };
}

/** A register whose invoices take two requests. */
function largeRegister(): Spreadsheet {
  const spreadsheet = smallRegister();
  addTab(spreadsheet, 'Règlements', [['id'], ['P1']], { rowCount: 25_000, columnCount: 20 });
  return spreadsheet;
}

test('edited between two requests of a reading: read again', async () => {
  const spreadsheet = largeRegister();
  const { info, begun, tables, slept } = await readThrough(spreadsheet, {
    plan: editAt(spreadsheet, ({ index }) => index === 2),
  });
  expect({ moving: info.moving, begun, slept }).toEqual({ moving: false, begun: 2, slept: [1000] });
  expect(tables[2].rows[0]).toEqual(['F2026-00001', 'C001', 46109, 1002]);
});

test('edited between the reading and the second look: read again', async () => {
  const spreadsheet = smallRegister();
  const { info, begun, tables, seen } = await readThrough(spreadsheet, {
    plan: editAt(spreadsheet, ({ index }) => index === 2),
  });
  expect({ moving: info.moving, begun }).toEqual({ moving: false, begun: 2 });
  expect(tables[2].rows[0][3]).toBe(1002);
  expect(seen.map(({ call }) => call)).toEqual([
    ...['get', 'batchGet', 'batchGet'],
    ...['get', 'batchGet', 'batchGet', 'get'],
  ]);
});

test('a second look stops at the first difference', async () => {
  const spreadsheet = largeRegister();
  const { seen } = await readThrough(spreadsheet, {
    plan: editAt(spreadsheet, ({ index }) => index === 3),
  });
  expect(seen).toHaveLength(4 + 6);
});

test('edited after the values were looked at again: the tabs tell, where the grid has grown', async () => {
  const spreadsheet = smallRegister();
  const { info, begun, tables } = await readThrough(spreadsheet, {
    plan: ({ index }) => {
      if (index === 3) writeCells(spreadsheet, spreadsheet.tabs[1], 1001, 1, [['C999', 'New']]);
      return null;
    },
  });
  expect({ moving: info.moving, begun }).toEqual({ moving: false, begun: 2 });
  expect(tables[1].rows.at(-1)).toEqual(['C999', 'New']);
});

test('edited in the fifth reading too: handed over, and said to be moving', async () => {
  const spreadsheet = smallRegister();
  const { info, begun, slept, tables, seen } = await readThrough(spreadsheet, {
    plan: editAt(spreadsheet, ({ call }) => call === 'batchGet'),
  });
  expect({ moving: info.moving, begun }).toEqual({ moving: true, begun: 5 });
  expect(slept).toEqual([1000, 2000, 4000, 8000]);
  expect(tables[2].rows).toHaveLength(2);
  expect(seen).toHaveLength(15);
});

test('still in the fifth reading: not moving', async () => {
  const spreadsheet = smallRegister();
  const { info, begun } = await readThrough(spreadsheet, {
    plan: editAt(spreadsheet, ({ call, index }) => call === 'batchGet' && index < 12),
  });
  expect({ moving: info.moving, begun }).toEqual({ moving: false, begun: 5 });
});

for (const [revision, begun] of [
  [4, 1],
  [0, 1],
  ['', 1],
  [null, 1],
  ['6', 1],
  [4.5, 1],
  ['abc', 1],
  [5, 5],
  ['7', 5],
] as const) {
  test(`a revision of ${JSON.stringify(revision)} is read ${begun} time(s)`, async () => {
    const spreadsheet = smallRegister();
    appendRow(spreadsheet, spreadsheet.tabs[0], ['Revision', revision]);
    const read = await readThrough(spreadsheet);
    expect(read.begun).toBe(begun);
    expect(read.info.moving).toBe(begun === 5);
    expect(read.tables[2].rows).toHaveLength(2);
  });
}

test('a half-written sheet is not read to its end, but for the last time', async () => {
  const spreadsheet = largeRegister();
  appendRow(spreadsheet, spreadsheet.tabs[0], ['revision', 5]);
  const { seen, tables } = await readThrough(spreadsheet);
  expect(seen).toHaveLength(4 * 2 + 3);
  expect(tables[3].rows).toEqual([['P1']]);
});

test('the add-on ends its change: read again, and whole', async () => {
  const spreadsheet = smallRegister();
  appendRow(spreadsheet, spreadsheet.tabs[0], ['revision', 5]);
  const { info, begun } = await readThrough(spreadsheet, {
    plan: ({ index }) => {
      if (index === 2) writeCells(spreadsheet, spreadsheet.tabs[0], 3, 2, [[6]]);
      return null;
    },
  });
  expect({ moving: info.moving, begun }).toEqual({ moving: false, begun: 2 });
});

test('a tab renamed while it is read: read again under its new name', async () => {
  const spreadsheet = smallRegister();
  const { begun, tables } = await readThrough(spreadsheet, {
    plan: ({ index }) => {
      if (index === 1) renameTab(spreadsheet, spreadsheet.tabs[2], 'Invoices');
      return null;
    },
  });
  expect(begun).toBe(2);
  expect(tables[2].rows).toHaveLength(2);
});

test('a tab deleted before the second look: read again without it', async () => {
  const spreadsheet = smallRegister();
  const rates = addTab(spreadsheet, 'Taux', [['series']]);
  const { begun, tables } = await readThrough(spreadsheet, {
    plan: ({ index }) => {
      if (index === 2) removeTab(spreadsheet, rates);
      return null;
    },
  });
  expect(begun).toBe(2);
  expect(tables.map(({ table }) => table)).toEqual(['settings', 'clients', 'invoices']);
});

test('rows deleted during every reading: refused', async () => {
  const spreadsheet = largeRegister();
  const payments = spreadsheet.tabs[3];
  const { words, seen } = await failToRead(spreadsheet, {
    plan: ({ index }) => {
      const isSecondRequest = index % 3 === 2;
      if (isSecondRequest) deleteRows(spreadsheet, payments, 3, payments.rowCount - 10);
      else if (index % 3 === 0) payments.rowCount = 25_000;
      return null;
    },
  });
  expect(seen).toHaveLength(15);
  expect(words).toEqual({
    fr: 'Les onglets du classeur ont changé pendant chaque lecture. Relancez quand personne n’y supprime ni ne renomme d’onglets ou de lignes.',
    en: 'The tabs of the spreadsheet changed during every reading. Run again when nobody deletes or renames its tabs or rows.',
  });
});

test('the needed tabs deleted meanwhile: no longer a register', async () => {
  const spreadsheet = smallRegister();
  const { words } = await failToRead(spreadsheet, {
    plan: ({ index }) => {
      if (index === 2) removeTab(spreadsheet, spreadsheet.tabs[2]);
      return null;
    },
  });
  expect(words.en).toContain('it has no “Invoices”');
});
