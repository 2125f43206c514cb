/** Bank statements in the sheet: what is proposed, what is written of what was ticked, once whatever goes wrong, and taken back whole. */
import { describe, expect, test } from 'vitest';
import type { ImportDecision } from '../../../appsscript/contract/bank.ts';
import { done, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from '../fake-world.ts';
import { cellsOf, everyMishap, givenBy, ranWell, refusedFields } from '../record/record-runs.ts';
import {
  apply,
  BOIS_PAYS,
  imported,
  logged,
  movement,
  openInvoices,
  plan,
  planned,
  STATEMENT,
  taken,
  ticked,
  undo,
} from './exchange-of.ts';

const CERTAIN = [['ACME', 'F2026-00001', 120, 'virement']];

test('a statement is planned with its reasons, and nothing is written', () => {
  const state = openInvoices();
  const before = cellsOf(state);
  const { currency, imports, movements, today } = ranWell(state, plan());
  expect({ currency, imports, today }).toEqual({ currency: 'EUR', imports: [], today: '2026-11-25' });
  expect(
    movements.map(({ client, decision, left, parts, reason }) => [decision, client, parts, left, reason]),
  ).toEqual([
    [
      'apply',
      'ACME',
      [{ invoice: 'F2026-00001', amount: '120.00' }],
      '0.00',
      'le libellé nomme la facture, le montant est le sien',
    ],
    [
      'ask',
      'BOIS',
      [{ invoice: 'F2026-00002', amount: '80.00' }],
      '0.00',
      'payeur inconnu, une seule facture ouverte a ce montant',
    ],
    ['ask', '', [], '17.00', 'payeur inconnu'],
    ['log', '', [], '-2.50', 'sortie d’argent'],
  ]);
  expect(cellsOf(state)).toEqual(before);
});

describe('what is written', () => {
  test('what was ticked; the rest waits in the log', () => {
    const state = openInvoices();
    const { importId, text } = ranWell(state, apply(ticked(state)));
    expect(importId).toMatch(/^I-[0-9a-f]{10}$/);
    expect(text).toBe('1 encaissement enregistré, 2 à décider, 1 hors clients.');
    expect(imported(state)).toEqual(CERTAIN);
    expect(rowsOf(state, 'bank')).toMatchObject([
      { date: TODAY_SERIAL - 5, amount: 120, state: 'imputé', client: 'ACME', import: importId },
      { state: 'à décider', client: 'BOIS', payments: null },
      { state: 'à décider', client: null },
      { state: 'hors clients', amount: -2.5 },
    ]);
    expect(rowsOf(state, 'payments').map(({ id }) => id)).toContain('P-1');
  });

  test('what was certain but not ticked waits too', () => {
    const state = openInvoices();
    ranWell(state, apply([]));
    expect(imported(state)).toEqual([]);
    expect(logged(state)).toEqual(['à décider', 'à décider', 'à décider', 'hors clients']);
  });

  test('a proposal taken, money of a client, nobody’s', () => {
    const state = openInvoices();
    const [first, second, third] = planned(state);
    const decisions: ImportDecision[] = [
      { key: first?.key ?? '', kind: 'ignored', client: '', parts: [] },
      ...(second ? [taken(second)] : []),
      { key: third?.key ?? '', kind: 'unapplied', client: 'CUIR', parts: [] },
    ];
    ranWell(state, apply(decisions));
    expect(imported(state)).toEqual([
      ['BOIS', 'F2026-00002', 80, 'virement'],
      ['CUIR', null, 17, 'virement'],
    ]);
    expect(logged(state)).toEqual(['hors clients', 'imputé', 'à imputer', 'hors clients']);
  });

  test('two invoices in part, what they leave not applied', () => {
    const state = openInvoices();
    const key = planned(state)[1]?.key ?? '';
    const parts = [
      { invoice: 'F2026-00002', amount: '50' },
      { invoice: 'F2026-00003', amount: '20,00' },
    ];
    ranWell(state, apply([{ key, kind: 'parts', client: 'BOIS', parts }]));
    expect(imported(state).map(([, ...rest]) => rest.slice(0, 2))).toEqual([
      ['F2026-00002', 50],
      ['F2026-00003', 20],
      [null, 10],
    ]);
  });
});

test('the same file again writes nothing, ticked or not', () => {
  const state = openInvoices();
  const decisions = ticked(state);
  ranWell(state, apply(decisions));
  const before = cellsOf(state);
  expect(ranWell(state, apply(decisions))).toEqual({
    importId: '',
    text: 'Tout était déjà importé\u202f: rien n’a été ajouté.',
  });
  expect(cellsOf(state)).toEqual(before);
  expect(planned(state).map(({ decision, isEarlier }) => [decision, isEarlier])).toEqual([
    ['known', false],
    ['known', false],
    ['known', false],
    ['known', false],
    ['ask', true],
    ['ask', true],
  ]);
});

test('two genuine equal movements are both kept', () => {
  const state = openInvoices();
  const twice = [{ account: '', currency: 'EUR', movements: [BOIS_PAYS, BOIS_PAYS] }];
  const keys = planned(state, twice).map(({ key }) => key);
  const all = keys.map((key): ImportDecision => ({ key, kind: 'unapplied', client: 'BOIS', parts: [] }));
  ranWell(state, apply(all, twice));
  ranWell(state, apply(all, twice));
  expect(imported(state)).toHaveLength(2);
});

describe('what an earlier import left', () => {
  test('is proposed anew and decided later, without a file', () => {
    const state = openInvoices();
    ranWell(state, apply([]));
    const waiting = planned(state, []);
    expect(waiting.map(({ isEarlier, parts }) => [isEarlier, parts.map(({ invoice }) => invoice)])).toEqual([
      [true, ['F2026-00001']],
      [true, ['F2026-00002']],
      [true, []],
    ]);
    const { importId, text } = ranWell(state, apply(waiting.slice(0, 2).map(taken), []));
    expect({ importId, text }).toEqual({
      importId: '',
      text: '2 encaissements enregistrés, 0 à décider, 0 hors clients.',
    });
    expect(logged(state)).toEqual(['imputé', 'imputé', 'à décider', 'hors clients']);
    expect(imported(state)).toHaveLength(2);
  });

  test('is paid once where the run that decides it is stopped or refused at each of its calls', () => {
    const start = openInvoices();
    ranWell(start, apply([]));
    everyMishap(
      start,
      apply(planned(start, []).slice(0, 1).map(taken), []),
      () => undefined,
      (state) => {
        expect(imported(state)).toEqual(CERTAIN);
        expect(logged(state)[0]).toBe('imputé');
      },
    );
  });
});

describe('once whatever goes wrong', () => {
  const check = (state: FakeState): void => {
    expect(imported(state)).toEqual(CERTAIN);
    expect(logged(state)).toEqual(['imputé', 'à décider', 'à décider', 'hors clients']);
    const { payments } = rowsOf(state, 'bank')[0] ?? {};
    expect(rowsOf(state, 'payments').map(({ id }) => id)).toEqual(['P-1', payments]);
  };
  test('an import stopped or refused at each of its calls, then asked again', () => {
    const start = openInvoices();
    const worlds = everyMishap(
      start,
      apply(ticked(start)),
      () => undefined,
      check,
      (call) => !/^read [^b]/.test(call),
    );
    expect(worlds).toBeGreaterThan(50);
  });

  test('an undo stopped or refused at each of its calls, then asked again', () => {
    const start = openInvoices();
    const { importId } = ranWell(start, apply(ticked(start)));
    everyMishap(
      start,
      undo(importId),
      () => undefined,
      (state) => {
        expect(rowsOf(state, 'payments').map(({ id }) => id)).toEqual(['P-1']);
        expect(new Set(logged(state))).toEqual(new Set(['annulé']));
      },
    );
  });
});

describe('an import taken back', () => {
  test('leaves the payments of others, keeps its movements as undone, and the file may come again', () => {
    const state = openInvoices();
    const decisions = ticked(state);
    const { importId } = ranWell(state, apply(decisions));
    expect(ranWell(state, plan([])).imports).toEqual([
      { importId, from: '2026-11-20', to: '2026-11-23', movements: 4, payments: 1, waiting: 2 },
    ]);
    expect(ranWell(state, undo(importId)).text).toBe(
      'Import défait\u202f: 1 règlement retiré, 4 mouvements annulés. Le fichier peut être importé de nouveau.',
    );
    expect(rowsOf(state, 'payments').map(({ id }) => id)).toEqual(['P-1']);
    expect(ranWell(state, plan([])).imports).toEqual([]);
    expect(ranWell(state, undo(importId)).text).toBe('Cet import est déjà défait.');
    ranWell(state, apply(decisions));
    expect(imported(state)).toEqual(CERTAIN);
  });

  test('with a colleague sorting the payments in the middle of it', () => {
    const start = openInvoices();
    putRows(start, 'payments', [
      { id: 'P-2', date: TODAY_SERIAL - 3, client: 'CUIR', amount: 9, method: 'virement' },
      { date: TODAY_SERIAL - 2, client: 'CUIR', amount: 11, method: 'virement' },
    ]);
    const { importId } = ranWell(start, apply(ticked(start)));
    const { calls } = run(structuredClone(start), undo(importId));
    for (let step = 1; step <= calls.length; step++) {
      const state = structuredClone(start);
      const turn = (at: number): void => {
        if (at === step)
          state.tabs.get('payments')?.splice(1, 99, ...(state.tabs.get('payments') ?? []).slice(1).reverse());
      };
      givenBy(done(run(state, undo(importId), { between: turn })));
      expect(
        rowsOf(state, 'payments')
          .map(({ amount }) => amount)
          .sort(),
      ).toEqual([11, 7, 9]);
    }
  });

  test('one that nobody knows is refused', () => {
    expect(refusedFields(openInvoices(), undo('I-0000000000'))).toEqual([]);
  });
});

test('an import makes no more calls for many movements than for few', () => {
  const count = (movements: number): number => {
    const many = Array.from({ length: movements }, (_, index) =>
      movement({ label: `VIR ${index}`, amount: `${index + 1}.00` }),
    );
    const state = openInvoices();
    const statements = [{ ...{ account: '', currency: 'EUR' }, movements: many }];
    const decisions = planned(state, statements).map(
      ({ key }): ImportDecision => ({ key, kind: 'unapplied', client: 'ACME', parts: [] }),
    );
    return run(state, apply(decisions, statements)).calls.length;
  };
  expect(count(500)).toBe(count(2));
  expect(count(500)).toBeLessThanOrEqual(24);
  expect(count(1)).toBeLessThanOrEqual(18);
});

test('the same statement as the register already has payments of asks instead of paying twice', () => {
  const state = openInvoices();
  putRows(state, 'payments', [
    {
      id: 'P-9',
      date: TODAY_SERIAL - 6,
      client: 'ACME',
      invoice: 'F2026-00001',
      amount: 120,
      method: 'virement',
    },
  ]);
  expect(planned(state, STATEMENT)[0]).toMatchObject({
    decision: 'log',
    reason: 'déjà saisi dans les règlements',
  });
});
