/** A bank's file into a Google spreadsheet on this machine: typed cells, once, taken back; and spreadsheets that cannot take it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SYSTEM_TIMING } from '../../../batch/sources/sheet/sheet-patience.ts';
import { deleteRows, removeTab, type Spreadsheet, writeCells } from '../../workspace/spreadsheet.ts';
import { styleAt } from '../../workspace/styles.ts';
import { importId, keysIn, register, rowsOf, serial, served, tabOf } from './sheet-register.ts';

beforeEach(() => void vi.spyOn(SYSTEM_TIMING, 'sleep').mockImplementation(() => Promise.resolve()));
afterEach(() => vi.restoreAllMocks());

describe('an import', () => {
  test('writes typed cells in the sheet’s words; what looks like a formula or a number stays text; own columns stay empty', async () => {
    const book = register();
    const { run } = await served(book);
    expect(await run('releve.csv')).toMatchObject({ code: 0, talk: [] });
    const [own, paid, ...more] = rowsOf(book, 'payments');
    expect(own).toEqual({
      id: 'P1',
      date: serial('2026-10-03'),
      'À moi': 'oui',
      client: 'C2',
      invoice: 'F2026-00013',
      amount: 5,
    });
    expect(paid).toEqual({
      id: expect.stringMatching(/^B-[0-9a-f]{20}$/),
      date: serial('2026-11-05'),
      client: 'C1',
      invoice: 'F2026-00012',
      amount: 120,
      currency: 'EUR',
      method: 'virement',
      reference: '=HYPERLINK("x") VIR OLLIER F2026-00012',
    });
    expect(more).toEqual([]);
    expect(
      rowsOf(book, 'bank').map(({ amount, date, label, state }) => [date, amount, label, state]),
    ).toEqual([
      [serial('2026-11-05'), 120, '=HYPERLINK("x") VIR OLLIER F2026-00012', 'imputé'],
      [serial('2026-11-06'), 80, 'VIR GARAGE BELLON', 'à décider'],
      [serial('2026-11-07'), -2, '+FRAIS', 'hors clients'],
      [serial('2026-11-08'), 17, '0012', 'à décider'],
    ]);
    const payments = tabOf(book, 'Règlements');
    expect([1, 2, 6].map((column) => styleAt(payments, 'numberFormat', 3, column))).toEqual([
      '@',
      'dd/mm/yyyy',
      '#,##0.00',
    ]);
  });

  test('twice writes once: the second one sends no change', async () => {
    const book = register();
    const { run, seen } = await served(book);
    await run('releve.csv');
    const [payments, bank] = [rowsOf(book, 'payments'), rowsOf(book, 'bank')];
    const sent = seen.filter(({ call }) => call === 'batchUpdate').length;
    expect((await run('releve.csv')).out.replaceAll('\u202f', ' ')).toMatch(
      /^0 mouvement imputé.*4 déjà connus/,
    );
    expect([rowsOf(book, 'payments'), rowsOf(book, 'bank')]).toEqual([payments, bank]);
    expect([sent, seen.filter(({ call }) => call === 'batchUpdate').length]).toEqual([2, 2]);
  });

  test('what a person decides changes the movement’s own cells', async () => {
    const book = register();
    const { run } = await served(book);
    const [bellon = ''] = keysIn(await run('releve.csv'));
    expect(await run('--confirm', `${bellon}=F2026-00013`)).toMatchObject({ code: 0 });
    expect(rowsOf(book, 'bank').map(({ client, payments, state }) => [state, client, payments])).toEqual([
      ['imputé', 'C1', expect.stringMatching(/^B-/)],
      ['imputé', 'C2', expect.stringMatching(/^B-/)],
      ['hors clients', undefined, undefined],
      ['à décider', undefined, undefined],
    ]);
    expect(rowsOf(book, 'payments').map(({ amount }) => amount)).toEqual([5, 120, 75, 5]);
  });
});

describe('an import taken back', () => {
  test('leaves what was there, and the file may come again and be decided; the undone rows stay undone', async () => {
    const book = register();
    const { run } = await served(book);
    const id = importId(await run('releve.csv'));
    const before = tabOf(book, 'Règlements').rowCount;
    expect((await run('--undo', id)).out.replaceAll('\u202f', ' ')).toContain(
      'règlements retirés 1, mouvements annulés 4',
    );
    expect(rowsOf(book, 'payments').map((row) => row.id)).toEqual(['P1']);
    expect(tabOf(book, 'Règlements').rowCount).toBe(before - 1);
    const again = await run('releve.csv');
    expect(again.out).toMatch(/^1 mouvement imputé/);
    const [bellon = ''] = keysIn(again);
    await run('--confirm', `${bellon}=C2`);
    const states = rowsOf(book, 'bank').map(({ state }) => state);
    expect(states.slice(0, 4)).toEqual(['annulé', 'annulé', 'annulé', 'annulé']);
    expect(states.slice(4)).toEqual(['imputé', 'à imputer', 'hors clients', 'à décider']);
  });

  test('takes the last rows of a tab out that has no other', async () => {
    const book = register();
    const payments = tabOf(book, 'Règlements');
    deleteRows(book, payments, 2, payments.rowCount - 1);
    const { run } = await served(book);
    const id = importId(await run('releve.csv'));
    expect(payments.rowCount).toBe(2);
    expect(await run('--undo', id)).toMatchObject({ code: 0, talk: [] });
    expect([rowsOf(book, 'payments'), payments.rowCount]).toEqual([[], 2]);
  });
});

describe('a spreadsheet that is not set up for it is refused before anything is written', () => {
  test.each([
    [
      'no tab',
      (book: Spreadsheet) => removeTab(book, tabOf(book, 'Règlements')),
      'encaisse : Ce classeur n’a pas d’onglet « Règlements » : rien n’y est écrit. Ouvrez-le et lancez Encaisse > Mettre en place.',
    ],
    [
      'no column',
      (book: Spreadsheet) => writeCells(book, tabOf(book, 'Règlements'), 1, 1, [['Autre']]),
      'encaisse : L’onglet « Règlements » n’a pas de colonne « Identifiant » : rien n’y est écrit. Ouvrez le classeur et lancez Encaisse > Mettre en place.',
    ],
    [
      'no log',
      (book: Spreadsheet) => removeTab(book, tabOf(book, 'Relevés bancaires')),
      'encaisse : Ce classeur n’a pas d’onglet « Relevés bancaires » : rien n’y est écrit. Ouvrez-le et lancez Encaisse > Mettre en place.',
    ],
  ])('%s', async (_, change, words) => {
    const book = register();
    change(book);
    const { run, seen } = await served(book);
    const { code, talk } = await run('releve.csv');
    expect({
      code,
      talk: talk.map((text) => text.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')),
    }).toEqual({
      code: 3,
      talk: [words],
    });
    expect(seen.filter(({ call }) => call === 'batchUpdate')).toEqual([]);
  });

  test('an account that may only read', async () => {
    const book = register();
    const { run } = await served(book, ({ call }) =>
      call === 'batchUpdate' ? { fault: 'status', status: 403, reason: 'PERMISSION_DENIED' } : null,
    );
    const { code, talk } = await run('releve.csv');
    expect(code).toBe(3);
    expect(talk[0]).toMatch(/ne peut pas écrire dans ce classeur.*comme éditeur/);
    expect(SYSTEM_TIMING.sleep).not.toHaveBeenCalled();
  });

  test('a range protected against the account', async () => {
    const book = register();
    const message = 'Invalid requests[0].appendCells: You are trying to edit a protected cell or object.';
    const { run } = await served(book, ({ call }) =>
      call === 'batchUpdate' ? { fault: 'status', status: 400, message } : null,
    );
    expect((await run('releve.csv')).talk[0]).toMatch(/plage protégée/);
  });
});
