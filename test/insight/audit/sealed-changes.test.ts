import { describe, expect, test } from 'vitest';
import {
  type AuditOptions,
  auditRecords,
  type Cells,
  foundBy,
  type Records,
  shortOf,
  summaryBy,
} from './read-audit.ts';
import type { Sealing } from './seal-records.ts';
import { BOOKS, SEALED, sealed } from './sealed-books.ts';

describe('the account that invoices give', () => {
  const [before, after] = ['FR7630006000011234567890189', 'FR1420041010050500013M02606'];
  const withSetting = (iban: string): Records => ({
    ...BOOKS,
    settings: (BOOKS.settings ?? []).map((row) => (row.key === 'iban' ? { ...row, value: iban } : row)),
  });
  test('another from F3 on: what was billed since is at stake', () => {
    const moved = {
      ...withSetting(after),
      seals: sealed(withSetting(before), { ibans: new Map([['F3', after]]) }).seals,
    };
    expect(foundBy('iban-changed', moved)).toEqual(['warning seals:4 FR14…2606 12000']);
  });
  test('the setting changed since the last invoice', () => {
    const moved = { ...withSetting(after), seals: SEALED.seals };
    expect(foundBy('iban-changed', moved)).toEqual(['warning settings:3 FR14…2606']);
  });
  test('a change that was sealed', () => {
    const text = JSON.stringify({ from: before, to: after });
    const told = sealed(BOOKS, {
      after: [{ type: 'SETTING', number: 'iban', at: '2026-06-10T08:00:00Z', text }],
    });
    expect(foundBy('iban-changed', { ...told, settings: withSetting(after).settings })).toEqual([
      'warning seals:6 FR14…2606 0',
    ]);
  });
  test('changed and printed: one finding, at the change, with who did it', () => {
    const text = JSON.stringify({ from: before, to: after, user: 'anne@firm.example' });
    const change = { type: 'SETTING', number: 'iban', at: '2026-05-05T08:00:00Z', text } as const;
    const told = sealed(withSetting(before), { ibans: new Map([['A1', after]]), after: [change] });
    const { findings } = auditRecords({ ...told, settings: withSetting(after).settings });
    const found = findings.filter(({ test: key }) => key === 'iban-changed');
    expect(found.map(shortOf)).toEqual(['warning seals:6 FR14…2606 24000']);
    expect(found[0].message.en).toContain('changed by anne@firm.example');
  });
  test('the same account written otherwise', () => {
    expect(
      foundBy('iban-changed', {
        ...SEALED,
        settings: withSetting('fr76-3000.6000 01123456 7890189').settings,
      }),
    ).toEqual([]);
  });
});

const WAS = { id: 'P1', date: '2026-05-20', client: 'C1', invoice: 'F1', amount: '120.00', currency: 'EUR' };

const seal = (type: 'PAY' | 'PAYVOID', at: string, cells: Partial<typeof WAS> = {}) => {
  const told = { ...WAS, ...cells };
  return { type, number: told.id || told.invoice || told.client, at, text: JSON.stringify(told) } as const;
};
const FIRST = seal('PAY', '2026-05-21T08:00:00Z');
const GONE = seal('PAYVOID', '2026-06-02T05:00:00Z');

/** The findings of a register whose payments are these, and whose chain ends with these seals. */
const found = (
  payments: readonly Cells[],
  after: NonNullable<Sealing['after']>,
  asOf: AuditOptions['asOf'] = '2026-06-30',
) => foundBy('payment-voided', { ...sealed(BOOKS, { after }), payments }, { asOf });

describe('payments that the chain says were changed or deleted', () => {
  test('recorded and left alone', () => expect(found([WAS], [FIRST])).toEqual([]));
  test('deleted', () => expect(found([], [FIRST, GONE])).toEqual(['warning seals:7 P1 12000']));
  test('changed: what it moves, told once', () => {
    const changed = { amount: '20.00' };
    const after = [FIRST, GONE, seal('PAY', '2026-06-02T05:00:00Z', changed)];
    expect(found([{ ...WAS, ...changed }], after)).toEqual(['warning seals:7 P1 10000']);
  });
  test('changed in its invoice alone: all of it', () => {
    const changed = { invoice: 'F3' };
    const after = [FIRST, GONE, seal('PAY', '2026-06-02T05:00:00Z', changed)];
    expect(found([{ ...WAS, ...changed }], after)).toEqual(['warning seals:7 P1 12000']);
  });
  test('deleted, and another recorded later', () => {
    const after = [FIRST, GONE, seal('PAY', '2026-06-03T05:00:00Z', { amount: '20.00' })];
    expect(found([{ ...WAS, amount: '20.00' }], after)).toEqual(['warning seals:7 P1 12000']);
  });
  test('changed and changed back: the chain tells both', () => {
    const away = { amount: '20.00' };
    const after = [
      FIRST,
      GONE,
      seal('PAY', '2026-06-02T05:00:00Z', away),
      seal('PAYVOID', '2026-06-03T05:00:00Z', away),
      seal('PAY', '2026-06-03T05:00:00Z'),
    ];
    expect(found([WAS], after)).toEqual(['warning seals:7 P1 10000', 'warning seals:9 P1 10000']);
  });
  test('on the day before the chain said so it was not known', () => {
    expect(found([], [FIRST, GONE], '2026-06-01')).toEqual([]);
    expect(found([], [FIRST, GONE], '2026-06-02')).toEqual(['warning seals:7 P1 12000']);
  });
  test('what nobody could have sealed is passed over', () => {
    expect(found([WAS], [FIRST, { ...GONE, text: '{"date":"x"}' }, { ...GONE, text: 'x' }])).toEqual([]);
  });
  test('without a payment sealed it does not run', () => {
    expect(summaryBy('payment-voided', SEALED)).toMatchObject({ ran: false });
  });
});

describe('payments whose rows say otherwise than their seals', () => {
  for (const [name, cells, expected] of [
    ['another amount: what it moves', { amount: '20.00' }, ['warning payments:2 P1 10000']],
    ['a cent', { amount: '119.99' }, ['warning payments:2 P1 1']],
    ['the other sign', { amount: '-120.00' }, ['warning payments:2 P1 24000']],
    ['another day', { date: '2026-05-21' }, ['warning payments:2 P1 12000']],
    ['another invoice', { invoice: 'F3' }, ['warning payments:2 P1 12000']],
    ['no invoice', { invoice: '' }, ['warning payments:2 P1 12000']],
    ['another client', { client: 'C2', invoice: 'F2' }, ['warning payments:2 P1 12000']],
    ['a row that cannot be read', { amount: 'x' }, ['warning payments:2 P1 12000']],
    ['made a payment of penalties', { purpose: 'penalties' }, ['warning payments:2 P1 12000']],
    ['its id taken away: the same money', { id: '' }, []],
    ['another id: the same money', { id: 'P9' }, []],
    ['no id, and a cent less', { id: '', amount: '119.99' }, ['warning seals:6 P1 12000']],
    ['how and why it was paid is not sealed', { method: 'cheque', notes: 'x', reference: 'y' }, []],
    ['the client left to the invoice', { client: '', currency: '' }, []],
    ['an amount written otherwise', { amount: '120' }, []],
  ] as const) {
    test(name, () => expect(found([{ ...WAS, ...cells }], [FIRST])).toEqual(expected));
  }

  test('deleted', () => expect(found([], [FIRST])).toEqual(['warning seals:6 P1 12000']));
  test('typed by hand without a seal, beside one that was sealed', () => {
    expect(found([WAS, { ...WAS, id: 'P2', invoice: 'F3' }], [FIRST])).toEqual([]);
    expect(found([WAS, { ...WAS, id: '', invoice: 'F3' }], [FIRST])).toEqual([]);
  });
  test('rows in another order', () => {
    const other = { ...WAS, id: 'P2', invoice: 'F3' };
    const after = [FIRST, seal('PAY', '2026-05-21T08:00:00Z', other)];
    expect(found([other, WAS], after)).toEqual([]);
    expect(found([{ ...other, amount: '1.00' }, WAS], after)).toEqual(['warning payments:2 P2 11900']);
  });
  test('two ids exchanged their invoices', () => {
    const other = { ...WAS, id: 'P2', invoice: 'F3' };
    const after = [FIRST, seal('PAY', '2026-05-21T08:00:00Z', other)];
    const rows = [
      { ...WAS, invoice: 'F3' },
      { ...other, invoice: 'F1' },
    ];
    expect(found(rows, after)).toEqual(['warning payments:2 P1 12000', 'warning payments:3 P2 12000']);
  });
  test('two equal payments without id, of which one is deleted', () => {
    const bare = { ...WAS, id: '' };
    const after = [
      seal('PAY', '2026-05-21T08:00:00Z', { id: '' }),
      seal('PAY', '2026-05-21T08:00:00Z', { id: '' }),
    ];
    expect(found([bare, bare], after)).toEqual([]);
    expect(found([bare], after)).toEqual(['warning seals:7 F1 12000']);
    expect(found([bare], [...after, seal('PAYVOID', '2026-06-02T05:00:00Z', { id: '' })])).toEqual([
      'warning seals:8 F1 12000',
    ]);
  });
  test('a row of its own id stands for no other', () => {
    const after = [FIRST, seal('PAY', '2026-05-21T08:00:00Z', { id: '' })];
    expect(found([WAS], after)).toEqual(['warning seals:7 F1 12000']);
  });
  test('before it was sealed nothing is known of it', () => {
    expect(found([], [FIRST], '2026-05-20')).toEqual([]);
    expect(found([], [FIRST], '2026-05-21')).toEqual(['warning seals:6 P1 12000']);
  });
  for (const [rows, words] of [
    [
      [{ ...WAS, amount: '20.00' }],
      'The payment P1 of €120.00 of 20 May 2026 (client C1, F1), sealed on 21 May 2026, is not the same in the register: €20.00, on 20 May 2026, client C1, F1; check the bank statement, and who did it.',
    ],
    [
      [],
      'The payment P1 of €120.00 of 20 May 2026 (client C1, F1), sealed on 21 May 2026, is no longer among the payments; check the bank statement, and who did it.',
    ],
    [
      [{ ...WAS, date: 'x' }],
      'The payment P1 of €120.00 of 20 May 2026 (client C1, F1), sealed on 21 May 2026, no longer counts (row 2 is to be mended, or stands as penalties); check the bank statement, and who did it.',
    ],
  ] as const) {
    test(words, () => {
      const { findings } = auditRecords({ ...sealed(BOOKS, { after: [FIRST] }), payments: rows });
      const messages = findings
        .filter((one) => one.test === 'payment-voided')
        .map(({ message }) => message.en);
      expect(messages).toEqual([words]);
    });
  }
});
