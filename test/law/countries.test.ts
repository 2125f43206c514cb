import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { rulesOf } from '../../shared/law/countries.ts';
import { fixedSumOn } from '../../shared/law/fixed-sum.ts';
import { rateTable } from '../../shared/law/half-year-rates.ts';
import { knownRates } from '../../shared/law/known-rates.ts';
import { lateInterest, rateFrom } from '../../shared/law/late-interest.ts';
import { lateLawOf } from '../../shared/law/late-law.ts';
import { lawSettingsOf } from '../../shared/law/law-settings.ts';
import type { Settings } from '../../shared/register/entries.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { registerOf } from '../receivables/register-of.ts';

const RATES = rateTable(knownRates('fr'));

function settings(texts: Readonly<Record<string, string>>, currency = 'EUR'): Settings {
  const made = registerOf({ invoices: [] }).settings;
  return { ...made, currency, texts: new Map(Object.entries(texts)) };
}

function lawOf(texts: Readonly<Record<string, string>>, kind: ClientKind = 'company', country = '') {
  return lateLawOf(lawSettingsOf(settings(texts)), { kind, country });
}

/** The yearly rate on the day after the due day; null: no interest is claimed. */
function rateOn(texts: Readonly<Record<string, string>>, day: CivilDate, kind?: ClientKind): number | null {
  const { interest } = lawOf(texts, kind);
  if (interest === null) return null;
  const rate = rateFrom(interest, RATES, dayNumber(day));
  return typeof rate === 'number' ? rate : Number.NaN;
}

describe('the rate between firms, by the seller’s country', () => {
  for (const [country, before, after] of [
    ['', 12.15, 12.4],
    ['France', 12.15, 12.4],
    ['RE', 12.15, 12.4],
    ['Allemagne', 10.27, 10.52],
    ['Belgique', 10.5, 10.5], // 10.15 and 10.40, up to the half point
    ['Espagne', 10.15, 10.4],
    ['IT', 10.15, 10.4],
    ['Netherlands', 10.15, 10.4],
    ['LU', 10.15, 10.4],
    ['Irlande', 10.15, 10.4],
    ['Royaume-Uni', 11.75, 11.75],
    ['Autriche', 10.15, 10.4],
    ['Suisse', null, null],
    ['Pologne', null, null], // in the Union, but under another central bank
  ] as const) {
    test(`${country || 'none'}: ${before} on 30 June 2026, ${after} the day after`, () =>
      expect([rateOn({ country }, '2026-06-30'), rateOn({ country }, '2026-07-01')]).toEqual([
        before,
        after,
      ]));
  }
});

describe('Belgium rounds up to the half point', () => {
  for (const [ecb, percent] of [
    [2.5, 10.5],
    [2.51, 11],
    [2.49, 10.5],
    [2, 10],
    [2.01, 10.5],
  ] as const) {
    test(`${ecb} + 8 is ${percent}`, () => {
      const from = dayNumber('2026-01-01');
      const rates = rateTable([{ series: 'ECB-MRO', from, percent: ecb }]);
      const { interest } = lawOf({ country: 'BE' });
      expect(interest && rateFrom(interest, rates, from)).toBe(percent);
    });
  }
});

describe('one rate for the whole delay', () => {
  const cases = [
    ['GB', '2025-06-29', 11.75 + 1, 'late from 30 June 2025: 4.75 + 8'],
    ['GB', '2025-06-30', 12.25, 'late from 1 July 2025: 4.25 + 8'],
    ['IE', '2026-06-15', 10.4, 'the last day’s'],
  ] as const;
  for (const [country, due, percent, why] of cases) {
    test(`${country}, due ${due}: ${why}`, () => {
      const span = { after: dayNumber(due), through: dayNumber('2026-07-20'), principal: 100_000 };
      const { interest } = lawOf({ country });
      const found = interest && lateInterest([span], interest, RATES);
      const segments = found !== null && found.minor !== null ? found.segments : [];
      expect(segments.map((segment) => segment.percent)).toEqual([percent]);
    });
  }
  test('the Bank of England’s rate kept by day of change is that of the eve', () => {
    const rates = rateTable([
      { series: 'UK-BASE', from: dayNumber('2026-02-05'), percent: 3.75 },
      { series: 'UK-BASE', from: dayNumber('2026-07-01'), percent: 3.5 },
      { series: 'UK-BASE', from: dayNumber('2026-12-31'), percent: 3.25 },
    ]);
    const { interest } = lawOf({ country: 'GB' });
    const on = (day: CivilDate) => interest && rateFrom(interest, rates, dayNumber(day));
    expect([on('2026-07-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([11.75, 11.75, 11.25]);
  });
});

describe('who owes', () => {
  for (const [texts, kind, country, expected] of [
    [{}, 'company', '', 'business ECB-MRO+10 dueDay 40'],
    [{}, 'administration', '', 'publicBuyer ECB-MRO+8 dueDay 40'],
    [{}, 'individual', '', 'consumer FR-LEGAL-B+0 formalNotice -'],
    [{}, 'association', '', 'consumer FR-LEGAL-B+0 formalNotice -'],
    [{ associationsAre: 'professionnels' }, 'association', '', 'business ECB-MRO+10 dueDay 40'],
    [{ associationsAre: 'consumers' }, 'association', '', 'consumer FR-LEGAL-B+0 formalNotice -'],
    [{}, 'company', 'Allemagne', 'business ECB-MRO+10 dueDay 40'],
    [{}, 'administration', 'BE', 'publicBuyer ECB-MRO+10 dueDay 40'],
    [{}, 'individual', 'BE', 'consumer none dueDay -'],
    [{}, 'individual', 'Atlantide', 'consumer none dueDay -'],
    [{ country: 'DE' }, 'company', '', 'business DE-BASE+9 dueDay 40'],
    [{ country: 'DE' }, 'individual', '', 'consumer DE-BASE+5 formalNotice -'],
    [{ country: 'DE' }, 'individual', 'FR', 'consumer none dueDay -'],
    [{ country: 'GB' }, 'individual', '', 'consumer none dueDay -'],
    [{ country: 'BE' }, 'individual', '', 'consumer none dueDay -'],
    [{ country: 'FR', lateInterestCountry: 'Belgique' }, 'company', '', 'business ECB-MRO+8 dueDay 40'],
    [{ lateInterest: '12 %' }, 'company', '', 'business 12 dueDay 40'],
    [{ lateInterest: '12 %' }, 'administration', '', 'publicBuyer ECB-MRO+8 dueDay 40'],
    [{ lateInterest: '12 %' }, 'individual', '', 'consumer FR-LEGAL-B+0 formalNotice -'],
    [{ country: 'CH', lateInterest: '5' }, 'company', '', 'business 5 dueDay -'],
    [{ country: 'CH', recoveryIndemnity: '30' }, 'company', '', 'business none dueDay 30'],
    [{ recoveryIndemnity: '0' }, 'company', '', 'business ECB-MRO+10 dueDay 0'],
    [{ recoveryIndemnity: '60' }, 'individual', '', 'consumer FR-LEGAL-B+0 formalNotice -'],
  ] as const) {
    test(`${JSON.stringify(texts)} ${kind} ${country}: ${expected}`, () => {
      const { debtor, fixedSum, interest, since } = lawOf(texts, kind, country);
      const rate =
        interest === null
          ? 'none'
          : interest.rate === 'percent'
            ? interest.percent
            : `${interest.series}+${interest.margin}`;
      const sum = fixedSum === null ? '-' : fixedSum.bands[0].units;
      expect(`${debtor} ${rate} ${since} ${sum}`).toBe(expected);
    });
  }
});

describe('the fixed sum', () => {
  for (const [texts, total, currency, minor] of [
    [{}, 1, 'EUR', 4000],
    [{}, 10_000_000, 'EUR', 4000],
    [{}, 100, 'USD', null],
    [{ country: 'GB' }, 99_999, 'GBP', 4000],
    [{ country: 'GB' }, 100_000, 'GBP', 7000],
    [{ country: 'GB' }, 999_999, 'GBP', 7000],
    [{ country: 'GB' }, 1_000_000, 'GBP', 10_000],
    [{ country: 'GB' }, 100, 'EUR', null],
    [{ country: 'GB', recoveryIndemnity: '40' }, 1_000_000, 'GBP', 10_000], // the bands are the law's own
    [{ country: 'GB', recoveryIndemnity: '0' }, 1_000_000, 'GBP', 0],
    [{ recoveryIndemnity: '50,50 €' }, 100, 'EUR', 5050],
    [{ recoveryIndemnity: '0' }, 100, 'USD', 0],
  ] as const) {
    test(`${JSON.stringify(texts)} on ${total} ${currency}: ${minor}`, () => {
      const { fixedSum } = lawOf(texts);
      expect(fixedSum && fixedSumOn(fixedSum, total, currency)).toBe(minor);
    });
  }
});

test('what rests on one source or the directive alone says so', () => {
  const unverified = ['FR', 'DE', 'GB', 'BE', 'ES', 'IT', 'NL', 'LU', 'IE', 'AT'].filter(
    (code) => rulesOf(code)?.verified === false,
  );
  expect(unverified).toEqual(['ES', 'IT', 'NL', 'LU', 'IE', 'AT']);
  expect([rulesOf('CH'), rulesOf('PL'), rulesOf(null)]).toEqual([null, null, null]);
});

test('consumers never owe a fixed sum, in no country', () => {
  for (const country of ['FR', 'DE', 'GB', 'BE', 'ES', 'IT', 'NL', 'LU', 'IE', 'AT', 'CH']) {
    expect(lawOf({ country, recoveryIndemnity: '40' }, 'individual').fixedSum).toBeNull();
  }
});

describe('the known rates', () => {
  const known = knownRates('fr');
  test('are half-years without a hole, and end with that of November 2026: the next is asked for', () => {
    for (const series of new Set(known.map((rate) => rate.series))) {
      const rows = known.filter((rate) => rate.series === series);
      const days = rows.map(({ from }) => from);
      for (let k = 1; k < days.length; k++) {
        const gap = days[k] - days[k - 1];
        expect(gap === 181 || gap === 182 || gap === 184).toBe(true);
      }
      expect(days[days.length - 1]).toBe(dayNumber('2026-07-01'));
      expect(RATES(series, dayNumber('2027-01-01'))).toBeNull();
      expect(rows.every(({ source }) => source.length > 10)).toBe(true);
    }
  });
  test('say which were not seen in an official text', () =>
    expect(known.filter(({ toCheck }) => toCheck).map(({ series }) => series)).toEqual([
      'FR-LEGAL-A',
      'FR-LEGAL-A',
      'FR-LEGAL-B',
      'FR-LEGAL-B',
      ...Array.from({ length: 5 }, () => 'DE-BASE'),
      ...Array.from({ length: 6 }, () => 'UK-BASE'),
    ]));
});
