/** Credit: what granting an amount does, at both sides of the limit. */
import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { creditCheck } from '../../shared/insight/credit/credit.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { expectTypeset, typeset } from '../french.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';

const ASOF = dayNumber('2026-06-15');

/** The client owes 800.00, of which 300.00 overdue, and has 100.00 unapplied: an exposure of 700.00 against a limit of 1,000.00. */
function records(creditLimit: number | null): RegisterRecords {
  return {
    currencies: ['EUR', 'USD'],
    clients: [{ code: 'C1', creditLimit }],
    invoices: [
      { number: 'F1', issued: '2026-05-01', due: '2026-06-01', total: 300_00 },
      { number: 'F2', issued: '2026-06-01', due: '2026-07-01', total: 500_00 },
      { number: 'F3', issued: '2026-06-01', due: '2026-07-01', total: 900_00, currency: 'USD' },
    ],
    payments: [{ day: '2026-06-10', client: 'C1', amount: 100_00 }],
  };
}

function check(amount: number, creditLimit: number | null = 1000_00, waiting = 0, currency = 'EUR') {
  const ledger = buildLedger(registerOf(records(creditLimit)));
  return creditCheck(ledger, ASOF, { client: 0, amount, currency, waiting });
}

for (const [what, amount, limit, waiting, decision, after] of [
  ['to the cent', 300_00, 1000_00, 0, 'grant', 1000_00],
  ['a cent above', 300_01, 1000_00, 0, 'ask', 1000_01],
  ['drafts that wait count', 200_00, 1000_00, 100_01, 'ask', 1000_01],
  ['a credit note, even above the limit', -10_00, 500_00, 0, 'grant', 690_00],
  ['nothing more', 0, 1000_00, 0, 'grant', 700_00],
  ['a limit of nothing', 1, 0, 0, 'ask', 700_01],
  ['no limit', 9_999_00, null, 0, 'unlimited', 10_699_00],
] as const) {
  test(`${what}: ${decision}`, () => {
    expect(check(amount, limit, waiting)).toMatchObject({
      decision,
      after,
      exposure: 700_00,
      overdue: 300_00,
    });
  });
}

test('another currency is not compared, and counts for nothing', () => {
  const credit = check(5000_00, 1000_00, 0, 'USD');
  expect(credit).toMatchObject({ decision: 'unknown', after: 700_00 });
  expect(credit.words.fr).toBe('Le plafond ne se compare pas à une facture en USD.');
});

test('the sentence says what is owed, what it becomes, and what is above', () => {
  const { words } = check(400_00, 1000_00, 50_00);
  expect(words.fr).toBe(
    typeset(
      'Encours : 700,00 €, dont 300,00 € échus ; brouillons prêts : 50,00 €. Avec cette facture : 1\u202f150,00 € sur 1\u202f000,00 € de plafond (115 %). Plafond dépassé de 150,00 € : accord à donner.',
    ),
  );
  expect(words.en).toBe(
    'Owed: €700.00, €300.00 of it overdue; drafts that are ready: €50.00. With this invoice: €1,150.00 of a limit of €1,000.00 (115%). €150.00 above the limit: to be agreed first.',
  );
  for (const amount of [400_00, 0, -5_00]) expectTypeset(check(amount).words.fr);
  expect(check(0).words).toEqual({
    fr: typeset(
      'Encours : 700,00 € sur 1\u202f000,00 € de plafond (70 %), dont 300,00 € échus. Le plafond est tenu.',
    ),
    en: 'Owed: €700.00 of a limit of €1,000.00 (70%), €300.00 of it overdue. The limit is kept.',
  });
  expect(check(0, 500_00).words.fr).toMatch(/Plafond dépassé de 200,00.€\.$/);
  expect(check(-10_00).words.en).toContain('With this credit note: €690.00');
});

test('without a limit there is nothing to say', () =>
  expect(check(1, null).words).toEqual({ fr: '', en: '' }));
