/** A bank's file into a Google spreadsheet: nothing twice, nothing lost, whatever Google answers and whoever edits meanwhile. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SYSTEM_TIMING } from '../../../batch/sources/sheet/sheet-patience.ts';
import type { Fault } from '../../workspace/sheets-server.ts';
import {
  type CellValue,
  insertRows,
  reorderRows,
  type Spreadsheet,
  writeCells,
} from '../../workspace/spreadsheet.ts';
import type { Ran } from '../runs.ts';
import { importId, keysIn, register, rowsOf, type Served, serial, served, tabOf } from './sheet-register.ts';

beforeEach(() => void vi.spyOn(SYSTEM_TIMING, 'sleep').mockImplementation(() => Promise.resolve()));
afterEach(() => vi.restoreAllMocks());

const FAULTS: readonly Fault[] = [
  { fault: 'status', status: 429, retryAfter: '1' },
  { fault: 'status', status: 500 },
  { fault: 'status', status: 503 },
  { fault: 'reset' },
  { fault: 'truncated' }, // carried out, the answer is half
  { fault: 'cut' }, // carried out, the connection breaks
];

/** The whole story: imported, decided, taken back, imported again. */
async function story(run: Served['run']): Promise<void> {
  const first = await run('releve.csv');
  const [bellon = ''] = keysIn(first);
  const later = [
    await run('--confirm', `${bellon}=F2026-00013`),
    await run('--undo', importId(first)),
    await run('releve.csv'),
  ];
  expect([first, ...later].map(({ code, talk }) => [code, talk])).toEqual(
    [0, 0, 0, 0].map((code) => [code, []]),
  );
}

describe('a failure at the changes of an import, a decision, a taking back and an import again: nothing twice, nothing lost', () => {
  const CHANGES = 8;

  test.each(FAULTS)('the first try of each: %o', async (fault) => {
    const isMade = fault.fault === 'truncated' || fault.fault === 'cut';
    const book = register();
    let tries = 0;
    const { run } = await served(book, ({ call }) => {
      if (call === 'batchUpdate') tries++;
      return call === 'batchUpdate' && (isMade || tries % 2 === 1) ? fault : null;
    });
    await story(run);
    expect(writtenIn(book)).toEqual(await calmly());
    expect(tries).toBe(isMade ? CHANGES : 2 * CHANGES);
  });

  test('four requests of eleven, reads too', async () => {
    const book = register();
    const { run } = await served(book, ({ index }) =>
      (index * 7) % 11 < 4 ? { fault: 'status', status: 500 } : null,
    );
    await story(run);
    expect(writtenIn(book)).toEqual(await calmly());
  });

  test('Google refusing for good: the message says so, and the next run takes it up', async () => {
    const book = register();
    let isDown = true;
    const { run: again } = await served(book, ({ call }) =>
      call === 'batchUpdate' && isDown ? { fault: 'status', status: 503 } : null,
    );
    const { code, talk } = await again('releve.csv');
    expect({ code, words: /erreur 503/.test(talk[0] ?? '') }).toEqual({ code: 3, words: true });
    expect(rowsOf(book, 'payments')).toHaveLength(1);
    isDown = false;
    await again('releve.csv');
    expect([rowsOf(book, 'payments').length, rowsOf(book, 'bank').length]).toEqual([2, 4]);
  });

  test('broken off between payments and log: the next run pays nothing again', async () => {
    const book = register();
    let changes = 0;
    const { run: again } = await served(book, ({ call }) => {
      if (call === 'batchUpdate') changes++;
      return call === 'batchUpdate' && changes === 2 ? { fault: 'status', status: 403 } : null;
    });
    expect((await again('releve.csv')).code).toBe(3);
    expect([rowsOf(book, 'payments').length, rowsOf(book, 'bank').length]).toEqual([2, 0]);
    await again('releve.csv');
    expect([rowsOf(book, 'payments').length, rowsOf(book, 'bank').length]).toEqual([2, 4]);
    expect(rowsOf(book, 'bank')[0]).toMatchObject({
      state: 'imputé',
      payments: expect.stringMatching(/^B-/),
    });
  });
});

const writtenIn = (book: Spreadsheet) => [rowsOf(book, 'payments'), rowsOf(book, 'bank')];

async function calmly(): Promise<ReturnType<typeof writtenIn>> {
  const book = register();
  await story((await served(book)).run);
  return writtenIn(book);
}

describe('somebody edits between the look and the change', () => {
  const EDITS = [
    [
      'sorts',
      (book: Spreadsheet, title: string) => {
        const tab = tabOf(book, title);
        const downwards = (a: readonly CellValue[], b: readonly CellValue[]): number =>
          String(a[0]) < String(b[0]) ? 1 : -1;
        reorderRows(book, tab, 2, tab.rows.length, downwards);
      },
    ],
    ['puts a row in', (book: Spreadsheet, title: string) => insertRows(book, tabOf(book, title), 2, 1)],
  ] as const;

  /** Edits the tab just before the change that comes after so many others. */
  async function edited(edit: (book: Spreadsheet, title: string) => void, title: string, after: number) {
    const book = register();
    let left = after;
    const { run } = await served(book, ({ call }) => {
      if (call === 'batchUpdate' && left-- === 0) edit(book, title);
      return null;
    });
    return { book, run, first: await run('releve.csv') };
  }

  test.each(EDITS)(
    '%s: the movement’s own cells are changed, others hold what they held',
    async (_, edit) => {
      const { book, first, run } = await edited(edit, 'Relevés bancaires', 3);
      const [bellon = ''] = keysIn(first);
      writeCells(book, tabOf(book, 'Relevés bancaires'), 6, 1, [
        ['b1:zz', 'I-0', null, serial('2026-11-01'), 9, 'EUR', 'AUTRE', null, null, 'à imputer', 'C1', 'P9'],
      ]);
      const before = rowsOf(book, 'bank');
      expect(await run('--confirm', `${bellon}=F2026-00013`)).toMatchObject({ code: 0 });
      const changed = { state: 'imputé', client: 'C2', payments: expect.stringMatching(/^B-.* B-.*-2$/) };
      const sorted = (rows: typeof before) =>
        [...rows].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
      expect(sorted(rowsOf(book, 'bank'))).toEqual(
        sorted(before).map((row) => (row.key === bellon ? { ...row, ...changed } : row)),
      );
    },
  );

  test.each(EDITS)('%s: what leaves are the import’s own payments', async (_, edit) => {
    const { book, first, run } = await edited(edit, 'Règlements', 2);
    writeCells(book, tabOf(book, 'Règlements'), 4, 1, [['P3', serial('2026-11-09'), null, 'C2', null, 3]]);
    const own = rowsOf(book, 'payments').filter(({ id }) => !String(id).startsWith('B-'));
    expect(await run('--undo', importId(first))).toMatchObject({ code: 0 });
    expect(rowsOf(book, 'payments')).toHaveLength(2);
    expect(rowsOf(book, 'payments')).toEqual(expect.arrayContaining([...own]));
  });

  test('adds a row: it stays, and the import’s own stand below it', async () => {
    const add = (book: Spreadsheet): void =>
      writeCells(book, tabOf(book, 'Règlements'), 3, 1, [['P2', serial('2026-11-09'), null, 'C2', null, 3]]);
    const { book } = await edited(add, 'Règlements', 0);
    expect(rowsOf(book, 'payments').map(({ amount }) => amount)).toEqual([5, 3, 120]);
  });
});

describe('what the sheet shows afterwards is not what was sent', () => {
  /** Does something to the spreadsheet after its first change, before it is read again. */
  async function disturbed(act: (book: Spreadsheet) => void): Promise<Ran> {
    const book = register();
    let next: 'change' | 'look' | null = 'change';
    const { run } = await served(book, ({ call }) => {
      if (next === 'look') {
        act(book);
        next = null;
      }
      if (next === 'change' && call === 'batchUpdate') next = 'look';
      return null;
    });
    return run('releve.csv');
  }
  const last = (book: Spreadsheet): readonly CellValue[] => tabOf(book, 'Règlements').rows.at(-1) ?? [];

  test('a row is gone: said, and to be run again', async () => {
    const { code, talk } = await disturbed((book) => void tabOf(book, 'Règlements').rows.pop());
    expect(code).toBe(3);
    expect(talk[0]).toMatch(/le classeur relu ne la montre pas entière/);
  });

  test('a row is there twice, as where a request thought lost arrives late: said', async () => {
    const { code, talk } = await disturbed(
      (book) => void tabOf(book, 'Règlements').rows.push([...last(book)]),
    );
    expect(code).toBe(3);
    expect(talk[0]).toMatch(/montre deux fois, à la fin, des lignes envoyées une fois/);
  });

  test('a movement taken out of the log before it is decided: said', async () => {
    const book = register();
    let changes = 0;
    const { run } = await served(book, ({ call }) => {
      if (call === 'batchUpdate' && ++changes === 3) tabOf(book, 'Relevés bancaires').rows.splice(2, 1);
      return null;
    });
    const [bellon = ''] = keysIn(await run('releve.csv'));
    const { code, talk } = await run('--confirm', `${bellon}=F2026-00013`);
    expect(code).toBe(3);
    expect(talk[0]).toContain(`n’a plus de ligne ${bellon}`);
  });
});
