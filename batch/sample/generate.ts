/**
 * The sample register: a small French firm invented day by day from a seed. The same options give the same rows, row for row;
 * rows come as the days go by, so that half a million invoices never stand in memory.
 */
import { addMonths, type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import { unreachable } from '../../shared/base/result.ts';
import { type Agenda, type CreditNoteDraft, type Happening, newAgenda } from './agenda.ts';
import { clientPicker, drawBill, type PickClient } from './bills.ts';
import { calendarRows } from './calendars.ts';
import type { Lines } from './catalogue.ts';
import { drawClients, type SampleClient } from './clients.ts';
import { creditNoteRow, invoiceRow, lineRows } from './documents.ts';
import { drawFate, meetFate } from './fates.ts';
import { settingRows } from './firm.ts';
import { keepJournal, noteHolds, type Secretary } from './journal.ts';
import { addMistakes } from './mistakes.ts';
import { type Numbers, newNumbers } from './numbers.ts';
import type { SampleOptions } from './options.ts';
import { paymentRow } from './payments.ts';
import { makeRandom, type Random } from './random.ts';
import { rateRows } from './rates.ts';
import type { TableRow } from './rows.ts';
import { invoicesPerDay } from './seasons.ts';
import { type StoryTeller, storyTeller } from './story-teller.ts';

/** The rows of a register: settings, calendars, rates and clients first, then day by day all that happens. */
export function generateRegister(options: SampleOptions): Iterable<TableRow> {
  const rows = honestRows(options);
  return options.withMistakes ? addMistakes(rows, dayNumber(options.asOf)) : rows;
}

/** A register being made. */
type Making = {
  readonly options: SampleOptions;
  readonly asOf: DayNumber;
  readonly pickClient: PickClient;
  readonly random: Random;
  readonly secretary: Secretary;
  readonly agenda: Agenda;
  readonly numbers: Numbers;
  readonly storyOf: StoryTeller;
};

function* honestRows(options: SampleOptions): Generator<TableRow> {
  const asOf = dayNumber(options.asOf);
  const start = addMonths(asOf, -options.months) + 1;
  const clients = drawClients({ ...options, start, asOf }, makeRandom(options.seed, 'clients'));
  yield* standingRows(asOf, clients);
  const perDay = invoicesPerDay(start, asOf, options.invoices, makeRandom(options.seed, 'days'));
  const making = startMaking(options, asOf, clients);
  for (let day = start; day <= asOf; day++) yield* rowsOfDay(making, day, perDay[day - start]);
}

function* standingRows(asOf: DayNumber, clients: readonly SampleClient[]): Generator<TableRow> {
  for (const row of settingRows()) yield { table: 'settings', row };
  for (const row of calendarRows()) yield { table: 'calendars', row };
  for (const row of rateRows(asOf)) yield { table: 'rates', row };
  for (const { row } of clients) yield { table: 'clients', row };
}

function startMaking(options: SampleOptions, asOf: DayNumber, clients: readonly SampleClient[]): Making {
  const random = makeRandom(options.seed, 'invoices');
  const agenda = newAgenda(asOf);
  const secretary = { asOf, agenda, random: makeRandom(options.seed, 'journal') };
  noteHolds(clients, secretary);
  return {
    options,
    asOf,
    pickClient: clientPicker(clients, random),
    random,
    secretary,
    agenda,
    numbers: newNumbers(),
    storyOf: storyTeller(asOf),
  };
}

/** One day: its invoices first, then what older ones had coming. */
function rowsOfDay(making: Making, day: DayNumber, invoices: number): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (let left = invoices; left > 0; left--) issue(making, day, rows);
  for (const happening of making.agenda.take(day)) happen(making, day, happening, rows);
  return rows;
}

function issue(making: Making, day: DayNumber, rows: TableRow[]): void {
  const { asOf, agenda, numbers, options, random } = making;
  const bill = drawBill(numbers.invoice(day), making.pickClient(day), day, random);
  const fate = making.storyOf(bill) ?? drawFate(bill, options.partialShare, random);
  const outcome = meetFate(fate, bill, { asOf, random, agenda });
  rows.push({ table: 'invoices', row: invoiceRow(bill, outcome.dispute, asOf) });
  pushLines(making, bill.number, bill.content, bill.client, rows);
  if (options.journal) keepJournal(bill, outcome, making.secretary);
}

function happen(making: Making, day: DayNumber, happening: Happening, rows: TableRow[]): void {
  switch (happening.kind) {
    case 'payment':
      rows.push({ table: 'payments', row: paymentRow(making.numbers.payment(), day, happening) });
      return;
    case 'creditNote':
      issueCreditNote(making, day, happening, rows);
      return;
    case 'row':
      if (happening.row.table !== 'journal' || making.options.journal) rows.push(happening.row);
      return;
    default:
      unreachable(happening);
  }
}

function issueCreditNote(making: Making, day: DayNumber, note: CreditNoteDraft, rows: TableRow[]): void {
  const number = making.numbers.creditNote(day);
  rows.push({ table: 'invoices', row: creditNoteRow(number, day, note) });
  pushLines(making, number, note.lines, note.client, rows);
  if (note.moved === null) return;
  const { on, invoice, minor } = note.moved;
  const moved = { kind: 'payment', method: 'creditNote', appliedOn: null, notes: '' } as const;
  making.agenda.post(on, { ...moved, client: note.client, invoice, minor, reference: number });
}

function pushLines(
  making: Making,
  number: string,
  lines: Lines,
  client: SampleClient,
  rows: TableRow[],
): void {
  if (!making.options.lines) return;
  for (const row of lineRows(number, lines, client.currency)) rows.push({ table: 'lines', row });
}
