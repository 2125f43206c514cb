/** What marks a client beside how late it pays: promises, plans, bounces, write-offs, disputes. */
import { expect, test } from 'vitest';
import { journalOf } from './journal-of.ts';
import { AS_OF, rate, reason } from './rate-of.ts';

const OPEN = { invoices: [{ number: 'F1', issued: '2026-04-01', total: 100_00 }] } as const;
const promise = { at: '2026-05-20', event: 'promise', invoice: 0, promisedOn: '2026-06-01' } as const;

for (const [what, asOf, payments, given, broken] of [
  ['on its last day of grace', '2026-06-04', [], promise, false],
  ['the day after', '2026-06-05', [], promise, true],
  [
    'settled on the last day of grace',
    AS_OF,
    [{ day: '2026-06-04', invoice: 'F1', amount: 100_00 }],
    promise,
    false,
  ],
  ['settled too late', AS_OF, [{ day: '2026-06-05', invoice: 'F1', amount: 100_00 }], promise, true],
  ['part of it paid', AS_OF, [{ day: '2026-06-01', invoice: 'F1', amount: 40_00 }], promise, true],
  [
    'the amount promised paid',
    AS_OF,
    [{ day: '2026-06-01', invoice: 'F1', amount: 40_00 }],
    { ...promise, amount: 40_00 },
    false,
  ],
  [
    'less than the amount promised',
    AS_OF,
    [{ day: '2026-06-01', invoice: 'F1', amount: 39_99 }],
    { ...promise, amount: 40_00 },
    true,
  ],
  ['for all the client owes, nothing paid', AS_OF, [], { ...promise, invoice: -1 }, true],
  [
    'for all the client owes, all settled',
    AS_OF,
    [{ day: '2026-06-01', invoice: 'F1', amount: 100_00 }],
    { ...promise, invoice: -1 },
    false,
  ],
  [
    'for all the client owes, its amount paid without an invoice',
    AS_OF,
    [{ day: '2026-06-01', amount: 40_00 }],
    { ...promise, invoice: -1, amount: 40_00 },
    false,
  ],
  [
    'a promise more than 12 months old',
    AS_OF,
    [],
    { ...promise, at: '2025-06-01', promisedOn: '2025-06-30' },
    false,
  ],
  ['written down after the day asked for', '2026-05-19', [], { ...promise, promisedOn: '2026-05-01' }, false],
  ['without a day', AS_OF, [], { at: '2026-05-20', event: 'promise', invoice: 0 }, false],
] as const) {
  test(`a promise ${what} is ${broken ? 'broken' : 'not broken'}`, () => {
    const records = { ...OPEN, payments, journal: journalOf([given]) };
    const codes = rate(records, 0, asOf)[0].reasons.map(({ code }) => code);
    expect(codes.includes('broken-promise')).toBe(broken);
  });
}

test('a promise without an invoice but with an amount is in the register’s own currency', () => {
  const journal = journalOf([{ ...promise, invoice: -1, amount: 40_00 }]);
  const invoices = [{ ...OPEN.invoices[0], currency: 'USD' }];
  const [risk] = rate({ currencies: ['EUR', 'USD'], invoices, journal }, 1);
  expect(risk.reasons.map(({ code }) => code)).not.toContain('broken-promise');
});

for (const [asOf, missed] of [
  ['2026-06-13', false],
  ['2026-06-14', true],
] as const) {
  test(`an instalment due on 10 June is ${missed ? '' : 'not '}missed on ${asOf}`, () => {
    const plans = [
      {
        invoice: 'F1',
        agreedOn: '2026-04-20',
        instalments: [
          ['2026-06-10', 50_00],
          ['2026-07-10', 50_00],
        ],
      },
    ] as const;
    const codes = rate({ ...OPEN, plans }, 0, asOf)[0].reasons.map(({ code }) => code);
    expect(codes.includes('missed-instalment')).toBe(missed);
  });
}

for (const [agreedOn, late] of [
  ['2026-05-01', false],
  ['2026-05-02', true],
] as const) {
  test(`a plan agreed on ${agreedOn} for an invoice due on 1 May came ${late ? 'late' : 'in time'}`, () => {
    const plans = [{ invoice: 'F1', agreedOn, instalments: [['2026-07-10', 100_00]] }] as const;
    expect(reason({ ...OPEN, plans }, 'late-plan') !== undefined).toBe(late);
  });
}

for (const [what, payments, text] of [
  [
    'money that comes back and leaves the invoice open has bounced',
    [
      { day: '2026-05-02', invoice: 'F1', amount: 100_00 },
      { day: '2026-05-10', invoice: 'F1', amount: -100_00 },
    ],
    '1 règlement rejeté en 12 mois, 100,00\u202f€.',
  ],
  [
    'what gives back an excess has not',
    [
      { day: '2026-05-02', invoice: 'F1', amount: 120_00 },
      { day: '2026-05-10', invoice: 'F1', amount: -20_00 },
    ],
    undefined,
  ],
  [
    'nor has what comes back after the day asked for',
    [
      { day: '2026-05-02', invoice: 'F1', amount: 100_00 },
      { day: '2026-07-01', invoice: 'F1', amount: -100_00 },
    ],
    undefined,
  ],
] as const) {
  test(what, () => expect(reason({ ...OPEN, payments }, 'bounced-payment')).toBe(text));
}

for (const [day, counted] of [
  ['2024-07-01', true],
  ['2024-06-30', false],
] as const) {
  test(`a write-off of ${day} is ${counted ? '' : 'not '}within 24 months`, () => {
    const invoices = [{ number: 'F0', issued: '2023-01-01', total: 10_00 } as const, ...OPEN.invoices];
    const payments = [{ day, invoice: 'F0', amount: 10_00, method: 'writeOff' } as const];
    const text = counted ? '10,00\u202f€ abandonnés en 24 mois, soit 10,0\u202f% des ventes.' : undefined;
    expect(reason({ invoices, payments }, 'write-off')).toBe(text);
  });
}

for (const [closedOn, open] of [
  [undefined, true],
  ['2026-07-01', true],
  ['2026-06-30', false],
] as const) {
  test(`a dispute closed on ${closedOn} is ${open ? 'open' : 'over'} on ${AS_OF}`, () => {
    const dispute = { from: '2026-05-01', amount: 30_00, ...(closedOn ? { closedOn } : {}) } as const;
    const text = open ? '1 facture en litige, 30,00\u202f€.' : undefined;
    expect(reason({ invoices: [{ ...OPEN.invoices[0], dispute }] }, 'dispute')).toBe(text);
  });
}
