/** Random registers to live through: all a register may hold, and the promises, plans, holds and proceedings that stop reminders. */
import fc from 'fast-check';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { Client, Register } from '../../shared/register/entries.ts';
import { randomRecords } from '../receivables/random-register.ts';
import type { RegisterRecords } from '../receivables/register-of.ts';
import { dunningRegister, type JournalRecord, type StepRecord } from './decided.ts';

export const START: CivilDate = '2024-01-20';
export const GAP = 6;
export const MOST_CONTACTS = 3;
export const LEVEL_GAP = 7;
const SETTINGS = {
  bankFreshnessDays: '9999',
  minimumContactGapDays: String(GAP),
  maxContactsPer30Days: String(MOST_CONTACTS),
  lateInterest: '12',
};
export const CALENDAR: readonly StepRecord[] = [
  [0, -5],
  [1, 1, 'email', { newDeadlineDays: 8 }],
  [2, 10, 'email', { minimumGapDays: LEVEL_GAP, newDeadlineDays: 8, penalties: true }],
  [3, 20, 'call', { minimumGapDays: LEVEL_GAP }],
  [4, 30, 'registeredLetter', { minimumGapDays: LEVEL_GAP, newDeadlineDays: 15 }],
];

/** Cents to euros: nothing falls below the tolerance. */
function scaled({ invoices, payments = [], plans = [], ...rest }: RegisterRecords): RegisterRecords {
  const times = <T extends { readonly amount: number }>(row: T): T => ({ ...row, amount: row.amount * 1000 });
  return {
    ...rest,
    invoices: invoices.map(({ dispute, ...invoice }) => ({
      ...invoice,
      total: invoice.total * 1000,
      ...(dispute
        ? { dispute: dispute.amount === undefined ? dispute : { ...dispute, amount: dispute.amount * 1000 } }
        : {}),
    })),
    payments: payments.map(times),
    plans: plans.map((plan) => ({
      ...plan,
      instalments: plan.instalments.map(([due, amount]) => [due, amount * 1000] as const),
    })),
  };
}

export function liveRegister(records: RegisterRecords, journal: readonly JournalRecord[] = []): Register {
  const { invoices, payments = [], plans = [], currencies = ['EUR'], clients = ['C1'] } = records;
  const given = { invoices, payments, plans, currencies, clients, journal };
  return dunningRegister({ ...given, settings: SETTINGS, calendar: CALENDAR, bankOn: START }, START);
}

/** Documents, money, disputes and plans, and nothing said in the journal. */
export const quietRegisters: fc.Arbitrary<Register> = randomRecords.map((records) =>
  liveRegister(scaled(records)),
);

const day = (n: number): CivilDate => civilDate(dayNumber(START) + n);
const offset = fc.integer({ min: 0, max: 300 });

/** What people agreed, by the place of its invoice: beyond the last, about all that was open. */
const agreement = fc.record({
  at: offset,
  kind: fc.constantFrom('promise', 'promise', 'plan', 'release'),
  client: fc.constantFrom('C1', 'C2'),
  invoice: fc.nat({ max: 9 }),
  promisedIn: fc.integer({ min: 0, max: 40 }),
  amount: fc.option(fc.integer({ min: 1, max: 60 })),
} as const);
type Agreement = ReturnType<(typeof agreement)['generate']>['value'];

function agreed(
  { amount, at, client, invoice, kind, promisedIn }: Agreement,
  invoices: RegisterRecords['invoices'],
): JournalRecord {
  const named = invoices[invoice];
  const isInvoice = named !== undefined && named.type !== 'creditNote';
  const about = isInvoice ? { client: named.client ?? 'C1', invoice: named.number } : { client };
  const row = { at: day(at), event: kind, ...about } as const;
  return kind === 'promise'
    ? { ...row, promisedOn: day(at + promisedIn), amount: amount === null ? null : amount * 1000 }
    : row;
}

const standing = fc.record({
  holdUntil: fc.option(offset, { freq: 2 }),
  insolvencyOn: fc.option(offset, { freq: 2 }),
});

/** Everything that may keep a message back, in one register. */
export const liveRegisters: fc.Arbitrary<Register> = fc
  .record({
    records: randomRecords,
    agreements: fc.array(agreement, { maxLength: 5 }),
    standings: fc.tuple(standing, standing),
  })
  .map(({ agreements, records, standings }) => {
    const clients = standings.map(
      ({ holdUntil, insolvencyOn }, index): Partial<Client> & { code: string } => ({
        code: `C${index + 1}`,
        holdUntil: holdUntil === null ? null : dayNumber(day(holdUntil)),
        insolvencyOn: insolvencyOn === null ? null : dayNumber(day(insolvencyOn)),
      }),
    );
    return liveRegister(
      { ...scaled(records), clients },
      agreements.map((one) => agreed(one, records.invoices)),
    );
  });
