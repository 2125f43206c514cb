/**
 * What e-reporting asks for of a period: sales to private persons and abroad, by day and rate; the money they paid for services whose VAT
 * falls due when paid; and of invoices between French businesses the status « encaissée » with what came in, rate by rate. It is prepared
 * here from the register; a platform transmits it.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import { isCash } from '../../receivables/movements.ts';
import type { Client, Register } from '../../register/entries.ts';
import { type Flow, flowOfParty } from '../cii/notes.ts';
import { vatShares } from '../fec/receipts.ts';
import type { SoldDocument, SoldGroup } from '../sold-document.ts';

/** A sum of one day, one rate and one currency. Minor units; credit notes and refunds are negative. */
export type ReportedSale = {
  readonly flow: 'B2C' | 'B2BINT';
  readonly day: DayNumber;
  readonly currency: number;
  readonly category: string;
  readonly rate: string;
  readonly number: string; // the invoice's where each is reported (B2BINT); empty: the day's sum
  readonly netMinor: number;
  readonly vatMinor: number;
};

/** Money received, by rate; its VAT is within it. */
export type ReportedReceipt = {
  readonly flow: Flow;
  readonly day: DayNumber;
  readonly currency: number;
  readonly category: string;
  readonly rate: string;
  readonly number: string; // the invoice's; empty: the day's sum (B2C)
  readonly minor: number;
  readonly vatMinor: number;
};

export type EReporting = {
  readonly sales: readonly ReportedSale[];
  readonly receipts: readonly ReportedReceipt[];
};

export type ReportedPeriod = { readonly from: DayNumber; readonly to: DayNumber };

/** Who buys: it decides whether a sale is e-invoiced, or reported. */
export function flowOfClient({ country, kind, legalId }: Client): Flow {
  return flowOfParty({ country, kind, legalId: legalId.replace(/[\s.]/g, '') });
}

/** @param vatWhenPaid services without the option for debits: only then receipts are reported */
export function eReporting(
  register: Register,
  sold: readonly SoldDocument[],
  period: ReportedPeriod,
  vatWhenPaid: boolean,
): EReporting {
  const sales = new Map<string, ReportedSale>();
  for (const document of sold) {
    const flow = flowOfClient(register.clients[document.client]);
    if (flow === 'B2B' || document.issueDay < period.from || document.issueDay > period.to) continue;
    addSale(sales, document, flow);
  }
  const receipts = vatWhenPaid ? receiptsOf(register, sold, period) : [];
  return { sales: inOrder([...sales.values()]), receipts };
}

function addSale(sales: Map<string, ReportedSale>, document: SoldDocument, flow: 'B2C' | 'B2BINT'): void {
  const { currency, issueDay: day } = document;
  const sign = document.isCreditNote ? -1 : 1;
  const number = flow === 'B2BINT' ? document.number : '';
  for (const { category, netMinor, rate, vatMinor } of document.groups) {
    const key = `${flow}|${day}|${currency}|${category}|${rate}|${number}`;
    const before = sales.get(key) ?? {
      flow,
      day,
      currency,
      category,
      rate,
      number,
      netMinor: 0,
      vatMinor: 0,
    };
    sales.set(key, {
      ...before,
      netMinor: before.netMinor + sign * netMinor,
      vatMinor: before.vatMinor + sign * vatMinor,
    });
  }
}

/** Each payment of an invoice goes to its rates as its total is made of them; what is on account has no rate yet. */
function receiptsOf(
  register: Register,
  sold: readonly SoldDocument[],
  { from, to }: ReportedPeriod,
): readonly ReportedReceipt[] {
  const { clients, payments } = register;
  const documents = new Map(sold.map((document) => [document.index, document] as const));
  const paid = new Map<number, number>();
  const receipts = new Map<string, ReportedReceipt>();
  for (const payment of byDay(register)) {
    const document = documents.get(payments.invoice[payment]);
    if (document === undefined || !isCash(payments, payment) || payments.day[payment] > to) continue;
    const before = paid.get(document.index) ?? 0;
    const minor = payments.amount[payment];
    paid.set(document.index, before + minor);
    if (payments.day[payment] < from) continue;
    const flow = flowOfClient(clients[document.client]);
    addReceipt(receipts, document, { before, minor, flow, day: payments.day[payment] });
  }
  return inOrder([...receipts.values()]);
}

type Received = {
  readonly before: number;
  readonly minor: number;
  readonly flow: Flow;
  readonly day: DayNumber;
};

function addReceipt(
  receipts: Map<string, ReportedReceipt>,
  document: SoldDocument,
  { before, day, flow, minor }: Received,
): void {
  const { currency } = document;
  const number = flow === 'B2C' ? '' : document.number;
  const shares = grossShares(document, before, minor);
  const vat = vatShares(document, before, minor);
  document.groups.forEach(({ category, rate }, index) => {
    if (shares[index] === 0) return;
    const key = `${flow}|${day}|${currency}|${category}|${rate}|${number}`;
    const known = receipts.get(key) ?? { flow, day, currency, category, rate, number, minor: 0, vatMinor: 0 };
    receipts.set(key, {
      ...known,
      minor: known.minor + shares[index],
      vatMinor: known.vatMinor + vat[index],
    });
  });
}

/** Of each rate the part of a payment, VAT included; once all is paid, each has its own whole. */
function grossShares(document: SoldDocument, before: number, minor: number): readonly number[] {
  const after = grossPaid(document, before + minor);
  return grossPaid(document, before).map((share, index) => after[index] - share);
}

/** What so much paid comes to for each rate: the parts add up to it, the largest rate bearing the cents that rounding leaves. */
function grossPaid({ groups, totalMinor, ...document }: SoldDocument, paid: number): readonly number[] {
  const gross = groups.map((group): SoldGroup => ({ ...group, vatMinor: group.netMinor + group.vatMinor }));
  const shares = [...vatShares({ ...document, groups: gross, totalMinor }, 0, paid)];
  const taken = Math.max(0, Math.min(paid, totalMinor));
  const largest = gross.reduce(
    (best, { vatMinor }, index) => (vatMinor > gross[best].vatMinor ? index : best),
    0,
  );
  shares[largest] += taken - shares.reduce((sum, share) => sum + share, 0);
  return shares;
}

function byDay({ payments }: Register): readonly number[] {
  return Array.from({ length: payments.count }, (_, payment) => payment).sort(
    (a, b) => payments.day[a] - payments.day[b] || a - b,
  );
}

function inOrder<
  T extends {
    readonly day: DayNumber;
    readonly flow: string;
    readonly number: string;
    readonly rate: string;
  },
>(rows: readonly T[]): readonly T[] {
  const key = ({ flow, number, rate }: T): string => `${flow}|${number}|${rate.padStart(6, '0')}`;
  return [...rows].sort((a, b) => a.day - b.day || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
