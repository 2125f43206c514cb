/**
 * Entries of sales, receipts, penalties, doubt and losses in the layout of the FEC (LPF art. A47 A-1): an extract to import, never the
 * firm's legal FEC, which holds all its journals.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import { isCash, movesCredit } from '../../receivables/movements.ts';
import type { Register } from '../../register/entries.ts';
import type { SoldDocument } from '../sold-document.ts';
import type { Chart } from './accounts.ts';
import type { Entry } from './entry.ts';
import {
  doubtfulEntry,
  impairmentEntry,
  type LossRules,
  receivableAccounts,
  writeOffEntry,
} from './losses.ts';
import { penaltyEntry, receiptEntry, vatDueEntry } from './receipts.ts';
import { type SalesBooks, saleEntry } from './sales.ts';

export type ExtractRules = Pick<LossRules, 'smallMinor'> & {
  readonly chart: Chart;
  readonly withVat: boolean; // the VAT of bad debts is claimed back
  readonly sale: SalesBooks['sale'];
  readonly vatWhenPaid: boolean; // VAT falls due with the receipt (services, no option for debits)
  readonly impairmentPercent: number; // 0: none is entered
};

export type ExtractInput = {
  readonly ledger: Ledger;
  readonly sold: readonly SoldDocument[];
  readonly paymentIds: (payment: number) => string; // what the register calls a payment: its id or reference; empty: nothing
  readonly rules: ExtractRules;
};

/** Every entry up to a day, in order of day, then of journal and piece; those of another currency than the register's are left out. */
export function entriesThrough(input: ExtractInput, through: DayNumber): readonly Entry[] {
  const { ledger, rules, sold } = input;
  const documents = new Map(sold.map((document) => [document.index, document] as const));
  const waits = rules.vatWhenPaid && rules.chart.account('44574').number !== '';
  const books: SalesBooks = { sale: rules.sale, vat: waits ? '44574' : '44571' };
  const entries = [
    ...sold
      .filter(({ currency, issueDay }) => currency === 0 && issueDay <= through)
      .map((document) => saleEntry(document, ledger.register, books)),
    ...paymentEntries(input, documents, through, waits),
    ...penaltyEntries(ledger.register, through),
    ...doubtfulEntries(ledger, through),
  ];
  const impairment =
    rules.impairmentPercent > 0 ? impairmentEntry(ledger, documents, rules.impairmentPercent, through) : null;
  return inOrder(impairment === null ? entries : [...entries, impairment]);
}

function paymentEntries(
  { ledger: { register }, paymentIds, rules }: ExtractInput,
  documents: ReadonlyMap<number, SoldDocument>,
  through: DayNumber,
  waits: boolean,
): readonly Entry[] {
  const { payments } = register;
  const accountOf = receivableAccounts(register);
  const losses: LossRules = {
    smallMinor: rules.smallMinor,
    vatBack: waits ? '44574' : rules.withVat ? '44571' : null,
  };
  const paid = new Map<number, number>();
  const entries: Entry[] = [];
  for (const payment of byDay(register)) {
    const day = payments.day[payment];
    if (day > through || payments.currency[payment] !== 0 || movesCredit(payments, payment)) continue;
    const invoice = payments.invoice[payment];
    const document = documents.get(invoice);
    if (!isCash(payments, payment)) {
      entries.push(writeOffEntry(register, payment, document, accountOf, losses));
      continue;
    }
    const piece = paymentIds(payment) || `REGLEMENT-${payments.row[payment]}`;
    entries.push(receiptEntry(register, payment, piece, accountOf));
    if (!waits || document === undefined) continue;
    const paidBefore = paid.get(invoice) ?? 0;
    const minor = payments.amount[payment];
    paid.set(invoice, paidBefore + minor);
    const due = vatDueEntry(document, { day, minor, paidBefore, piece });
    if (due !== null) entries.push(due);
  }
  return entries;
}

function byDay({ payments }: Register): readonly number[] {
  return Array.from({ length: payments.count }, (_, payment) => payment).sort(
    (a, b) => payments.day[a] - payments.day[b] || a - b,
  );
}

function penaltyEntries(register: Register, through: DayNumber): readonly Entry[] {
  return register.penaltyPayments
    .filter(({ currency, day, isWaiver }) => !isWaiver && currency === 0 && day <= through)
    .map((paid) => penaltyEntry(register, paid, `PENALITES-${paid.row}`));
}

function doubtfulEntries(ledger: Ledger, through: DayNumber): readonly Entry[] {
  return ledger.register.clients.flatMap(({ insolvencyOn }, client) => {
    if (insolvencyOn === null || insolvencyOn > through) return [];
    const entry = doubtfulEntry(ledger, client, insolvencyOn);
    return entry === null ? [] : [entry];
  });
}

const JOURNAL_ORDER = ['VE', 'BQ', 'OD'];

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort(
    (a, b) =>
      a.day - b.day ||
      JOURNAL_ORDER.indexOf(a.journal) - JOURNAL_ORDER.indexOf(b.journal) ||
      (a.piece < b.piece ? -1 : a.piece > b.piece ? 1 : 0),
  );
}
