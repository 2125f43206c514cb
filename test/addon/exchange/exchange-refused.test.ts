/** What an import refuses whole: decisions the register does not bear, statements of another register. */
import { describe, expect, test } from 'vitest';
import type { ImportDecision } from '../../../appsscript/contract/bank.ts';
import { done, run } from '../fake-world.ts';
import { cellsOf, refusedFields } from '../record/record-runs.ts';
import { apply, movement, openInvoices, plan, planned } from './exchange-of.ts';

describe('what is refused, with nothing written', () => {
  const [CERTAIN_KEY = '', BOIS_KEY = ''] = planned(openInvoices()).map(({ key }) => key);
  const parts = (key: string, ...all: readonly (readonly [string, string])[]): ImportDecision => ({
    ...{ key, kind: 'parts', client: '' },
    parts: all.map(([invoice, amount]) => ({ invoice, amount })),
  });
  test.each([
    [
      'more than is open',
      [parts(BOIS_KEY, ['F2026-00003', '45.01'])],
      /il reste 45,00 € à régler sur F2026-00003/,
    ],
    [
      'all that is open, twice',
      [parts(BOIS_KEY, ['F2026-00003', '45']), parts(CERTAIN_KEY, ['F2026-00003', '45'])],
      /il reste 0,00 €/,
    ],
    [
      'more than came in',
      [parts(BOIS_KEY, ['F2026-00002', '80'], ['F2026-00003', '0.01'])],
      /80,01 € imputés, plus que/,
    ],
    ['an invoice nobody knows', [parts(BOIS_KEY, ['F9', '1'])], /« F9 » n’est pas une facture/],
    [
      'invoices of two clients',
      [parts(BOIS_KEY, ['F2026-00002', '40'], ['F2026-00001', '40'])],
      /de deux clients/,
    ],
    ['nothing of an invoice', [parts(BOIS_KEY, ['F2026-00002', '0'])], /il reste 80,00 €/],
    [
      'a client nobody knows',
      [{ key: BOIS_KEY, kind: 'unapplied', client: 'RIEN', parts: [] }],
      /« RIEN » n’est pas/,
    ],
  ] as const)('%s', (_, decisions, words) => {
    const state = openInvoices();
    const before = cellsOf(state);
    const answer = done(run(state, apply(decisions)));
    const text = answer.ok ? '' : answer.notices.map((one) => one.text).join(' ');
    expect(text.replace(/[\u00a0\u202f]/g, ' ')).toMatch(words);
    expect(cellsOf(state)).toEqual(before);
  });

  test.each([
    ['a day to come', movement({ day: '2026-11-26' }), ['day']],
    ['a third decimal', movement({ amount: '1.005' }), ['amount']],
  ] as const)('%s', (_, one, fields) => {
    const statements = [{ account: '', currency: 'EUR', movements: [one] }];
    expect(refusedFields(openInvoices(), apply([], statements))).toEqual(fields);
    expect(refusedFields(openInvoices(), plan(statements))).toEqual(fields);
  });

  test('a currency the register does not have', () => {
    expect(
      refusedFields(openInvoices(), plan([{ account: '', currency: 'CHF', movements: [movement()] }])),
    ).toEqual(['currency']);
  });

  test.each([
    ['money out that pays an invoice', 'parts', '1'],
    ['money out taken off an invoice that was never paid', 'parts', '-1'],
    ['money out of a client nothing ties it to', 'unapplied', ''],
  ] as const)('%s', (_, kind, amount) => {
    const key = planned(openInvoices())[3]?.key ?? '';
    const paid = kind === 'parts' ? [{ invoice: 'F2026-00001', amount }] : [];
    expect(refusedFields(openInvoices(), apply([{ key, kind, client: 'ACME', parts: paid }]))).toEqual([key]);
  });

  test('a sheet without the tab', () => {
    const state = openInvoices();
    state.tabs.delete('bank');
    expect(done(run(state, plan())).ok).toBe(false);
  });
});
