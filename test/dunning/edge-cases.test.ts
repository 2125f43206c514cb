/** Where reminder systems hurt their users: each case by its number, through what the product really does. */
import { expect, test } from 'vitest';
import { remind } from '../../appsscript/actions/outbox/remind.ts';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { invoiceStatuses } from '../../shared/dunning/invoice-status.ts';
import { outlookOf } from '../../shared/dunning/outlook.ts';
import { letterOf } from '../../shared/letters/letter.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { copyOf, done, run } from '../addon/fake-world.ts';
import { owingRegister } from '../addon/owing-register.ts';
import { typeset } from '../french.ts';
import { problemLines, readTables, tableOf } from '../register/read-fixture.ts';
import {
  askedNumbers,
  type DunningRecords,
  deadlineOf,
  decision,
  decisions,
  dunningRegister,
  type StepRecord,
  sent,
  verdict,
} from './decided.ts';
import { simulate } from './simulation.ts';

// Due on 1 May 2026, a Friday and a holiday. The plain ladder: -5, 1, 15, 30, 45 days.
const F1 = { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 } as const;
const F2 = { number: 'F2', issued: '2026-04-12', due: '2026-05-12', total: 50_000 } as const;
const LATE: DunningRecords = { invoices: [F1] };
const CLAIMING: readonly StepRecord[] = [
  [1, 1, 'email', { newDeadlineDays: 8, penalties: true }],
  [2, 15, 'email', { newDeadlineDays: 8, penalties: true }],
  [3, 30, 'email', { newDeadlineDays: 8, penalties: true }],
];
const ACME = 'achats@acme.example';

function levelsSent(records: DunningRecords, from: CivilDate, days: number, runs = 1): readonly string[] {
  const register = dunningRegister({ settings: { bankFreshnessDays: '999' }, ...records }, from);
  const { messages } = simulate(register, { from, days, mode: 'items', runs });
  return messages.map(({ day, decision: { level } }) => `${civilDate(day)} ${level}`);
}

test('1 the job runs every hour: each level once, as if it ran once a day', () => {
  expect(levelsSent(LATE, '2026-05-04', 20, 24)).toEqual(['2026-05-04 1', '2026-05-18 2']);
  const state = copyOf(owingRegister());
  for (let hour = 0; hour < 24; hour++) done(run(state, (world) => remind(world, null)));
  expect(state.mails.filter(({ to }) => to === ACME)).toHaveLength(1);
});

test('2 the day of a level was missed: it goes out at the next run, and the ones after it wait their turn', () => {
  expect(levelsSent(LATE, '2026-07-20', 12)).toEqual(['2026-07-20 1', '2026-07-27 2']);
  const skip = (day: number): boolean => day < 10;
  const register = dunningRegister({ ...LATE, settings: { bankFreshnessDays: '999' } }, '2026-05-04');
  const { messages } = simulate(register, { from: '2026-05-04', days: 12, mode: 'items', skip });
  expect(messages.map(({ day, decision: { level } }) => [civilDate(day), level])).toEqual([
    ['2026-05-15', 1], // the tenth day is a holiday
  ]);
});

test('3 days after the due date are not read as days before: the mistaken sign is named, its row not followed', () => {
  const rows = (offsetDays: number) =>
    readTables({
      calendars: tableOf(
        ['calendar', 'level', 'offsetDays', 'channel', 'newDeadlineDays'],
        { calendar: 'company', level: 1, channel: 'email', newDeadlineDays: 8 },
        [{ offsetDays }],
      ),
    });
  expect(problemLines(rows(-60))).toEqual(['calendars 2 offsetDays calendar/before-due']);
  expect(rows(-60).register.calendars).toEqual([]);
  const records: DunningRecords = { ...LATE, calendar: [[1, 60]] };
  expect(verdict(records, '2026-06-29')).toBe('none 1 not-yet'); // 59 days late
  expect(verdict(records, '2026-06-30')).toBe('send 1 level-due');
});

test('4 paid, but the bank is not in the register yet: no automatic reminder until it is', () => {
  expect(verdict({ ...LATE, bankOn: '2026-04-28' }, '2026-05-06')).toBe('hold 1 bank-stale');
  const payments = [{ day: '2026-05-05', invoice: 'F1', amount: 120_000 }] as const;
  expect(decisions({ ...LATE, payments }, '2026-05-06')).toEqual([]);
});

test('5 part-paid: the rest is asked for, at the level the invoice has reached', () => {
  const payments = [{ day: '2026-05-07', invoice: 'F1', amount: 70_000 }] as const;
  const records = { ...LATE, payments, journal: sent(['2026-05-04', 1, 'F1']) };
  expect(decision(records, '2026-05-18')).toMatchObject({ action: 'send', level: 2, total: 50_000 });
});

test('6 open credit notes and unapplied cash are deducted; those used up are not', () => {
  const note = { number: 'A1', type: 'creditNote', issued: '2026-05-02', total: 20_000 } as const;
  const used = {
    number: 'A2',
    type: 'creditNote',
    issued: '2026-05-02',
    total: 10_000,
    corrects: 'F1',
  } as const;
  const payments = [{ day: '2026-05-05', client: 'C1', amount: 5_000 }] as const;
  expect(decision({ invoices: [F1, note, used], payments }, '2026-05-06').total).toBe(85_000);
});

test('7 many invoices: one message, at the level of the oldest, and each climbs its own ladder', () => {
  const records = { invoices: [F1, F2], journal: sent(['2026-05-04', 1, 'F1']) };
  const all = decisions(records, '2026-05-18');
  expect(all.map(({ level, total }) => [level, total])).toEqual([[2, 170_000]]);
  expect(all[0].asked.map(({ level }) => level)).toEqual([2, 1]);
});

test('8 an invoice dropped for a dispute: the others go on without it', () => {
  const disputed = { ...F1, dispute: { from: '2026-05-05' } } as const;
  expect(askedNumbers({ invoices: [disputed, F2] }, '2026-05-18')).toEqual(['F2']);
  expect(decision({ invoices: [disputed, F2] }, '2026-05-18')).toMatchObject({ action: 'send', level: 1 });
});

test('9 a hold with its end and its reason lets go by itself', () => {
  const clients = [{ code: 'C1', holdUntil: dayNumber('2026-05-14'), holdReason: 'congés' }];
  const held = decision({ ...LATE, clients }, '2026-05-14');
  expect([held.code, held.heldUntil, held.why.fr]).toEqual([
    'client-hold',
    dayNumber('2026-05-14'),
    typeset('Relance 1 le 2 mai 2026 ; retenue : relances suspendues jusqu’au 14 mai 2026 inclus (congés).'),
  ]);
  expect(verdict({ ...LATE, clients }, '2026-05-15')).toBe('send 1 level-due');
  const promise = { at: '2026-05-04', event: 'promise', promisedOn: '2026-05-12' } as const;
  expect(verdict({ ...LATE, journal: [promise] }, '2026-05-15')).toBe('hold 1 promise-pending');
  expect(verdict({ ...LATE, journal: [promise] }, '2026-05-18')).toBe('send 1 promise-broken');
});

test('10 what was sent and when the next comes stands beside the invoice', () => {
  const ledger = buildLedger(
    dunningRegister({ ...LATE, journal: sent(['2026-05-04', 1, 'F1']) }, '2026-05-07'),
  );
  const status = invoiceStatuses(ledger, dayNumber('2026-05-07'), 'fr').of(0);
  expect([status.dunningLevel, status.nextStep]).toEqual([1, 'Relance 2 le 18 mai 2026']);
});

test('11 the last line paid does not close the others', () => {
  const journal = sent(['2026-05-18', 1]);
  const paid = { day: '2026-05-20', invoice: 'F2', amount: 50_000 } as const;
  const records = { invoices: [F1, F2], journal, payments: [paid] };
  expect(decision(records, '2026-06-01')).toMatchObject({ action: 'send', level: 2, total: 120_000 });
  const both = [paid, { day: '2026-05-20', invoice: 'F1', amount: 120_000 } as const];
  expect(decisions({ ...records, payments: both }, '2026-06-01')).toEqual([]);
});

test('12 the principal paid, its interest and indemnity stay owed; a credit note closes the reminders too', () => {
  const settings = { lateInterest: '12' };
  const claimed = { at: '2026-05-18', level: 1, invoice: 'F1', interest: 671, indemnity: 4_000 } as const;
  const records: DunningRecords = {
    invoices: [F1, F2],
    settings,
    calendar: CLAIMING,
    journal: [claimed],
    payments: [{ day: '2026-05-20', invoice: 'F1', amount: 120_000 }],
  };
  const { earlier, indemnity, total } = decision(records, '2026-06-01');
  expect([total, indemnity.minor]).toEqual([50_000, 4_000]); // of F2 alone
  expect(earlier.indemnity.minor).toBe(4_000);
  expect(earlier.interest.minor).toBe(Math.round((120_000 * 0.12 * 19) / 365)); // to the day it was paid
  const note = {
    number: 'A1',
    type: 'creditNote',
    issued: '2026-05-20',
    total: 120_000,
    corrects: 'F1',
  } as const;
  expect(decisions({ invoices: [F1, note] }, '2026-06-01')).toEqual([]);
});

test('13 the balance is the live one, of several invoices with payments between two messages', () => {
  const payments = [
    { day: '2026-05-05', invoice: 'F1', amount: 20_000 },
    { day: '2026-05-16', invoice: 'F2', amount: 10_000 },
  ] as const;
  const records = { invoices: [F1, F2], payments, journal: sent(['2026-05-04', 1, 'F1']) };
  const { asked, total } = decision(records, '2026-05-18');
  expect([asked.map(({ amount }) => amount), total]).toEqual([[100_000, 40_000], 140_000]);
});

test('14 no run adds a fee: 40 € an invoice and one interest from its due date, however many messages', () => {
  const records = { ...LATE, calendar: CLAIMING, settings: { lateInterest: '12' } };
  const ledger = buildLedger(dunningRegister(records, '2026-05-04'));
  const { messages } = outlookOf(ledger, dayNumber('2026-05-04'), 60);
  const interest = (days: number) => Math.round((120_000 * 0.12 * days) / 365);
  expect(messages.map((message) => [message.indemnity.minor, message.interest.minor])).toEqual([
    [4_000, interest(3)],
    [4_000, interest(17)],
    [4_000, interest(31)],
  ]);
});

test('15 a reminder gives a new deadline, prints it, and the next level waits for its end', () => {
  const calendar: readonly StepRecord[] = [
    [1, 1, 'email', { newDeadlineDays: 20 }],
    [2, 15],
  ];
  const records = { ...LATE, calendar };
  const first = decision(records, '2026-05-04');
  expect(deadlineOf(first)).toBe('2026-05-24');
  const letter = letterOf(dunningRegister(records, '2026-05-04'), first, dayNumber('2026-05-04'));
  expect(letter.facts.newDeadline).toBe('24 mai 2026');
  const journal = [{ at: '2026-05-04', level: 1, newDeadline: '2026-05-24' } as const];
  expect(verdict({ ...records, journal }, '2026-05-22')).toBe('none 2 level-done');
  expect(verdict({ ...records, journal }, '2026-05-26')).toBe('send 2 level-due');
});
