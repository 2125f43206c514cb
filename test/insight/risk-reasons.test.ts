/** Every reason in both languages, with figures in it. */
import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import type { RiskFigures } from '../../shared/insight/risk/risk-figures.ts';
import { RISK_CODES } from '../../shared/insight/risk/risk-points.ts';
import { reasonText } from '../../shared/insight/risk/risk-reasons.ts';
import { expectTypeset } from '../french.ts';
import { expectGolden } from '../golden-file.ts';

const FIGURES: RiskFigures = {
  client: 0,
  knownSince: dayNumber('2024-01-01'),
  isNew: true,
  history: {
    due: 8,
    late: 3,
    daysOfLate: 12.4,
    settledOrOverdue: 9,
    lateness: 0.4,
    registerRate: 0.31,
    meanDaysLate: 5.25,
    hasTrend: true,
    recentDaysLate: 18,
    beforeDaysLate: 4.04,
  },
  chances: { late: 0.4, lateBy30: 0.184 },
  debt: {
    exposure: 12_500_00,
    overdue: 4_000_00,
    share: 0.234,
    limit: 10_000_00,
    oldestInvoice: 7,
    oldestDays: 95,
    oldestOpen: 1_234_50,
  },
  growth: {
    sales: 30_000_00,
    salesBefore: 9_999_99 / 3,
    hasTrend: true,
    termDays: 59.6,
    termDaysBefore: 31.2,
    usualExposure: 2_000_00,
  },
  word: {
    brokenPromises: 2,
    lastPromisedOn: dayNumber('2026-06-01'),
    missedInstalments: 1,
    missedAmount: 500_00,
    missedSince: dayNumber('2026-05-31'),
    latePlanOn: dayNumber('2026-04-02'),
  },
  marks: {
    insolvencyOn: dayNumber('2026-03-03'),
    bounced: 2,
    bouncedAmount: 300_00,
    writtenOff: 75_00,
    sales: 20_000_00,
    disputes: 1,
    disputedAmount: 640_00,
  },
};

const NAMING = { currency: 'EUR', invoiceNumber: (invoice: number) => `F2026-00${invoice}` };

function list(figures: RiskFigures): string {
  return RISK_CODES.map((code) => {
    const { en, fr } = reasonText(code, figures, NAMING);
    expectTypeset(fr);
    return `${code}\n  ${fr}\n  ${en}\n`;
  }).join('');
}

test('every reason', () => expectGolden('insight/risk-reasons.txt', list(FIGURES)));

test('what is all late already is said so', () => {
  const text = reasonText('late-by-30', { ...FIGURES, chances: { late: 1, lateBy30: 1 } }, NAMING);
  expect(text.fr).toContain('a déjà 30 jours de retard ou plus');
  expect(text.en).toContain('is 30 days overdue or more already');
});
