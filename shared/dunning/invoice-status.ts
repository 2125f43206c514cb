/** What the register says beside each invoice: paid, open, days overdue, the level it has reached, and what comes next. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Language, Words } from '../base/words.ts';
import { type Ledger, openBalanceOn, openItemsOf } from '../receivables/ledger.ts';
import { type Weighed, weighDunning } from './decide.ts';
import { type Position, positionsOn } from './groups.ts';
import { comingWords, creditWords, dueWords, itemWords, SETTLED } from './status-words.ts';

/** Minor units of the invoice's currency. All `null` for a credit note, and for what is dated after the day: nothing to be paid yet. */
export type InvoiceStatus = {
  readonly paid: number | null; // payments, credit and write-offs applied, at most the total: paid + openBalance = total
  readonly openBalance: number | null;
  readonly daysOverdue: number | null; // of what is open, since its oldest due day; null: not late, or settled
  readonly dunningLevel: number | null; // the last really sent; null: none
  readonly nextStep: string;
};

export type InvoiceStatuses = {
  readonly of: (invoice: number) => InvoiceStatus; // by index into the register's invoices
  readonly weighed: readonly Weighed[]; // what the next steps rest on
};

/** Everything said of every invoice of the register on a day. */
export function invoiceStatuses(
  ledger: Ledger,
  asOf: DayNumber,
  language: Language,
  positions: readonly Position[] = positionsOn(ledger, asOf),
): InvoiceStatuses {
  const weighed = weighDunning(ledger, asOf, positions);
  const steps = chasedSteps(weighed);
  const levels = sentLevels(ledger, asOf);
  const of = (invoice: number): InvoiceStatus => {
    const settlement = settlementOf(ledger, invoice, asOf);
    const step = steps.get(invoice);
    const words = step ? step.words : quietWords(ledger, invoice, asOf);
    const level = step?.level ?? levels.get(invoice) ?? null;
    return { ...settlement, dunningLevel: level, nextStep: words[language] };
  };
  return { of, weighed };
}

export type Settlement = Pick<InvoiceStatus, 'paid' | 'openBalance' | 'daysOverdue'>;

/** What of a status the rows of invoices and payments alone can tell. */
export function settlementOf(ledger: Ledger, invoice: number, asOf: DayNumber): Settlement {
  const { creditNote, issueDay, total } = ledger.register.invoices;
  if (creditNote[invoice] === 1 || issueDay[invoice] > asOf) {
    return { paid: null, openBalance: null, daysOverdue: null };
  }
  const open = openBalanceOn(ledger, invoice, asOf);
  const [oldest] = open > 0 ? openItemsOf(ledger, invoice, asOf) : [];
  const isLate = oldest !== undefined && oldest.dueDay < asOf;
  return {
    paid: total[invoice] - open,
    openBalance: open,
    daysOverdue: isLate ? asOf - oldest.dueDay : null,
  };
}

/** What is said of an invoice that nobody is asked for: settled, not late yet, not issued yet, or a credit note. */
export function quietWords(ledger: Ledger, invoice: number, asOf: DayNumber): Words {
  const { creditNote, issueDay } = ledger.register.invoices;
  if (issueDay[invoice] > asOf) return comingWords(issueDay[invoice]);
  if (creditNote[invoice] === 1) return creditWords(ledger, invoice);
  const [oldest] = openItemsOf(ledger, invoice, asOf);
  return oldest === undefined ? SETTLED : dueWords(oldest.dueDay, asOf);
}

type ItemStep = { readonly level: number | null; readonly words: Words };

/** The step of each invoice in a group: that of its oldest item. */
function chasedSteps(weighed: readonly Weighed[]): ReadonlyMap<number, ItemStep> {
  const steps = new Map<number, ItemStep>();
  for (const one of weighed) {
    for (const item of one.weighing.chase.items) {
      if (steps.has(item.invoice)) continue;
      steps.set(item.invoice, { level: item.history.last?.level ?? null, words: itemWords(one, item) });
    }
  }
  return steps;
}

/** The last level that the journal tells of by the invoice's own number. */
function sentLevels({ register }: Ledger, asOf: DayNumber): ReadonlyMap<number, number> {
  const last = new Map<number, { readonly at: DayNumber; readonly level: number }>();
  for (const { at, event, invoice, level, status } of register.journal) {
    const isSent = (status === null || status === 'sent') && SENDINGS.has(event);
    if (!isSent || invoice < 0 || level === null || at > asOf) continue;
    const known = last.get(invoice);
    if (!known || at > known.at || (at === known.at && level > known.level)) last.set(invoice, { at, level });
  }
  return new Map(Array.from(last, ([invoice, { level }]) => [invoice, level] as const));
}

const SENDINGS: ReadonlySet<string> = new Set(['reminder', 'call', 'letter', 'registeredLetter']);
