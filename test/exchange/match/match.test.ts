import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../shared/base/civil-date.ts';
import type { BankMovement } from '../../../shared/exchange/bank/statement.ts';
import { type Match, matchMovements } from '../../../shared/exchange/match/match.ts';
import type { Payable } from '../../../shared/exchange/match/payable.ts';
import type { KnownPayer } from '../../../shared/exchange/match/payers.ts';
import { MATCH_REASONS } from '../../../shared/exchange/match/reasons.ts';
import { expectTypeset } from '../../french.ts';

const DAY = dayNumber('2026-11-05');

function owed(number: string, client: number, open: number, issued = '2026-10-01'): Payable {
  const issueDay = dayNumber(issued as '2026-10-01');
  return { invoice: Number(number.slice(-2)), number, client, issueDay, dueDay: issueDay + 30, open };
}

/** Client 0 owes 120, 80 and 80; client 1 owes 120.50; client 2 owes 300 and 45. */
const PAYABLES = [
  owed('F2026-00012', 0, 12_000),
  owed('F2026-00013', 0, 8_000),
  owed('F2026-00014', 0, 8_000),
  owed('F2026-00021', 1, 12_050),
  owed('1042', 2, 30_000),
  owed('F2026-00032', 2, 4_500),
];
const NAMES = ['Épicerie Ollier SARL', 'Ollier', 'Garage Bellon & Fils'];

function moved(minor: number, label: string, changes: Partial<BankMovement> = {}): BankMovement {
  return {
    day: DAY,
    valueDay: null,
    minor,
    label,
    payer: '',
    payerIban: '',
    reference: '',
    bankId: '',
    line: 1,
    ...changes,
  };
}

function matched(movements: readonly BankMovement[], learned: readonly KnownPayer[] = []): readonly Match[] {
  const payers = { names: NAMES, ibans: ['', '', 'FR76 3000'], learned };
  return matchMovements(movements, { payables: PAYABLES, payers, toleranceMinor: 50 });
}

const BELLON = { payerIban: 'FR763000' };

const CASES: readonly (readonly [
  string,
  BankMovement,
  string,
  readonly (readonly [number, number])[],
  number?,
])[] = [
  ['the number, as printed', moved(12_000, 'VIR OLLIER F2026-00012'), 'certain number', [[12, 12_000]]],
  ['the number with blanks', moved(12_000, 'VIR F 2026 00012 OLLIER'), 'certain number', [[12, 12_000]]],
  [
    'the number without signs, followed by digits apart',
    moved(12_000, 'facture f202600012 120,00'),
    'certain number',
    [[12, 12_000]],
  ],
  ['zeros left out', moved(12_000, 'FACT F2026/12'), 'certain number', [[12, 12_000]]],
  ['a longer number is another', moved(999, 'F2026-000123'), 'none nobody', [], 999],
  [
    'two numbers and their sum',
    moved(20_000, 'F2026-00012 ET F2026-00013'),
    'certain numbers',
    [
      [12, 12_000],
      [13, 8_000],
    ],
  ],
  [
    'the number in the reference alone',
    moved(12_050, 'VIREMENT', { reference: 'F2026-00021' }),
    'certain number',
    [[21, 12_050]],
  ],
  [
    'a part of the invoice named, by its client',
    moved(5_000, 'ACOMPTE EPICERIE OLLIER F2026-00012'),
    'certain number-part',
    [[12, 5_000]],
  ],
  [
    'a part of the invoice named, by nobody known',
    moved(5_000, 'ACOMPTE F2026-00012'),
    'proposed number-part',
    [[12, 5_000]],
  ],
  [
    'more than the invoice named',
    moved(13_000, 'F2026-00012'),
    'proposed number-more',
    [[12, 12_000]],
    1_000,
  ],
  [
    'another client’s invoice',
    moved(12_000, 'F2026-00012', BELLON),
    'proposed number-other-client',
    [[12, 12_000]],
  ],
  ['a bare number and its amount', moved(30_000, 'FACTURE 1042'), 'certain number', [[42, 30_000]]],
  ['a bare number by chance', moved(777, 'RUE 1042'), 'none nobody', [], 777],
  [
    'a known account, one such amount',
    moved(30_000, 'VIREMENT', BELLON),
    'certain payer-amount',
    [[42, 30_000]],
  ],
  [
    'a known account, all it owes',
    moved(34_500, 'VIREMENT', BELLON),
    'certain payer-all',
    [
      [42, 30_000],
      [32, 4_500],
    ],
  ],
  [
    'a known account, nothing of that amount',
    moved(77_700, 'VIREMENT', BELLON),
    'proposed payer-unapplied',
    [],
    77_700,
  ],
  ['a known account, 50 cents off', moved(29_950, 'VIREMENT', BELLON), 'proposed payer-near', [[42, 29_950]]],
  [
    'a known account, 51 cents off',
    moved(29_949, 'VIREMENT', BELLON),
    'proposed payer-unapplied',
    [],
    29_949,
  ],
  [
    'the longest name that stands in the label',
    moved(12_000, 'VIR EPICERIE OLLIER'),
    'proposed name-only',
    [[12, 12_000]],
  ],
  ['two equal invoices', moved(8_000, 'VIR EPICERIE OLLIER'), 'proposed payer-oldest', [[13, 8_000]]],
  ['an amount that one invoice has', moved(4_500, 'VIREMENT'), 'proposed amount-only', [[32, 4_500]]],
  ['an amount that several have', moved(8_000, 'VIREMENT'), 'none nobody', [], 8_000],
  ['money out', moved(-1_200, 'FRAIS'), 'none out', [], -1_200],
  ['a rejected debit', moved(-12_000, 'REJET PRLV F2026-00012'), 'proposed rejected', [], -12_000],
  [
    'before the invoice was issued',
    moved(12_000, 'F2026-00012', { day: dayNumber('2026-09-30') }),
    'none nobody',
    [],
    12_000,
  ],
];

describe('one movement', () => {
  for (const [what, movement, expected, parts, unapplied = 0] of CASES) {
    test(what, () => {
      const [match] = matched([movement]);
      expect(`${match?.certainty} ${match?.reason}`).toBe(expected);
      expect(match?.parts.map(({ invoice, minor }) => [invoice, minor])).toEqual(parts);
      expect(match?.unapplied).toBe(unapplied);
    });
  }
});

test('what is paid for certain is not paid again', () => {
  const [first, second] = matched([moved(12_000, 'F2026-00012'), moved(12_000, 'F2026-00012')]);
  expect([first?.certainty, second?.certainty, second?.parts]).toEqual(['certain', 'none', []]);
});

test('a payer is learned by name and account; one that two clients share tells nothing', () => {
  const learned = { payer: 'Holding Durand', iban: 'DE99', client: 1 };
  const movement = moved(12_050, 'VIREMENT', { payer: 'HOLDING DURAND' });
  expect(matched([movement], [learned])[0]).toMatchObject({
    certainty: 'certain',
    reason: 'payer-amount',
    client: 1,
  });
  expect(matched([movement], [learned, { ...learned, client: 2 }])[0]).toMatchObject({
    reason: 'amount-only',
  });
});

test('each reason is said in both languages', () => {
  for (const { en, fr } of Object.values(MATCH_REASONS)) {
    expectTypeset(fr);
    expect(en).not.toBe(fr);
  }
});
