/** The tab of what is to be done today: whom to write to or call and why, what was agreed for today, and why others wait. */
import { type DayNumber, serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import { countText, dayText } from '../../../shared/base/numbers-text.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import type { TodayLine } from '../../../shared/dunning/today.ts';
import type { Agreement } from '../../../shared/insight/agreements.ts';
import type { Ledger } from '../../../shared/receivables/ledger.ts';
import type { JournalEntry, Register } from '../../../shared/register/entries.ts';
import { TODAY, TODAY_COLUMNS } from '../../../shared/register/tabs/today-layout.ts';
import type { Grid } from '../../world.ts';
import { agreementTitle, agreementWords } from '../agreement-words.ts';
import { journalWord } from '../journal-word.ts';

/** One thing to do, or one that waits. */
type Task = {
  readonly client: number;
  readonly what: string;
  readonly level: number | null;
  readonly channel: string;
  readonly amount: number | null; // minor units
  readonly currency: number;
  readonly invoices: string;
  readonly why: string;
  readonly next: DayNumber | null;
};

/** All that the day asks for, by sort. */
export type DayList = {
  readonly unknown: readonly JournalEntry[]; // messages of which nobody knows whether they left
  readonly due: readonly TodayLine[];
  readonly agreements: readonly Agreement[]; // to be looked after today
  readonly held: readonly TodayLine[];
};

export type TodaySources = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly at: string; // `10:05`
  readonly language: Language;
  readonly list: DayList;
  readonly found: string; // what the refresh says it did
  readonly link: (row: number) => string; // of a client's row
};

/** Days that a broken promise or a missed instalment stands on the list: after them its reminders speak for it. */
const BROKEN_DAYS = 14;

export function dayListOf(
  { register }: Ledger,
  lines: readonly TodayLine[],
  agreements: readonly Agreement[],
  asOf: DayNumber,
): DayList {
  return {
    unknown: register.journal.filter(isUnknown),
    due: lines.filter(({ action }) => action === 'send'),
    agreements: agreements.filter((one) => isForToday(one, asOf)),
    held: lines.filter(({ action }) => action === 'hold'),
  };
}

function isForToday({ day, kind, state }: Agreement, asOf: DayNumber): boolean {
  if (state === 'broken') return kind === 'callBack' || asOf - day <= BROKEN_DAYS;
  return state === 'grace' || state === 'today';
}

/** One that is being sent this minute counts too: the next look tells. */
function isUnknown({ status }: JournalEntry): boolean {
  return status === 'unknown' || status === 'sending';
}

/** The whole tab, to be written at its first cell: what is empty clears what stood there. */
export function todayOf(sources: TodaySources): Grid {
  const { asOf, at, found, language } = sources;
  const tasks = tasksOf(sources);
  const room = TODAY.rows.rows;
  const shown = tasks.length > room ? tasks.slice(0, room - 1) : tasks;
  const rows = shown.map((task) => cellsOf(sources, task));
  if (tasks.length > shown.length) rows.push(row([moreText(tasks.length - shown.length, language)]));
  if (tasks.length === 0) rows.push(row([NOTHING[language]]));
  while (rows.length < room) rows.push(row([]));
  const on = dayText(asOf, language);
  const heading =
    language === 'fr' ? typesetFrench(`Au ${on}, ${at} : ${found}`) : `As of ${on}, ${at}: ${found}`;
  return [row([heading]), TODAY_COLUMNS.map(({ header }) => header[language]), ...rows];
}

const NOTHING = { fr: 'Rien à faire aujourd’hui.', en: 'Nothing to do today.' } as const;

function row(cells: readonly Cell[]): readonly Cell[] {
  return TODAY_COLUMNS.map((_, index) => cells[index] ?? null);
}

function moreText(count: number, language: Language): string {
  return language === 'fr'
    ? `… et ${countText(count, 'autre', 'autres', 'fr')}, dans Encaisse > Relances du jour`
    : `… and ${countText(count, 'more', 'more', 'en')}, under Encaisse > Today’s reminders`;
}

function cellsOf({ ledger, language, link }: TodaySources, task: Task): readonly Cell[] {
  const { clients, currencies } = ledger.register;
  const { name, phone, row: at } = clients[task.client];
  const currency = currencies[task.currency];
  const amount = task.amount === null ? null : decimalNumber(task.amount, currency);
  const { channel, invoices, level, next, what, why } = task;
  const when = next === null ? null : serialOfDay(next);
  const address = link(at);
  return row([
    ...[name, phone, what, level, channel, amount, amount === null ? null : currency, invoices, why, when],
    address === '' ? (language === 'fr' ? `Clients, ligne ${at}` : `Clients, row ${at}`) : address,
  ]);
}

function tasksOf({ ledger, language, list }: TodaySources): readonly Task[] {
  const { register } = ledger;
  return [
    ...list.unknown.map((entry) => unknownTask(register, entry, language)),
    ...list.due.map((line) => lineTask(line, line.what, line.newDeadline, language)),
    ...list.agreements.map((one) => agreementTask(register, one, language)),
    ...list.held.map((line) => {
      const what = line.what === '' ? HELD[language] : `${HELD[language]}${COLON[language]} ${line.what}`;
      return lineTask(line, what, line.heldUntil === null ? null : line.heldUntil + 1, language);
    }),
  ];
}

const HELD = { fr: 'Attend', en: 'Waits' } as const;
const COLON = { fr: '\u202f:', en: ':' } as const;

function lineTask(line: TodayLine, what: string, next: DayNumber | null, language: Language): Task {
  const { channel, client, currency, invoices, level, total, why } = line;
  const how = channel === null ? '' : journalWord('channel', channel, language);
  return {
    client,
    what,
    level,
    channel: how,
    amount: total,
    currency,
    invoices: invoices.join(', '),
    why,
    next,
  };
}

function agreementTask({ invoices }: Register, agreement: Agreement, language: Language): Task {
  const { amount, client, currency, day, invoice } = agreement;
  return {
    ...{ client, currency, amount, level: null, next: day },
    what: agreementTitle(agreement, language),
    channel: agreement.kind === 'callBack' ? journalWord('channel', 'call', language) : '',
    invoices: invoice < 0 ? '' : invoices.numberAt(invoice),
    why: agreementWords(agreement, language),
  };
}

function unknownTask({ invoices }: Register, entry: JournalEntry, language: Language): Task {
  return {
    ...{ client: entry.client, amount: null, currency: 0, level: entry.level, next: null },
    what: language === 'fr' ? 'Envoi à vérifier' : 'Message to check',
    channel: journalWord('event', entry.event, language),
    why:
      language === 'fr'
        ? 'Personne ne sait si ce message est parti\u202f: cherchez-le parmi les messages envoyés.'
        : 'Nobody knows whether this message left: look for it among the sent ones.',
    invoices: entry.invoice < 0 ? '' : invoices.numberAt(entry.invoice),
  };
}
