/** The rows behind each reason, on the register that has every ground once. */
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { rateClients } from '../../shared/insight/risk/risk.ts';
import type { RiskCode } from '../../shared/insight/risk/risk-points.ts';
import { rowsBehind } from '../../shared/insight/risk/risk-rows.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { PAYMENT_METHODS } from '../../shared/register/tables.ts';
import { registerOf } from '../receivables/register-of.ts';
import { RICH, RICH_AS_OF } from './rich-register.ts';

const AS_OF = dayNumber(RICH_AS_OF);
const LEDGER = buildLedger(registerOf(RICH));
const { clients, invoices, journal, payments } = LEDGER.register;
const behind = rowsBehind(LEDGER, 0, AS_OF);

function rows(code: string, reason: RiskCode) {
  return behind(
    clients.findIndex((client) => client.code === code),
    reason,
  );
}

function due(code: string, reason: RiskCode): readonly number[] {
  return rows(code, reason).invoices.map((invoice) => AS_OF - invoices.dueDay[invoice]);
}

describe('of each reason', () => {
  for (const [code, reason, days] of [
    ['BON', 'late-rate', []],
    ['PIRE', 'late-rate', [40, 95, 130, 200, 260, 330]],
    ['PIRE', 'oldest-overdue', [130, 95, 40]],
    ['PIRE', 'late-by-30', [40, 95, 130]],
    ['PIRE', 'credit-limit', [40, 95, 130]],
    ['TARD', 'worsening', [20, 50, 80]],
    ['PLAN', 'missed-instalment', [90]],
    ['PLAN', 'late-plan', [90]],
    ['LITI', 'dispute', [75]],
    ['NEUF', 'no-history', []],
    ['NEUF', 'new-client', [-20]],
    ['TARD', 'fast-growing', [20, 50]],
    ['TARD', 'longer-terms', [20, 50]],
  ] as const) {
    test(`${reason} of ${code}: due ${days.join(', ')} days before`, () =>
      expect(due(code, reason)).toEqual(days));
  }

  test('a bounced payment is the row with money going back', () => {
    const found = rows('PIRE', 'bounced-payment').payments;
    expect(found.map((p) => payments.amount[p])).toEqual([-4_000_00]);
  });
  test('a write-off is its row', () => {
    const found = rows('PETI', 'write-off').payments;
    expect(found.map((p) => [PAYMENT_METHODS[payments.method[p]], payments.amount[p]])).toEqual([
      ['writeOff', 80_00],
    ]);
  });
  test('a broken promise is its row of the journal', () => {
    expect(rows('PROM', 'broken-promise').journal.map((index) => journal[index].event)).toEqual(['promise']);
    expect(rows('PIRE', 'broken-promise').journal).toEqual([]);
  });
});

test('every reason that costs points has rows, but where nothing fell due yet', () => {
  for (const { client, reasons } of rateClients(LEDGER, 0, AS_OF)) {
    for (const { code, points } of reasons) {
      const found = behind(client, code);
      const count = found.invoices.length + found.payments.length + found.journal.length;
      const isOnTime = code === 'late-rate' && clients[client].code === 'BON'; // no invoice late to show
      if (points > 0 && code !== 'no-history' && !isOnTime) expect([code, count > 0]).toEqual([code, true]);
    }
  }
});

test('ten at most, the newest', () => {
  const many = Array.from({ length: 30 }, (_, k) => ({
    number: `F${String(k).padStart(2, '0')}`,
    issued: RICH_AS_OF,
    total: 1_00,
  }));
  const found = rowsBehind(buildLedger(registerOf({ invoices: many })), 0, AS_OF)(0, 'concentration');
  expect(found.invoices).toEqual(Array.from({ length: 10 }, (_, k) => k));
});

test('of more than ten overdue the longest are shown, whichever were issued last', () => {
  const many = Array.from({ length: 30 }, (_, k) => ({
    number: `F${String(k).padStart(2, '0')}`,
    issued: civilDate(AS_OF - 100 + k),
    due: civilDate(AS_OF - 70 + k),
    total: 1_00,
  }));
  const found = rowsBehind(buildLedger(registerOf({ invoices: many })), 0, AS_OF)(0, 'oldest-overdue');
  expect(found.invoices).toEqual(Array.from({ length: 10 }, (_, k) => k));
});
