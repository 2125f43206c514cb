import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { LANGUAGES } from '../../shared/base/words.ts';
import { knownRates } from '../../shared/law/known-rates.ts';
import { type LawNotice, lawNotices } from '../../shared/law/law-notices.ts';
import type { Rate } from '../../shared/register/entries.ts';
import { expectGolden } from '../golden-file.ts';
import { registerOf } from '../receivables/register-of.ts';

const KNOWN = knownRates('fr').map((rate, k) => ({ ...rate, row: k + 2 }));
const CHECKED = KNOWN.map((rate) => ({ ...rate, toCheck: false }));

function notices(
  texts: Readonly<Record<string, string>>,
  asOf: CivilDate = '2026-07-20',
  rates: readonly Rate[] = CHECKED,
): readonly LawNotice[] {
  const settings = { texts: new Map(Object.entries(texts)) };
  const clients = [{ code: 'C1' }, { code: 'C2', kind: 'individual' }] as const;
  return lawNotices(registerOf({ settings, clients, invoices: [], rates }), dayNumber(asOf));
}

const codes = (...given: Parameters<typeof notices>) => notices(...given).map(({ code }) => code);

describe('the floor of contract rates: three times legal interest', () => {
  for (const [lateInterest, asOf, found] of [
    ['8.24', '2026-07-20', ['rate-under-floor']],
    ['8.25', '2026-07-20', []], // 3 × 2.75
    ['7.85', '2026-06-30', ['rate-under-floor']],
    ['7.86', '2026-06-30', []], // 3 × 2.62
    ['ECB+10', '2026-07-20', []],
    ['ECB+8', '2026-07-20', []], // 10.40
    ['BCE+10', '2024-06-30', ['default-under-floor']], // 14.50 and 15.21
    ['BCE+10', '2024-12-31', ['default-under-floor']], // 14.25 and 14.76
    ['BCE+10', '2025-01-01', []], // 13.15 and 11.13
    ['ECB+8', '2024-06-30', ['rate-under-floor']],
  ] as const) {
    test(`${lateInterest} on ${asOf}: ${found.join() || 'nothing'}`, () =>
      expect(codes({ lateInterest }, asOf)).toEqual(found));
  }
  test('is of French law alone', () => expect(codes({ lateInterest: '1', country: 'DE' })).toEqual([]));
  test('does not speak where the legal rate is missing', () => {
    const rates = CHECKED.filter(({ series }) => series === 'ECB-MRO');
    expect(codes({ lateInterest: '1' }, '2026-07-20', rates)).toEqual(['rate-missing']);
  });
});

describe('the others', () => {
  for (const [name, texts, rates, found] of [
    ['the law’s own rate, nothing written', {}, CHECKED, []],
    ['rates to be checked', {}, KNOWN, ['rate-to-check']],
    ['of a series no client is under', { country: 'DE' }, KNOWN, []],
    ['a country by the directive alone', { country: 'ES' }, CHECKED, ['country-to-check']],
    ['a country unknown here', { country: 'CH' }, CHECKED, ['country-unknown']],
    [
      'a country unknown here, a contract’s rate',
      { country: 'CH', lateInterest: '5' },
      CHECKED,
      ['country-unknown'],
    ],
    ['a sum under the law’s', { recoveryIndemnity: '39,99' }, CHECKED, ['sum-under-law']],
    ['the law’s sum', { recoveryIndemnity: '40' }, CHECKED, []],
    ['none', { recoveryIndemnity: '0' }, CHECKED, ['sum-under-law']],
    ['no rates', {}, [], ['rate-missing', 'rate-missing']],
  ] as const) {
    test(`${name}: ${found.join() || 'nothing'}`, () =>
      expect(codes(texts, '2026-07-20', rates)).toEqual(found));
  }
  test('a rate to be checked names its row', () => {
    const [notice] = notices({}, '2026-07-20', KNOWN);
    const row = KNOWN.find(({ series, from }) => series === 'FR-LEGAL-B' && from === dayNumber('2026-07-01'));
    expect(notice.row).toBe(row?.row);
  });
});

test('what they say', () => {
  const all = [
    ...notices({ lateInterest: '8' }),
    ...notices({ lateInterest: 'ECB+10' }, '2024-06-30'),
    ...notices({ recoveryIndemnity: '30' }),
    ...notices({ country: 'CH' }),
    ...notices({ country: 'CH', lateInterest: '5' }),
    ...notices({ country: 'ES' }),
    ...notices({ lateInterest: 'ECB+10' }, '2027-01-01').slice(0, 1),
    ...notices({}, '2026-07-20', KNOWN),
  ];
  const texts = all.map(
    ({ code, severity, setting, words }) =>
      `${code} (${severity}, ${setting || 'rates'})\n${LANGUAGES.map((language) => words[language]).join('\n')}\n`,
  );
  expectGolden('law/notices.txt', texts.join('\n'));
});
