/** DSO and its family once more, as plainly as the contract reads: money fills an invoice unit by unit. */
import { civilDate, type DayNumber, dayNumber, startOfMonth } from '../../shared/base/civil-date.ts';
import type { DsoFigures, Figure, NoFigure } from '../../shared/receivables/dso.ts';
import { Reference } from './reference.ts';
import type { InvoiceRecord, PaymentRecord, RegisterRecords } from './register-of.ts';

const none = (reason: NoFigure): Figure => ({ value: null, reason });
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
const signed = ({ type, total }: InvoiceRecord) => (type === 'creditNote' ? -total : total);
const isCash = ({ method }: PaymentRecord) => method !== 'writeOff' && method !== 'creditNote';

/** Of the records in one currency. */
export function plainDso(all: RegisterRecords, currency: string, asOf: DayNumber): DsoFigures {
  const records = {
    invoices: all.invoices.filter((row) => row.currency === currency),
    payments: (all.payments || []).filter((row) => row.currency === currency),
    plans: all.plans || [],
  };
  const today = new Reference(records, asOf);
  const bills = today.invoices.filter(({ type }) => type !== 'creditNote');
  const open = sum(bills.map(({ number }) => today.open(number)));
  const overdue = bills.map(({ number }) => today.overdue(number).length);
  const notDue = open - sum(overdue);
  const eve = new Reference(records, asOf - 91);
  const opening = sum(eve.invoices.map(({ number }) => eve.open(number)));
  const sales = sum(today.invoices.filter(({ issued }) => dayNumber(issued) > asOf - 91).map(signed));
  const collectable = opening + sales - notDue;
  const ofSales = (amount: number) => (sales > 0 ? { value: (amount / sales) * 91 } : none('no-sales'));
  return {
    countBack: plainCountBack(today, open),
    simple: ofSales(open),
    bestPossible: ofSales(notDue),
    averageDaysDelinquent: sales > 0 ? { value: (sum(overdue) / sales) * 91 } : none('no-sales'),
    cei: ceiOf(sales, collectable, opening + sales - open),
    ...plainCash(today, bills),
  };
}

function ceiOf(sales: number, collectable: number, collected: number): Figure {
  if (sales <= 0) return none('no-sales');
  return collectable > 0 ? { value: (100 * collected) / collectable } : none('nothing-collectable');
}

function plainCountBack({ invoices, asOf }: Reference, open: number): Figure {
  if (!invoices.some((invoice) => signed(invoice) > 0)) return none('no-sales');
  const first = Math.min(...invoices.map(({ issued }) => dayNumber(issued)));
  let days = 0;
  let left = open;
  for (let end = asOf; end >= first && left > 0; end = startOfMonth(end) - 1) {
    const month = civilDate(end).slice(0, 7);
    const sales = sum(invoices.filter(({ issued }) => issued.startsWith(month)).map(signed));
    const length = Number(civilDate(end).slice(8));
    days += sales >= left ? (left / sales) * length : length;
    left -= sales;
  }
  return left > 0 ? none('history-exhausted') : { value: days };
}

type Filling = {
  readonly effect: DayNumber;
  readonly day: DayNumber;
  readonly rank: number; // cash, write-off, credit note, moved credit
  readonly amount: number;
};

/** What fills an invoice, in order: cash counts from its own day. */
function fillings({ asOf, invoices, payments }: Reference, invoice: InvoiceRecord): readonly Filling[] {
  const issued = dayNumber(invoice.issued);
  const notes = invoices.filter(({ corrects }) => corrects === invoice.number);
  const ofPayment = (row: PaymentRecord, arrives: DayNumber, sign: number): Filling => ({
    effect: Math.max(dayNumber(row.applied || row.day), arrives, issued),
    day: dayNumber(row.day),
    rank: isCash(row) ? 0 : row.method === 'writeOff' ? 1 : 3,
    amount: sign * row.amount,
  });
  const target = (row: PaymentRecord) => invoices.find(({ number }) => number === row.invoice);
  const away = payments
    .filter(({ note }) => notes.some(({ number }) => number === note))
    .flatMap((row) => {
      const arrives = target(row);
      return arrives ? [ofPayment(row, dayNumber(arrives.issued), -1)] : [];
    });
  const corrections = notes.map((note) => {
    const effect = Math.max(dayNumber(note.issued), issued);
    return { effect, day: effect, rank: 2, amount: note.total };
  });
  const named = payments
    .filter((row) => row.invoice === invoice.number)
    .map((row) => ofPayment(row, issued, 1));
  return [...named, ...away, ...corrections]
    .filter(({ rank, effect, day }) => (rank === 0 ? day : effect) <= asOf)
    .sort((a, b) => a.effect - b.effect || a.day - b.day || a.rank - b.rank || b.amount - a.amount);
}

type CashFigures = Pick<
  DsoFigures,
  'weightedDaysToPay' | 'weightedDaysLate' | 'weightedDaysToPayWithOpen' | 'weightedDaysLateWithOpen'
>;

function plainCash(today: Reference, bills: readonly InvoiceRecord[]): CashFigures {
  let amount = 0;
  let toPay = 0;
  let late = 0;
  for (const bill of bills) {
    let filled = 0;
    for (const filling of fillings(today, bill)) {
      const dueDays = unitsFilled(today.dueDays(bill.number), filled, filling.amount);
      filled += filling.amount;
      if (filling.rank > 0 || filling.day <= today.asOf - 365) continue;
      amount += filling.amount;
      toPay += filling.amount * (filling.day - dayNumber(bill.issued));
      late += filling.amount * filling.day - Math.sign(filling.amount) * sum(dueDays);
    }
  }
  const overdue = bills.flatMap((bill) => today.overdue(bill.number).map((due) => ({ bill, due })));
  const openAge = sum(overdue.map(({ bill }) => today.asOf - dayNumber(bill.issued)));
  const openDelay = sum(overdue.map(({ due }) => today.asOf - due));
  const mean = (days: number, weight: number) => (weight > 0 ? { value: days / weight } : none('no-cash'));
  return {
    weightedDaysToPay: mean(toPay, amount),
    weightedDaysLate: mean(late, amount),
    weightedDaysToPayWithOpen: mean(toPay + openAge, amount + overdue.length),
    weightedDaysLateWithOpen: mean(late + openDelay, amount + overdue.length),
  };
}

/** The due day of every unit between what was filled and what is filled then; outside the invoice, its first or last day. */
function unitsFilled(dueDays: readonly DayNumber[], filled: number, amount: number): readonly DayNumber[] {
  const from = Math.min(filled, filled + amount);
  return Array.from(
    { length: Math.abs(amount) },
    (_, k) => dueDays[Math.min(Math.max(from + k, 0), dueDays.length - 1)],
  );
}
