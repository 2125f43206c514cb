/** Decisions on registers from plain records. What a test does not say is as it should be for a message to leave. */
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import type { DunningDecision } from '../../shared/dunning/decision.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import type { CalendarStep, JournalEntry, Rate, Register } from '../../shared/register/entries.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';

export type JournalRecord = Partial<
  Omit<JournalEntry, 'at' | 'client' | 'invoice' | 'newDeadline' | 'promisedOn'>
> & {
  readonly at: CivilDate;
  readonly event?: JournalEntry['event']; // reminder
  readonly client?: string; // the first
  readonly invoice?: string; // none
  readonly newDeadline?: CivilDate;
  readonly promisedOn?: CivilDate;
};

export type StepRecord = readonly [
  level: number,
  offsetDays: number,
  channel?: CalendarStep['channel'], // email
  more?: Partial<CalendarStep>,
];

export type DunningRecords = Omit<RegisterRecords, 'journal' | 'calendars' | 'rates' | 'settings'> & {
  readonly settings?: Readonly<Record<string, string>>;
  readonly journal?: readonly JournalRecord[];
  readonly calendar?: readonly StepRecord[]; // of companies
  readonly rates?: readonly (readonly [from: CivilDate, percent: number, series?: string])[];
  readonly bankOn?: CivilDate | null; // money of a client apart; null: none; where unsaid, every day
};

/** Reachable in every way. */
const ADDRESS = { email: 'a@exemple.fr', phone: '01', addressLine1: '1, rue Haute', city: 'Lyon' };
const OTHER = 'ZZZ';

/** A ladder without gaps of its own: offsets alone set the days. */
export const PLAIN_LADDER: readonly StepRecord[] = [
  [0, -5],
  [1, 1],
  [2, 15],
  [3, 30],
  [4, 45, 'registeredLetter'],
];

export function dunningRegister(records: DunningRecords, asOf: CivilDate): Register {
  const { calendar = PLAIN_LADDER, journal = [], rates = [], settings = {}, ...rest } = records;
  const bankOn = records.bankOn === undefined ? asOf : records.bankOn;
  const clients = (rest.clients ?? ['C1']).map((client) =>
    typeof client === 'string' ? { ...ADDRESS, code: client } : { ...ADDRESS, ...client },
  );
  const bank = bankOn === null ? [] : [{ day: bankOn, client: OTHER, amount: 100 }];
  const codes = clients.map(({ code }) => code);
  const numbers = rest.invoices.map(({ number }) => number);
  return registerOf({
    ...rest,
    clients: [...clients, { code: OTHER }],
    payments: [...(rest.payments ?? []), ...bank],
    settings: { texts: new Map(Object.entries(settings)) },
    calendars: calendar.map((step, index) => calendarRow(step, index)),
    rates: rates.map((rate, index) => rateRow(rate, index)),
    journal: journal.map((record, index) => journalRow(record, index, codes, numbers)),
  });
}

/** @returns every decision of the day */
export function decisions(records: DunningRecords, asOf: CivilDate): readonly DunningDecision[] {
  return decideDunning(buildLedger(dunningRegister(records, asOf)), dayNumber(asOf));
}

/** The one decision of the day. */
export function decision(records: DunningRecords, asOf: CivilDate): DunningDecision {
  const all = decisions(records, asOf);
  if (all.length !== 1) throw new Error(`${all.length} decisions, not one`);
  return all[0];
}

/** What most tests look at: `send 2 level-due`. */
export function verdict(records: DunningRecords, asOf: CivilDate): string {
  const { action, code, level } = decision(records, asOf);
  return `${action} ${level} ${code}`;
}

/** The numbers of the invoices asked for. */
export function askedNumbers(records: DunningRecords, asOf: CivilDate): readonly string[] {
  return decision(records, asOf).asked.map(({ invoice }) => records.invoices[invoice].number);
}

/** Levels really sent; without an invoice: about all that was late that day. */
export function sent(
  ...levels: readonly (readonly [at: CivilDate, level: number, invoice?: string])[]
): readonly JournalRecord[] {
  return levels.map(([at, level, invoice]) => (invoice ? { at, level, invoice } : { at, level }));
}

export function deadlineOf({ newDeadline }: DunningDecision): CivilDate | null {
  return newDeadline === null ? null : civilDate(newDeadline);
}

export function calendarRow(
  [level, offsetDays, channel = 'email', more]: StepRecord,
  index: number,
): CalendarStep {
  const nothing = { template: '', minimumGapDays: null, newDeadlineDays: null, penalties: false };
  return { row: index + 2, calendar: 'company', level, offsetDays, channel, ...nothing, ...more };
}

function rateRow(
  [from, percent, series = 'ECB-MRO']: readonly [CivilDate, number, string?],
  index: number,
): Rate {
  return { row: index + 2, series, from: dayNumber(from), percent, source: '', toCheck: false };
}

export function journalRow(
  record: JournalRecord,
  index: number,
  clients: readonly string[],
  invoices: readonly string[],
): JournalEntry {
  const { at, client, event = 'reminder', invoice, newDeadline, promisedOn, ...given } = record;
  return {
    ...EMPTY,
    row: index + 2,
    ...given,
    event,
    at: dayNumber(at),
    client: client === undefined ? 0 : clients.indexOf(client),
    invoice: invoice === undefined ? -1 : invoices.indexOf(invoice),
    newDeadline: newDeadline === undefined ? null : dayNumber(newDeadline),
    promisedOn: promisedOn === undefined ? null : dayNumber(promisedOn),
  };
}

const EMPTY = {
  level: null,
  channel: null,
  recipient: '',
  status: null,
  amount: null,
  key: '',
  user: '',
  interest: null,
  indemnity: null,
  tracking: '',
  detail: '',
};
