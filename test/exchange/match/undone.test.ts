/** Rejected debits and bounced cheques against the payments they undo; payments that people typed before the bank's file came. */
import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import type { BankMovement } from '../../../shared/exchange/bank/statement.ts';
import { type PlannedMovement, planImport } from '../../../shared/exchange/match/import-plan.ts';
import { importRows } from '../../../shared/exchange/match/import-rows.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { readFiles } from '../fec/books.ts';

const CLIENTS = 'code,name\nC1,Épicerie Ollier\nC2,Garage Bellon\n';
const INVOICES =
  'number,client,issueDate,dueDate,total\nF2026-00011,C1,2026-08-01,2026-08-31,120.00\nF2026-00012,C1,2026-08-01,2026-08-31,120.00\n' +
  'F2026-00013,C2,2026-08-01,2026-08-31,120.00\nF2026-00014,C2,2026-08-01,2026-08-31,45.00\n';
const LOG = 'key,import,date,amount,currency,label,state\n';

function moved(date: CivilDate, minor: number, label: string): BankMovement {
  const empty = { valueDay: null, payer: '', payerIban: '', reference: '', bankId: '', line: 1 };
  return { ...empty, day: dayNumber(date), minor, label };
}

/** @param payments `id,date,client,invoice,amount`, one a line */
async function plan(payments: readonly string[], movements: readonly BankMovement[], log = '') {
  const { evidence, register } = await readFiles({
    settings: 'key,value\nlocale,fr_FR\n',
    clients: CLIENTS,
    invoices: INVOICES,
    payments: `id,date,client,invoice,amount\n${payments.join('\n')}\n`,
    ...(log === '' ? {} : { bank: LOG + log }),
  });
  const ids = payments.map((line, index) => [index + 2, line.split(',')[0] ?? ''] as const);
  const statement = { account: 'FR76', currency: 'EUR', opening: null, closing: null, movements };
  const made = planImport([statement], {
    ledger: buildLedger(register),
    ibans: evidence.ibans,
    asOf: dayNumber('2026-11-20'),
    toleranceMinor: 0,
    paymentIds: new Map(ids.filter(([, id]) => id !== '')),
  });
  const said = ({ decision, match }: PlannedMovement): string => {
    const parts = match.parts.map(({ invoice, minor }) => `${register.invoices.numberAt(invoice)} ${minor}`);
    const client = match.client === null ? '-' : register.clients[match.client]?.code;
    return [decision, match.reason, client, ...parts, match.unapplied].join(' ');
  };
  return { said: made.movements.map(said), made, register };
}

const KEY = 'B-0123456789abcdef0123';
const PAID_11 = 'P1,2026-09-01,C1,F2026-00011,120.00';
const PAID_12 = 'P2,2026-09-10,C1,F2026-00012,120.00';
const PAID_13 = 'P3,2026-09-05,C2,F2026-00013,120.00';

describe('money that comes back', () => {
  const cases: readonly (readonly [string, readonly string[], BankMovement, string])[] = [
    [
      'names its invoice',
      [PAID_11, PAID_12],
      moved('2026-09-20', -12_000, 'REJET PRLV F2026-00011'),
      'ask rejected C1 F2026-00011 -12000 0',
    ],
    [
      'names its client: the latest payment of that amount',
      [PAID_11, PAID_12, PAID_13],
      moved('2026-09-20', -12_000, 'CHEQUE IMPAYE EPICERIE OLLIER'),
      'ask rejected C1 F2026-00012 -12000 0',
    ],
    [
      'names nobody, one client has such a payment',
      [PAID_13],
      moved('2026-09-20', -12_000, 'REJET DE PRELEVEMENT'),
      'ask rejected C2 F2026-00013 -12000 0',
    ],
    [
      'names nobody, two clients have',
      [PAID_12, PAID_13],
      moved('2026-09-20', -12_000, 'REJET DE PRELEVEMENT'),
      'ask rejected - -12000',
    ],
    [
      'on the very day',
      [PAID_13],
      moved('2026-09-05', -12_000, 'RETOUR SDD GARAGE BELLON'),
      'ask rejected C2 F2026-00013 -12000 0',
    ],
    [
      'the day before it was paid',
      [PAID_13],
      moved('2026-09-04', -12_000, 'RETOUR SDD GARAGE BELLON'),
      'ask rejected C2 -12000',
    ],
    [
      '400 days later',
      ['P1,2025-10-16,C2,F2026-00013,120.00'],
      moved('2026-11-20', -12_000, 'IMPAYE GARAGE BELLON'),
      'ask rejected C2 F2026-00013 -12000 0',
    ],
    [
      '401 days later',
      ['P1,2025-10-15,C2,F2026-00013,120.00'],
      moved('2026-11-20', -12_000, 'IMPAYE GARAGE BELLON'),
      'ask rejected C2 -12000',
    ],
    [
      'another amount',
      [PAID_13],
      moved('2026-09-20', -11_999, 'IMPAYE GARAGE BELLON'),
      'ask rejected C2 -11999',
    ],
    [
      'undone by hand before',
      [PAID_13, 'P4,2026-09-12,C2,F2026-00013,-120.00'],
      moved('2026-09-30', -12_000, 'IMPAYE GARAGE BELLON'),
      'ask rejected C2 -12000',
    ],
    [
      'a transfer that an import put onto two invoices, with a rest',
      [
        `${KEY},2026-09-05,C2,F2026-00013,100.00`,
        `${KEY}-2,2026-09-05,C2,F2026-00014,45.00`,
        `${KEY}-3,2026-09-05,C2,,5.00`,
      ],
      moved('2026-09-20', -15_000, 'VIR RETOURNE GARAGE BELLON REJET'),
      'ask rejected C2 F2026-00013 -10000 F2026-00014 -4500 -500',
    ],
    [
      'two rows that somebody typed of one cheque',
      ['P1,2026-09-05,C2,F2026-00013,100.00', 'P2,2026-09-05,C2,F2026-00014,45.00'],
      moved('2026-09-20', -14_500, 'CHQ IMPAYE GARAGE BELLON'),
      'ask rejected C2 F2026-00013 -10000 F2026-00014 -4500 0',
    ],
    [
      'recorded by hand already',
      [PAID_13, 'P4,2026-09-18,C2,F2026-00013,-120.00'],
      moved('2026-09-20', -12_000, 'REJET F2026-00013'),
      'log recorded - -12000',
    ],
    [
      'bank charges are no rejection',
      [PAID_13],
      moved('2026-09-20', -12_000, 'FRAIS GARAGE BELLON'),
      'log out - -12000',
    ],
  ];
  test.each(cases)('%s', async (_, payments, movement, expected) => {
    expect((await plan(payments, [movement])).said).toEqual([expected]);
  });

  test('two of one amount undo two payments', async () => {
    const { said } = await plan(
      [PAID_11, PAID_12],
      [
        moved('2026-09-20', -12_000, 'REJET OLLIER EPICERIE OLLIER 1'),
        moved('2026-09-21', -12_000, 'REJET EPICERIE OLLIER 2'),
      ],
    );
    expect(said).toEqual(['ask rejected C1 F2026-00012 -12000 0', 'ask rejected C1 F2026-00011 -12000 0']);
  });

  test('confirmed, it is a payment below 0 onto the same invoice', async () => {
    const { made, register } = await plan(
      [PAID_13],
      [moved('2026-09-20', -12_000, 'REJET PRLV GARAGE BELLON')],
    );
    const [planned] = made.movements;
    if (!planned || planned.match.client === null) throw new Error('nothing proposed');
    const { client, parts } = planned.match;
    const { bank, payments } = importRows(
      made,
      register,
      new Map([[planned.key, { kind: 'parts', client, parts }]]),
    );
    expect(payments).toMatchObject([
      { date: '2026-09-20', client: 'C2', invoice: 'F2026-00013', amount: '-120.00', method: 'directDebit' },
    ]);
    expect(bank).toMatchObject([{ amount: '-120.00', state: 'applied', payments: payments[0]?.id }]);
  });
});

describe('what somebody typed before', () => {
  const BOTH = ['P1,2026-09-05,C2,F2026-00013,120.00', 'P2,2026-09-05,C2,F2026-00014,45.00'];
  test.each([
    [
      'one transfer over two invoices, named by both',
      BOTH,
      [moved('2026-09-07', 16_500, 'VIR F2026-00013 F2026-00014')],
      ['log recorded - 16500'],
    ],
    ['named by one', BOTH, [moved('2026-09-07', 16_500, 'VIR GARAGE F2026-00014')], ['log recorded - 16500']],
    ['5 days apart', BOTH, [moved('2026-09-10', 16_500, 'VIR F2026-00014')], ['log recorded - 16500']],
    ['6 days apart', BOTH, [moved('2026-09-11', 16_500, 'VIR F2026-00014')], ['ask nobody - 16500']],
    [
      'rows of two days do not add up',
      [BOTH[0], 'P2,2026-09-06,C2,F2026-00014,45.00'],
      [moved('2026-09-07', 16_500, 'VIR F2026-00014')],
      ['ask nobody - 16500'],
    ],
    [
      'rows of two clients neither',
      [BOTH[0], 'P2,2026-09-05,C1,F2026-00011,45.00'],
      [moved('2026-09-07', 16_500, 'VIR F2026-00013')],
      ['ask nobody - 16500'],
    ],
    [
      'a row stands for one movement: the second of two equal ones is asked about',
      [PAID_13],
      [moved('2026-09-05', 12_000, 'VIR F2026-00013'), moved('2026-09-06', 12_000, 'VIR F2026-00013 BIS')],
      ['log recorded - 12000', 'ask nobody - 12000'],
    ],
    [
      'the rows of a transfer do not stand for its parts besides',
      BOTH,
      [
        moved('2026-09-05', 4_500, 'VIR F2026-00014'),
        moved('2026-09-05', 16_500, 'VIR F2026-00013 F2026-00014'),
      ],
      ['log recorded - 4500', 'ask nobody - 16500'],
    ],
  ])('%s', async (_, payments, movements, expected) => {
    expect((await plan(payments.map(String), movements)).said).toEqual(expected);
  });

  test('a row that stands for a movement of an earlier file does not stand for another', async () => {
    const log = 'b1:00000000000000000001,I-1,2026-09-05,120.00,EUR,VIR F2026-00013,ignored\n';
    const { said } = await plan([PAID_13], [moved('2026-09-08', 12_000, 'VIR F2026-00013 BIS')], log);
    expect(said).toEqual(['ask nobody - 12000']);
  });
});
