/** The tab of what is to be done today: whom to write to or call and why, what was agreed for today, and why others wait. */
import { type DayNumber, serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import { countText, dayText } from '../../../shared/base/numbers-text.ts';
import type { Cell, Problem } from '../../../shared/base/problem.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import type { TodayLine } from '../../../shared/dunning/today.ts';
import type { Agreement } from '../../../shared/insight/agreements.ts';
import type { Ledger } from '../../../shared/receivables/ledger.ts';
import type { JournalEntry, Register } from '../../../shared/register/entries.ts';
import { TABLE_KEYS } from '../../../shared/register/tables.ts';
import { TODAY, TODAY_COLUMNS } from '../../../shared/register/tabs/today-layout.ts';
import type { Grid, TabKey } from '../../world.ts';
import { agreementTitle, agreementWords } from '../agreement-words.ts';
import { journalWord } from '../journal-word.ts';
import { mendText, titleOf } from './to-mend.ts';

/** One thing to do, or one that waits. */
type Task = {
  readonly client: number | null; // null: what is to be mended is no client's
  readonly what: string;
  readonly level: number | null;
  readonly channel: string;
  readonly amount: number | null; // minor units
  readonly currency: number;
  readonly invoices: string;
  readonly why: string;
  readonly next: DayNumber | null;
  readonly at?: { readonly tab: TabKey; readonly row: number }; // where it is done; else at the client's row
};

/** All that the day asks for, by sort. */
export type DayList = {
  readonly toMend: readonly Problem[]; // cells that could not be read: what they say counts nowhere
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
  readonly link: (tab: TabKey, row: number) => string;
};

/** Days that a broken promise or a missed instalment stands on the list: after them its reminders speak for it. */
const BROKEN_DAYS = 14;

export function dayListOf(
  { register }: Ledger,
  found: {
    readonly lines: readonly TodayLine[];
    readonly agreements: readonly Agreement[];
    readonly problems: readonly Problem[];
  },
  asOf: DayNumber,
): DayList {
  const { agreements, lines, problems } = found;
  return {
    toMend: problems,
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
  const { name, phone, row: ownRow } = task.client === null ? NOBODY : clients[task.client];
  const { row: at, tab } = task.at ?? { tab: 'clients', row: ownRow };
  const who = task.client === null && task.at ? placeText(tab, at, language) : name;
  const currency = currencies[task.currency];
  const amount = task.amount === null ? null : decimalNumber(task.amount, currency);
  const { channel, invoices, level, next, what, why } = task;
  const when = next === null ? null : serialOfDay(next);
  const address = link(tab, Math.max(1, at));
  return row([
    ...[who, phone, what, level, channel, amount, amount === null ? null : currency, invoices, why, when],
    address === '' ? placeText(tab, at, language) : address,
  ]);
}

const NOBODY = { name: '', phone: '', row: 1 } as const;

function placeText(tab: TabKey, row: number, language: Language): string {
  const title = titleOf(tab, language);
  return language === 'fr' ? `${title}, ligne ${row}` : `${title}, row ${row}`;
}

function tasksOf({ ledger, language, list }: TodaySources): readonly Task[] {
  const { register } = ledger;
  return [
    ...mendTasks(list.toMend, language),
    ...list.unknown.map((entry) => unknownTask(register, entry, language)),
    ...list.due.map((line) => lineTask(line, line.what, line.newDeadline, language)),
    ...list.agreements.map((one) => agreementTask(register, one, language)),
    ...list.held.map((line) => {
      const what = line.what === '' ? HELD[language] : `${HELD[language]}${COLON[language]} ${line.what}`;
      return lineTask(line, what, line.heldUntil === null ? null : line.heldUntil + 1, language);
    }),
  ];
}

/** So many are told one by one: a table pasted wrongly must not hide the day's work. */
const MOST_TO_MEND = 30;

function mendTasks(problems: readonly Problem[], language: Language): readonly Task[] {
  const plain = {
    client: null,
    level: null,
    channel: '',
    amount: null,
    currency: 0,
    invoices: '',
    next: null,
  };
  const what = language === 'fr' ? 'À corriger' : 'To be mended';
  const told = problems.slice(0, MOST_TO_MEND).map((problem): Task => {
    const tab = TABLE_KEYS.find((key) => key === problem.table) ?? 'settings';
    return { ...plain, what, why: mendText(problem, language), at: { tab, row: problem.row } };
  });
  const left = problems.length - told.length;
  if (left === 0) return told;
  const count =
    language === 'fr' ? countText(left, 'autre', 'autres', 'fr') : countText(left, 'more', 'more', 'en');
  return [...told, { ...plain, what, why: `… ${count}` }];
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
