import { describe, expect, test } from 'vitest';
import { civilDate } from '../../shared/base/civil-date.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { type DunningRecords, decision, type StepRecord } from './decided.ts';

const PENALTIES: readonly StepRecord[] = [
  [1, 1, 'email', { penalties: true }],
  [2, 200],
];
const F1 = { number: 'F1', issued: '2026-05-16', due: '2026-06-15', total: 120_000 } as const;
const LATE: DunningRecords = {
  invoices: [F1],
  calendar: PENALTIES,
  rates: [
    ['2025-06-11', 2.15],
    ['2026-06-17', 2.4],
  ],
};

/** What the message of 20 July 2026 claims, in minor units. */
function claimed(more: Partial<DunningRecords>) {
  const { indemnity, interest } = decision({ ...LATE, ...more }, '2026-07-20');
  return [interest.minor, indemnity.minor];
}

function ofKind(kind: ClientKind, more: Partial<DunningRecords> = {}): Partial<DunningRecords> {
  return { clients: [{ code: 'C1', kind, calendar: 'company' }], ...more };
}

describe('the settings', () => {
  for (const [settings, expected] of [
    [{}, [1415, 4000]],
    [{ lateInterest: 'ECB+10' }, [1415, 4000]],
    [{ lateInterest: 'ecb + 8' }, [1184, 4000]], // 15 d at 10.15 %, 20 d at 10.40 %
    [{ lateInterest: '12' }, [1381, 4000]],
    [{ lateInterest: '12,5 %' }, [1438, 4000]],
    [{ lateInterest: '12.5' }, [1438, 4000]],
    [{ recoveryIndemnity: '0' }, [1415, 0]],
    [{ recoveryIndemnity: '50,50 €' }, [1415, 5050]],
  ] as const) {
    test(JSON.stringify(settings), () => expect(claimed({ settings })).toEqual(expected));
  }
});

describe('the kind of debtor', () => {
  for (const [kind, expected] of [
    ['company', [1415, 4000]],
    ['administration', [1168, 4000]], // fixed at 2.15 + 8
    ['individual', [0, 0]],
    ['association', [0, 0]],
  ] as const) {
    test(kind, () => expect(claimed(ofKind(kind))).toEqual(expected));
  }
  test('a private person owes legal interest from the formal notice on', () => {
    const more = {
      rates: [['2026-07-01', 2.75, 'FR-LEGAL-B']] as const,
      journal: [{ at: '2026-07-10', event: 'registeredLetter' } as const],
      calendar: PENALTIES,
    };
    // 1200.00 x 10 d x 2.75 % / 365 = 0.904
    expect(claimed(ofKind('individual', more))).toEqual([90, 0]);
  });
});

describe('what it is claimed on', () => {
  test('a level without penalties claims none', () =>
    expect(claimed({ calendar: [[1, 1]] })).toEqual([0, 0]));
  test('a part paid bears interest until its day', () => {
    const payments = [{ day: '2026-06-30', invoice: 'F1', amount: 60_000 } as const];
    // 1200.00 x 15 d at 12.15 % + 600.00 x 20 d at 12.40 %
    expect(claimed({ payments })).toEqual([1007, 4000]);
  });
  test('a payment before the due date bears none', () => {
    const payments = [{ day: '2026-06-15', invoice: 'F1', amount: 60_000 } as const];
    expect(claimed({ payments })).toEqual([707, 4000]);
  });
  test('what is disputed bears none', () => {
    const invoices = [{ ...F1, dispute: { from: '2026-07-01', amount: 60_000 } as const }];
    expect(claimed({ invoices })).toEqual([707, 4000]);
  });
  test('40 € for each late invoice, once however many instalments (edge case 14)', () => {
    const second = { ...F1, number: 'F2' } as const;
    const plan = {
      invoice: 'F2',
      instalments: [
        ['2026-06-15', 60_000],
        ['2026-06-30', 60_000],
      ],
    } as const;
    // 14.15 + 600.00 x 35 d split (7.07) + 600.00 x 20 d at 12.40 % (4.08)
    expect(claimed({ invoices: [F1, second], plans: [plan] })).toEqual([1415 + 707 + 408, 8000]);
  });
  test('each invoice is rounded alone, as the message shows it', () =>
    expect(claimed({ invoices: [F1, { ...F1, number: 'F2' }] })).toEqual([2830, 8000]));
});

test('an indemnity in euros is not turned into dollars', () => {
  const dollars = { ...LATE, currencies: ['EUR', 'USD'], invoices: [{ ...F1, currency: 'USD' }] };
  expect(decision(dollars, '2026-07-20')).toMatchObject({
    interest: { minor: 1415 },
    indemnity: { minor: null, reason: 'other-currency' },
  });
});

describe('a rate is missing', () => {
  const found = decision({ ...LATE, rates: [['2026-01-01', 2.15]] }, '2026-07-20');
  test('the message is held', () => expect(found).toMatchObject({ action: 'hold', code: 'rate-missing' }));
  test('no interest is named, the indemnity is', () =>
    expect([found.interest, found.indemnity]).toEqual([
      { minor: null, reason: 'rate-missing' },
      { minor: 4000 },
    ]));
  test('the row is named', () =>
    expect(found.missingRate && civilDate(found.missingRate.from)).toBe('2026-07-01'));
});

describe('what was paid of them is not asked for again', () => {
  const paid = (amount: number, method: 'transfer' | 'writeOff' = 'transfer') =>
    ({ penalties: [{ day: '2026-07-20', invoice: 'F1', amount, method }] }) as const;
  for (const [name, more, expected] of [
    ['a part', paid(2415), [0, 3000]],
    ['all', paid(5415), [0, 0]],
    ['given up', paid(5415, 'writeOff'), [0, 0]],
  ] as const) {
    test(name, () => expect(claimed(more)).toEqual(expected));
  }
  test('the debt itself is not reduced by it, nor is anything unapplied', () =>
    expect(decision({ ...LATE, ...paid(5415) }, '2026-07-20').total).toBe(120_000));
  test('money for penalties is news of the bank', () =>
    expect(decision({ ...LATE, ...paid(5415), bankOn: null }, '2026-07-20').code).toBe('level-due'));
  test('what is given up is none', () =>
    expect(decision({ ...LATE, ...paid(5415, 'writeOff'), bankOn: null }, '2026-07-20').code).toBe(
      'bank-stale',
    ));
});

test('a message says what it claims of each invoice in all, so that the next one adds nothing (edge case 14)', () => {
  const journal = [
    { at: '2026-06-30', level: null, event: 'note', interest: 599, indemnity: 4000, invoice: 'F1' },
  ] as const;
  const found = decision({ ...LATE, journal }, '2026-07-20');
  expect([found.interest.minor, found.indemnity.minor, found.claims]).toEqual([
    1415,
    4000,
    [{ invoice: 0, interest: 1415, indemnity: 4000 }],
  ]);
});

describe('an invoice paid meanwhile (edge case 12)', () => {
  const other = { ...F1, number: 'F0' } as const;
  const payments = [{ day: '2026-07-10', invoice: 'F0', amount: 120_000 }] as const;
  const journal = [
    { at: '2026-06-30', event: 'note', interest: 599, indemnity: 4000, invoice: 'F0' },
  ] as const;
  const remains = (more: Partial<DunningRecords>) => {
    const { earlier } = decision({ ...LATE, invoices: [F1, other], payments, ...more }, '2026-07-20');
    return [earlier.interest.minor, earlier.indemnity.minor, earlier.invoices];
  };
  for (const [name, more, expected] of [
    ['of which nothing was claimed', {}, [0, 0, []]],
    ['of which something was', { journal }, [1007, 4000, [1]]],
    ['of which nothing was, all are to be', { settings: { claimAfterPayment: 'toutes' } }, [1007, 4000, [1]]],
    ['none are to be', { journal, settings: { claimAfterPayment: 'aucune' } }, [0, 0, []]],
    ['paid of it', { journal, penalties: [{ day: '2026-07-10', invoice: 'F0', amount: 5007 }] }, [0, 0, []]],
    [
      'a part paid of it',
      { journal, penalties: [{ day: '2026-07-10', invoice: 'F0', amount: 4007 }] },
      [0, 1000, [1]],
    ],
  ] as const) {
    test(name, () => expect(remains(more)).toEqual(expected));
  }
  test('its penalties are not among those of the message', () =>
    expect(claimed({ invoices: [F1, other], payments, journal })).toEqual([1415, 4000]));
  test('a level without penalties says nothing of it', () =>
    expect(remains({ journal, calendar: [[1, 1]] })).toEqual([0, 0, []]));
});

test('an instalment paid late keeps its interest beside those still open', () => {
  const plans = [
    {
      invoice: 'F1',
      instalments: [
        ['2026-06-10', 40_000],
        ['2026-06-15', 40_000],
        ['2026-06-20', 40_000],
      ],
    },
  ] as const;
  const payments = [{ day: '2026-06-20', invoice: 'F1', amount: 40_000 }] as const;
  // 400.00 x 10 d at 12.15 %, 400.00 x (15 d at 12.15 % + 20 d at 12.40 %), 400.00 x (10 d + 20 d)
  expect(claimed({ plans, payments })).toEqual([133 + 472 + 405, 4000]);
});
