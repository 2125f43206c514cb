import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../shared/base/civil-date.ts';
import type { JournalRecord } from '../dunning/decided.ts';
import { F1, line, lines, owed, segmentTexts } from './owed.ts';

type Claim = readonly [at: CivilDate, interest: number, indemnity: number, invoice?: string];

function claims(...rows: readonly Claim[]): readonly JournalRecord[] {
  return rows.map(([at, interest, indemnity, invoice = 'F1']) => ({ at, interest, indemnity, invoice }));
}

const NOTHING = [0, 0, 0, 0, 0];

describe('what an invoice bears', () => {
  for (const [asOf, interest, indemnity] of [
    ['2026-06-15', null, null],
    ['2026-06-16', 40, 4000],
    ['2026-06-30', 599, 4000],
    ['2026-07-01', 640, 4000],
    ['2026-07-20', 1415, 4000],
  ] as const) {
    test(`on ${asOf}: ${interest}`, () => {
      const found = owed({}, asOf).map((one) => [one.interest.due, one.indemnity.due]);
      expect(found).toEqual(interest === null ? [] : [[interest, indemnity]]);
    });
  }
  test('a missing half-year leaves the interest unknown and names its row; the fixed sum stands', () => {
    const [one] = owed({ rates: [['2026-01-01', 2.15]] });
    expect([line(one.interest), line(one.indemnity)]).toEqual([
      [null, 0, 0, 0, null],
      [4000, 0, 0, 0, 4000],
    ]);
    expect(one.missing).toEqual({ series: 'ECB-MRO', from: 20_635 });
  });
});

describe('paying the principal ends neither (edge case 12)', () => {
  const payments = [{ day: '2026-07-10', invoice: 'F1', amount: 120_000 }] as const;
  test('the interest stays what it was on the day of payment', () => {
    const atOnce = lines({ payments }, '2026-07-10');
    expect(atOnce).toEqual([
      [1007, 0, 0, 0, 1007], // 15 d at 12.15, 10 d at 12.40
      [4000, 0, 0, 0, 4000],
    ]);
    expect(lines({ payments }, '2026-12-31')).toEqual(atOnce);
    expect(owed({ payments })[0].isSettled).toBe(true);
  });
  test('a credit note of all of it ends the interest on its day as well', () => {
    const note = {
      number: 'A1',
      type: 'creditNote',
      issued: '2026-06-30',
      total: 120_000,
      corrects: 'F1',
    } as const;
    expect(lines({ invoices: [F1, note] })[0]).toEqual([599, 0, 0, 0, 599]);
  });
  test('paid on the due date it owes nothing; the day after, a day and the fixed sum', () => {
    const paidOn = (day: CivilDate) => owed({ payments: [{ day, invoice: 'F1', amount: 120_000 }] });
    expect(paidOn('2026-06-15')).toEqual([]);
    expect(paidOn('2026-06-16').map(({ interest }) => interest.due)).toEqual([40]);
  });
  test('a write-off of the principal is not one of its penalties', () => {
    const off = [{ day: '2026-07-10', invoice: 'F1', amount: 120_000, method: 'writeOff' }] as const;
    expect(lines({ payments: off })).toEqual([
      [1007, 0, 0, 0, 1007],
      [4000, 0, 0, 0, 4000],
    ]);
  });
});

describe('the watermark: what was claimed is never added again (edge case 14)', () => {
  for (const [name, rows, interest, indemnity] of [
    ['nothing claimed', claims(), 0, 0],
    ['once', claims(['2026-06-30', 599, 4000]), 599, 4000],
    ['twice the same day', claims(['2026-06-30', 599, 4000], ['2026-06-30', 599, 4000]), 599, 4000],
    ['again, higher', claims(['2026-06-30', 599, 4000], ['2026-07-10', 1007, 4000]), 1007, 4000],
    ['by a row after the day', claims(['2026-07-21', 1455, 4000]), 0, 0],
    ['of another invoice', [{ at: '2026-07-10', interest: 1, invoice: 'F2' }] as const, 0, 0],
    [
      'by a letter written by hand',
      [{ at: '2026-07-10', event: 'letter', interest: 1007, invoice: 'F1' }] as const,
      1007,
      0,
    ],
    [
      'perhaps: nobody knows whether it left',
      [{ at: '2026-07-10', status: 'unknown', interest: 1007, invoice: 'F1' }] as const,
      0,
      0,
    ],
    [
      'not: it failed',
      [{ at: '2026-07-10', status: 'failed', interest: 1007, invoice: 'F1' }] as const,
      0,
      0,
    ],
  ] as const) {
    test(name, () => {
      const invoices = [F1, { ...F1, number: 'F2', due: '2026-12-31' }] as const;
      const [first] = owed({ invoices, journal: rows });
      expect([line(first.interest), line(first.indemnity)]).toEqual([
        [1415, interest, 0, 0, 1415],
        [4000, indemnity, 0, 0, 4000],
      ]);
    });
  }
  test('a message that names no invoice claimed what each bore that day, oldest first', () => {
    const second = { ...F1, number: 'F2', due: '2026-06-30' } as const;
    const journal = [{ at: '2026-07-10', interest: 1100, indemnity: 4000 }] as const;
    // F1 bore 10.07 that day, F2 4.08
    expect(
      owed({ invoices: [second, F1], journal }).map((one) => [one.interest.claimed, one.indemnity.claimed]),
    ).toEqual([
      [1007, 4000],
      [93, 0],
    ]);
  });
});

describe('what is paid of them', () => {
  const paid = (amount: number, day: CivilDate = '2026-07-20', more: object = {}) => ({
    penalties: [{ day, invoice: 'F1', amount, ...more }],
  });
  for (const [name, records, interest, indemnity] of [
    ['all of both', paid(5415), [1415, 1415, 0, 0], [4000, 4000, 0, 0]],
    ['interest first', paid(1415), [1415, 1415, 0, 0], [4000, 0, 0, 4000]],
    ['then the fixed sum', paid(2415), [1415, 1415, 0, 0], [4000, 1000, 0, 3000]],
    [
      'as much interest as there was that day',
      paid(4599, '2026-06-30'),
      [1415, 599, 0, 816],
      [4000, 4000, 0, 0],
    ],
    ['more than both: ahead of the interest to come', paid(6000), [1415, 2000, 0, 0], [4000, 4000, 0, 0]],
    ['given up', paid(5415, '2026-07-20', { method: 'writeOff' }), [1415, 0, 1415, 0], [4000, 0, 4000, 0]],
    ['after the day', paid(5415, '2026-07-21'), [1415, 0, 0, 1415], [4000, 0, 0, 4000]],
    [
      'by a client who names no invoice',
      { penalties: [{ day: '2026-07-20', amount: 5415 }] } as const,
      [1415, 1415, 0, 0],
      [4000, 4000, 0, 0],
    ],
  ] as const) {
    test(name, () => {
      const found = lines(records).map(([due, , received, waived, left]) => [due, received, waived, left]);
      expect(found).toEqual([interest, indemnity]);
    });
  }
  test('a payment that bounces opens both again', () => {
    const penalties = [
      { day: '2026-07-20', invoice: 'F1', amount: 5415 },
      { day: '2026-07-20', invoice: 'F1', amount: -5415 },
    ] as const;
    expect(lines({ penalties }).map((one) => one[4])).toEqual([1415, 4000]);
  });
  test('of a client’s money what was claimed is paid first, oldest first, and nothing twice', () => {
    const invoices = [F1, { ...F1, number: 'F2' }, { ...F1, number: 'F3' }] as const;
    const journal = claims(['2026-07-10', 1007, 4000, 'F2'], ['2026-07-10', 1007, 4000, 'F3']);
    const penalties = [{ day: '2026-07-20', amount: 8000 }] as const;
    const left = owed({ invoices, journal, penalties }).map(
      ({ indemnity, interest }) => (interest.left ?? 0) + (indemnity.left ?? 0),
    );
    expect(left).toEqual([5415, 0, 5415 - (8000 - 5415)]);
  });
  test('another currency’s money pays none', () => {
    const penalties = [{ day: '2026-07-20', client: 'C1', currency: 'USD', amount: 5415 }] as const;
    expect(lines({ currencies: ['EUR', 'USD'], penalties }).map((one) => one[2])).toEqual([0, 0]);
  });
});

describe('insolvency', () => {
  const client = (insolvencyOn: number) => ({ clients: [{ code: 'C1', insolvencyOn }] });
  for (const [day, interest, indemnity] of [
    [20_635 + 20, 1415, 4000], // after
    [20_635 + 9, 966, 4000], // 10 July: through the 9th, 15 d and 9 d
    [20_620, 0, 4000], // 16 June, the first day late: the due date was before
  ] as const) {
    test(`opened on day ${day}: ${interest}`, () =>
      expect(lines(client(day)).map(([due]) => due)).toEqual([interest, indemnity]));
  }
  test('where it forbade paying on the due date neither is owed', () =>
    expect(owed(client(20_619)).map((one) => [one.interest.due, one.indemnity.due])).toEqual([[0, 0]]));
  test('what is invoiced after the opening bears both', () =>
    expect(lines(client(20_589)).map(([due]) => due)).toEqual([1415, 4000]));
  test('an invoice of the day of the opening is after it', () =>
    expect(lines(client(20_589)).map(([due]) => due)).toEqual([1415, 4000]));
  test('that of the eve is before', () => expect(owed(client(20_590))[0].interest.due).toBe(0));
});

describe('a payment plan', () => {
  const plan = {
    invoice: 'F1',
    agreedOn: '2026-06-30',
    instalments: [
      ['2026-07-10', 60_000],
      ['2026-07-31', 60_000],
    ],
  } as const;
  test('gives new due days from its own day on: what was late before stays late', () => {
    const [one] = owed({ plans: [plan] });
    expect(segmentTexts(one)).toEqual([
      '2026-06-16 to 2026-06-29: 14 d of 120000 at 12.15',
      '2026-07-11 to 2026-07-20: 10 d of 60000 at 12.4',
    ]);
    expect(one.interest.due).toBe(763); // 5.5923 + 2.0384
    expect(one.indemnity.due).toBe(4000);
  });
  test('agreed before the due date it leaves nothing late', () =>
    expect(owed({ plans: [{ ...plan, agreedOn: '2026-06-10' }] }, '2026-07-10')).toEqual([]));
  test('an instalment paid late keeps its interest', () => {
    const payments = [{ day: '2026-07-15', invoice: 'F1', amount: 60_000 }] as const;
    expect(segmentTexts(owed({ plans: [plan], payments })[0])).toEqual([
      '2026-06-16 to 2026-06-29: 14 d of 120000 at 12.15',
      '2026-07-11 to 2026-07-15: 5 d of 60000 at 12.4',
    ]);
  });
});

describe('a private person', () => {
  const rates = [['2026-07-01', 2.75, 'FR-LEGAL-B']] as const;
  const individual = { clients: [{ code: 'C1', kind: 'individual' }], rates } as const;
  test('owes nothing before a formal notice', () => expect(lines(individual)).toEqual([NOTHING, NOTHING]));
  test('legal interest from the day after it, and never a fixed sum', () => {
    const journal = [{ at: '2026-07-10', event: 'registeredLetter', invoice: 'F1' }] as const;
    expect(lines({ ...individual, journal })).toEqual([[90, 0, 0, 0, 90], NOTHING]);
  });
  for (const [name, row, interest] of [
    ['that names no invoice is about what was late', { at: '2026-07-10', event: 'registeredLetter' }, 90],
    ['before the due date it is not about this one', { at: '2026-06-15', event: 'registeredLetter' }, 0],
    ['a plain letter is none', { at: '2026-07-10', event: 'letter', invoice: 'F1' }, 0],
    ['one that failed is none', { at: '2026-07-10', event: 'registeredLetter', status: 'failed' }, 0],
  ] as const) {
    test(`a formal notice ${name}`, () =>
      expect(lines({ ...individual, journal: [row] })[0][0]).toBe(interest));
  }
});

test('an invoice in another currency than the fixed sum’s owes interest, and a sum that is not known', () => {
  const invoices = [{ ...F1, currency: 'USD' }] as const;
  const [one] = owed({ currencies: ['EUR', 'USD'], invoices }, '2026-07-20', 1);
  expect([one.interest.due, one.indemnity.due, one.indemnity.left]).toEqual([1415, null, null]);
});

test('a public buyer’s instalments have each the rate of their own first day', () => {
  const plans = [
    {
      invoice: 'F1',
      instalments: [
        ['2026-06-15', 60_000],
        ['2026-07-05', 60_000],
      ],
    },
  ] as const;
  const clients = [{ code: 'C1', kind: 'administration' }] as const;
  expect(segmentTexts(owed({ clients, plans })[0])).toEqual([
    '2026-06-16 to 2026-07-20: 35 d of 60000 at 10.15',
    '2026-07-06 to 2026-07-20: 15 d of 60000 at 10.4',
  ]);
});

test('with any payments, what is left and what was taken make up what is due, or money is ahead', () => {
  const move = fc.record({
    day: fc.constantFrom<CivilDate>('2026-06-20', '2026-07-01', '2026-07-15', '2026-07-20'),
    invoice: fc.constantFrom('F1', 'F2', undefined),
    amount: fc.integer({ min: 0, max: 6000 }),
    method: fc.constantFrom('transfer', 'writeOff'),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 6 }), (moves) => {
      const penalties = moves.map(({ invoice, ...rest }) => (invoice ? { ...rest, invoice } : rest));
      const all = owed({ invoices: [F1, { ...F1, number: 'F2' }], penalties });
      const paid = moves.reduce((sum, { amount }) => sum + amount, 0);
      let taken = 0;
      for (const { due, left, received, waived } of all.flatMap(({ indemnity, interest }) => [
        interest,
        indemnity,
      ])) {
        expect(left).toBe(Math.max(0, (due ?? 0) - received - waived));
        taken += received + waived;
      }
      expect(taken).toBeLessThanOrEqual(paid);
    }),
    { numRuns: 200 },
  );
});
