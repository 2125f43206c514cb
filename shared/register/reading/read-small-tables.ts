/** The journal, the calendars and the rates. */
import { NO_DAY } from '../../base/civil-date.ts';
import { currencyDigits } from '../../base/money.ts';
import { minutesOf } from '../cell-minutes.ts';
import type { CalendarStep, JournalEntry, Rate } from '../entries.ts';
import { isOwnStatus } from '../journal-status.ts';
import {
  amountAt,
  cellAt,
  choiceAt,
  dayAt,
  flag,
  integerAt,
  numberAt,
  type Places,
  type RowCells,
  sheetRow,
  textAt,
} from '../row-cells.ts';
import { CHANNELS, type Channel, JOURNAL_EVENTS, JOURNAL_STATUSES, type JournalStatus } from '../tables.ts';
import { clientAt, documentAt, NOT_NAMED } from './invoice-rows.ts';
import type { InstalmentContext } from './read-instalments.ts';

/** Entries read so far, and the minute of the day of each; null where only the day is known. */
export type JournalRows = {
  readonly entries: JournalEntry[];
  readonly minutes: (number | null)[];
  readonly texts: Map<string, string>; // addresses and names stand in many rows: the first ones are kept once
};

export function newJournalRows(): JournalRows {
  return { entries: [], minutes: [], texts: new Map() };
}

const MOST_TEXTS = 100_000;

function keptOnce(texts: Map<string, string>, text: string): string {
  const kept = texts.get(text);
  if (kept !== undefined) return kept;
  if (texts.size < MOST_TEXTS) texts.set(text, text);
  return text;
}

/** Reads one journal row: without a day, a known client or an event it is left out; any other bad cell is left empty. */
export function readJournalRow(
  cells: RowCells,
  places: Places,
  context: InstalmentContext,
  into: JournalRows,
): void {
  const text = (key: string): string => keptOnce(into.texts, textAt(cells, places.of(key)));
  const day = (key: string): number | null => optionalDay(cells, places, key);
  const at = dayAt(cells, places.of('at'));
  const client = clientAt(cells, places.of('client'), context.clients);
  const invoice = journalInvoice(cells, places, context, client);
  const written = choiceAt(cells, places.of('event'));
  const event = JOURNAL_EVENTS.find((known) => known === written);
  const money = journalMoney(cells, places, context, invoice);
  const channel = choiceAt(cells, places.of('channel'), true);
  const status = journalStatus(cells, places);
  const entry: JournalEntry = {
    row: sheetRow(cells),
    at,
    client,
    invoice,
    event: event ?? 'note', // of a row that is left out
    level: integerAt(cells, places.of('level'), true),
    channel: CHANNELS.find((known) => known === channel) || null,
    recipient: text('recipient'),
    status,
    amount: money('amount'),
    promisedOn: day('promisedOn'),
    newDeadline: day('newDeadline'),
    interest: money('interest'),
    indemnity: money('indemnity'),
    tracking: text('tracking'),
    key: text('key'),
    user: text('user'),
    detail: text('detail'),
  };
  if (cells.leftOut || event === undefined) return;
  into.entries.push(entry);
  into.minutes.push(minutesOf(cellAt(cells, places.of('at'))));
}

/** One that was written for another row's message says nothing of this one's. */
function journalStatus(cells: RowCells, places: Places): JournalStatus | null {
  const text = (key: string): string => textAt(cells, places.of(key));
  const written = choiceAt(cells, places.of('status'), true);
  const known = JOURNAL_STATUSES.find((status) => status === written) ?? null;
  if (isOwnStatus({ statusOf: text('statusOf'), key: text('key'), claim: text('claim') })) return known;
  return text('key') === '' ? null : 'unknown';
}

/** Amounts of a row are in its invoice's currency, else the register's; null where empty or unreadable. */
function journalMoney(
  cells: RowCells,
  places: Places,
  { currencies, invoices, settings }: InstalmentContext,
  invoice: number,
): (key: string) => number | null {
  const currency = invoice >= 0 ? currencies.codes[invoices.columns.currency[invoice]] : settings.currency;
  return (key) => {
    const amount = amountAt(cells, places.of(key), currency, currencyDigits(currency), true);
    return Number.isNaN(amount) ? null : amount;
  };
}

function optionalDay(cells: RowCells, places: Places, key: string): number | null {
  const found = dayAt(cells, places.of(key), true);
  return found === NO_DAY ? null : found;
}

function journalInvoice(cells: RowCells, places: Places, context: InstalmentContext, client: number): number {
  const { columns } = context.invoices;
  const invoice = documentAt(cells, places.of('invoice'), context.invoices);
  if (invoice < NOT_NAMED) flag(cells, places.of('invoice'), 'invoice/unknown');
  if (invoice < 0) return -1;
  if (client >= 0 && columns.client[invoice] !== client) flag(cells, places.of('invoice'), 'client/mismatch');
  return invoice;
}

/** Steps read so far, with the row that took each calendar's level. */
export type CalendarRows = { readonly steps: CalendarStep[]; readonly rowOf: Map<string, number> };

export function newCalendarRows(): CalendarRows {
  return { steps: [], rowOf: new Map() };
}

export function readCalendarRow(cells: RowCells, places: Places, into: CalendarRows): void {
  const calendar = textAt(cells, places.of('calendar'));
  const level = integerAt(cells, places.of('level'));
  const offsetDays = integerAt(cells, places.of('offsetDays'));
  const written = choiceAt(cells, places.of('channel'));
  const channel = CHANNELS.find((known) => known === written);
  if (calendar !== '' && level !== null) claim(cells, places, 'level', `${calendar} ${level}`, into.rowOf);
  const step = {
    row: sheetRow(cells),
    calendar,
    template: textAt(cells, places.of('template')),
    minimumGapDays: countAt(cells, places, 'minimumGapDays'),
    newDeadlineDays: countAt(cells, places, 'newDeadlineDays'),
    penalties: choiceAt(cells, places.of('penalties'), true) === 'yes',
  };
  if (offsetDays !== null && offsetDays <= 0 && isForLate(step, channel)) {
    flag(cells, places.of('offsetDays'), 'calendar/before-due');
  }
  if (cells.leftOut || level === null || offsetDays === null || channel === undefined) return;
  into.steps.push({ ...step, level, offsetDays, channel });
}

/** A number of days, at least 0. */
function countAt(cells: RowCells, places: Places, key: string): number | null {
  const count = integerAt(cells, places.of(key), true);
  if (count === null || count >= 0) return count;
  flag(cells, places.of(key), 'number/invalid', '', true);
  return null;
}

/** What makes no sense while nothing is late: the sign of the days was mistaken. */
function isForLate(
  { newDeadlineDays, penalties }: Pick<CalendarStep, 'newDeadlineDays' | 'penalties'>,
  channel: Channel | undefined,
): boolean {
  return newDeadlineDays !== null || penalties || channel === 'registeredLetter';
}

/** Rates read so far, with the row that took each series' day. */
export type RateRows = { readonly rates: Rate[]; readonly rowOf: Map<string, number> };

export function newRateRows(): RateRows {
  return { rates: [], rowOf: new Map() };
}

export function readRateRow(cells: RowCells, places: Places, into: RateRows): void {
  const series = textAt(cells, places.of('series'));
  const from = dayAt(cells, places.of('from'));
  const percent = numberAt(cells, places.of('percent'));
  if (series !== '' && from !== NO_DAY) claim(cells, places, 'from', `${series} ${from}`, into.rowOf);
  const source = textAt(cells, places.of('source'));
  const toCheck = choiceAt(cells, places.of('toCheck'), true) === 'yes';
  if (cells.leftOut || percent === null) return;
  into.rates.push({ row: sheetRow(cells), series, from, percent, source, toCheck });
}

/** The first row that shows a code owns it, even where the row is left out. */
function claim(cells: RowCells, places: Places, key: string, code: string, rowOf: Map<string, number>): void {
  const first = rowOf.get(code);
  if (first === undefined) rowOf.set(code, sheetRow(cells));
  else flag(cells, places.of(key), 'row/duplicate', String(first));
}
