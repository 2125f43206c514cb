import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayNumber } from '../../shared/base/civil-date.ts';
import { paymentDelaysOn } from '../../shared/insight/delays/payment-delays.ts';
import { type ForecastAnswer, forecastCash } from '../../shared/insight/forecast/forecast.ts';
import { FARTHEST_DAYS } from '../../shared/insight/forecast/forecast-days.ts';
import { chanceLateBy, emptyOutlook, lookOut } from '../../shared/insight/forecast/forecast-outlook.ts';
import { buildLedger, openItemsOn } from '../../shared/receivables/ledger.ts';
import type { Register } from '../../shared/register/entries.ts';
import { someDay } from '../receivables/random-register.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { knownOn, promisingRecords, reversedRows } from './random-insight.ts';

function forecastAll(register: Register, asOf: DayNumber): readonly ForecastAnswer[] {
  const ledger = buildLedger(register);
  return register.currencies.map((_, currency) => forecastCash(ledger, currency, asOf));
}

/** Without the indexes, which follow the rows. */
function told(given: RegisterRecords, asOf: DayNumber) {
  const register = registerOf(given);
  return forecastAll(register, asOf).map((answer) => {
    if (answer.value === null) return answer.reason;
    const items = answer.value.items.map((item) => ({
      ...item,
      invoice: register.invoices.numberAt(item.invoice),
    }));
    return { ...answer.value, items };
  });
}

test('an item’s days are in order and to come, its chances are chances', () => {
  fc.assert(
    fc.property(promisingRecords, someDay, (given, asOf) => {
      for (const { value } of forecastAll(registerOf(given), asOf)) {
        for (const { p10, expectedOn, p90, late, lateBy30, paidWithinYear } of value?.items ?? []) {
          expect(asOf < p10 && p10 <= expectedOn && expectedOn <= p90).toBe(true);
          expect(lateBy30 <= late && late <= 1 && lateBy30 >= 0).toBe(true);
          expect(paidWithinYear > 0 && paidWithinYear <= 1).toBe(true);
        }
      }
    }),
  );
});

test('the weeks, what comes later, what is disputed and what is settled already are all that is open', () => {
  fc.assert(
    fc.property(promisingRecords, someDay, (given, asOf) => {
      const register = registerOf(given);
      const ledger = buildLedger(register);
      forecastAll(register, asOf).forEach(({ value }, currency) => {
        if (value === null) return;
        const items = openItemsOn(ledger, currency, asOf);
        const open = items.reduce((sum, item) => sum + item.open, 0);
        const { weeks, later, disputedApart, unapplied } = value;
        expect(
          weeks.reduce((sum, { expected }) => sum + expected, 0) + later + disputedApart + unapplied,
        ).toBe(open);
        expect(later).toBeGreaterThanOrEqual(0);
        for (const { low, expected, high } of weeks)
          expect(0 <= low && low <= expected && expected <= high).toBe(true);
        expect(value.items.map(({ invoice, instalment }) => [invoice, instalment])).toEqual(
          items.map(({ invoice, instalment }) => [invoice, instalment]),
        );
      });
    }),
  );
});

test('nothing dated after the day leaks: the register cut off at the day gives the same forecast', () => {
  fc.assert(
    fc.property(promisingRecords, someDay, (given, asOf) => {
      expect(told(knownOn(given, asOf), asOf)).toEqual(told(given, asOf));
    }),
    { numRuns: 500 },
  );
});

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(promisingRecords, someDay, (given, asOf) => {
      expect(told(reversedRows(given), asOf)).toEqual(told(given, asOf));
    }),
  );
});

test('the older an item, the likelier it is late', () => {
  fc.assert(
    fc.property(promisingRecords, someDay, (given, asOf) => {
      const delays = paymentDelaysOn(buildLedger(registerOf(given)), 0, asOf);
      const everyDay = new Float64Array(FARTHEST_DAYS + 1).fill(1);
      const outlook = emptyOutlook(asOf);
      outlook.curve = delays.curveOf(0);
      outlook.days = { ready: everyDay, paid: everyDay };
      const chances = Array.from({ length: 90 }, (_, age) => {
        lookOut(outlook, asOf + 60 - age, null);
        return chanceLateBy(outlook, 0);
      });
      chances.forEach((chance, age) => {
        expect(chance).toBeGreaterThanOrEqual((chances[age - 1] ?? 0) - 1e-12);
      });
      expect(chances[60]).toBe(1);
    }),
  );
});
