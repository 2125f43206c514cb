/** Reminder spells: from a reminder about one invoice to its payment, to the next level, or to the day asked for. */
import { addMonths, type DayNumber } from '../../base/civil-date.ts';
import { type Ledger, openBalanceOn } from '../../receivables/ledger.ts';
import type { JournalEntry } from '../../register/entries.ts';
import { settledDayOf } from '../settled-day.ts';

export type ReminderSpell = {
  readonly invoice: number; // index into the register's invoices
  readonly level: number;
  readonly sentOn: DayNumber;
  readonly days: number; // watched; at least 0
  readonly isPaid: boolean; // at the end of them
};

const MONTHS = 24;
const REMINDING: readonly string[] = ['reminder', 'letter', 'registeredLetter'];

/**
 * Of one currency, of reminders sent within 24 months about invoices that were open and due; notices before the due date (level 0) are none. Of one level about one invoice the first
 * counts; a journal row without an invoice stands for all that its client had open and due that day.
 */
export function reminderSpells(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
): readonly ReminderSpell[] {
  const from = addMonths(asOf, -MONTHS);
  const firsts = new Map<number, Map<number, DayNumber>>(); // invoice → level → day
  const whole: JournalEntry[] = [];
  for (const entry of ledger.register.journal) {
    if (!isSentReminder(entry) || entry.at <= from || entry.at > asOf) continue;
    if (entry.invoice < 0) whole.push(entry);
    else note(ledger, currencyIndex, firsts, entry.invoice, entry);
  }
  if (whole.length > 0) noteWhole(ledger, currencyIndex, firsts, whole);
  return Array.from(firsts).flatMap(([invoice, levels]) => spellsOf(ledger, invoice, levels, asOf));
}

function isSentReminder({ event, level, status }: JournalEntry): boolean {
  return level !== null && level >= 1 && REMINDING.includes(event) && (status === null || status === 'sent');
}

type Firsts = Map<number, Map<number, DayNumber>>;

function note(
  ledger: Ledger,
  currencyIndex: number,
  firsts: Firsts,
  invoice: number,
  { at, level }: JournalEntry,
): void {
  const { creditNote, currency, dueDay } = ledger.register.invoices;
  if (currency[invoice] !== currencyIndex || creditNote[invoice] === 1 || level === null) return;
  if (dueDay[invoice] > at || openBalanceOn(ledger, invoice, at - 1) === 0) return;
  const levels = firsts.get(invoice) ?? new Map<number, DayNumber>();
  levels.set(level, Math.min(at, levels.get(level) ?? at));
  firsts.set(invoice, levels);
}

/** One look at all invoices, for the clients that were reminded of all they owe. */
function noteWhole(
  ledger: Ledger,
  currencyIndex: number,
  firsts: Firsts,
  entries: readonly JournalEntry[],
): void {
  const { client, count } = ledger.register.invoices;
  const byClient = new Map<number, JournalEntry[]>();
  for (const entry of entries) {
    const own = byClient.get(entry.client);
    if (own) own.push(entry);
    else byClient.set(entry.client, [entry]);
  }
  for (let i = 0; i < count; i++) {
    for (const entry of byClient.get(client[i]) ?? []) note(ledger, currencyIndex, firsts, i, entry);
  }
}

function spellsOf(
  ledger: Ledger,
  invoice: number,
  levels: ReadonlyMap<number, DayNumber>,
  asOf: DayNumber,
): readonly ReminderSpell[] {
  const settled = settledDayOf(ledger, invoice, asOf);
  const sent = Array.from(levels).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return sent.map(([level, sentOn], k) => {
    const next = k + 1 < sent.length ? sent[k + 1][1] : asOf;
    const isPaid = settled !== null && settled <= next;
    return { invoice, level, sentOn, days: Math.max(0, (isPaid ? settled : next) - sentOn), isPaid };
  });
}
