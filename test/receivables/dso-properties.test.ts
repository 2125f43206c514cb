import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import {
  type DsoFigures,
  dsoFiguresOn,
  type Figure,
  measureDsoAgainst,
} from '../../shared/receivables/dso.ts';
import { buildLedger, clientBalancesOn, sumBalances } from '../../shared/receivables/ledger.ts';
import { RANDOM_CURRENCIES, randomRecords, someDay } from './random-register.ts';
import { plainDso } from './reference-dso.ts';
import { type RegisterRecords, registerOf } from './register-of.ts';

const FIGURES = [
  'countBack',
  'simple',
  'bestPossible',
  'averageDaysDelinquent',
  'cei',
  'weightedDaysToPay',
  'weightedDaysLate',
  'weightedDaysToPayWithOpen',
  'weightedDaysLateWithOpen',
] as const;

function only(figures: DsoFigures): Record<string, Figure> {
  return Object.fromEntries(FIGURES.map((name) => [name, figures[name]]));
}

test('every figure is that of a plain reading of the contract', () => {
  fc.assert(
    fc.property(randomRecords, someDay, (records, asOf) => {
      const ledger = buildLedger(registerOf(records));
      RANDOM_CURRENCIES.forEach((code, currency) => {
        const figures = only(dsoFiguresOn(ledger, currency, asOf));
        for (const [name, plain] of Object.entries(only(plainDso(records, code, asOf)))) {
          const figure = figures[name];
          if (plain.value === null || figure.value === null) expect([name, figure]).toEqual([name, plain]);
          else
            expect(Math.abs(figure.value - plain.value), name).toBeLessThan(
              1e-9 * (1 + Math.abs(plain.value)),
            );
        }
      });
    }),
    { numRuns: 1500 },
  );
});

test('each month of the series, and each earlier day, has the figures asked for as of that day alone', () => {
  fc.assert(
    fc.property(randomRecords, someDay, fc.constantFrom(0, 1), (records, asOf, currency) => {
      const ledger = buildLedger(registerOf(records));
      const { measures, earlier } = measureDsoAgainst(ledger, currency, asOf, [asOf - 7, asOf - 31]);
      const asked = [asOf, asOf - 7, asOf - 31, ...measures.monthly.map(({ end }) => end)];
      expect([measures, ...earlier, ...measures.monthly].map(only)).toEqual(
        asked.map((day) => dsoFiguresOn(ledger, currency, day)),
      );
      expect(
        measures.monthly.map(({ closing, overdue, sales }) => ({ open: closing, overdue, sales })),
      ).toEqual(
        measures.monthly.map(({ end, month }) => {
          const { open, overdue } = sumBalances(clientBalancesOn(ledger, currency, end));
          return { open, overdue, sales: salesOf(records, RANDOM_CURRENCIES[currency], month) };
        }),
      );
    }),
    { numRuns: 1000 },
  );
});

function salesOf({ invoices }: RegisterRecords, currency: string, month: string): number {
  const issued = invoices.filter((row) => row.currency === currency && row.issued.startsWith(month));
  return issued.reduce((sum, { type, total }) => sum + (type === 'creditNote' ? -total : total), 0);
}

test('no figure is ever NaN or infinite, and none is 0 days for want of sales', () => {
  fc.assert(
    fc.property(randomRecords, someDay, (records, asOf) => {
      const ledger = buildLedger(registerOf(records));
      for (const figure of Object.values(only(dsoFiguresOn(ledger, 0, asOf)))) {
        expect(figure.value === null || Number.isFinite(figure.value)).toBe(true);
      }
      const sold = records.invoices.some(
        ({ issued, total, type, currency }) =>
          dayNumber(issued) <= asOf && total > 0 && type === 'invoice' && currency === 'EUR',
      );
      if (!sold) expect(dsoFiguresOn(ledger, 0, asOf).countBack).toEqual({ value: null, reason: 'no-sales' });
    }),
    { numRuns: 1000 },
  );
});
