/**
 * A document's sums: each line's net rounded once (EN 16931 BR-CO-10 adds them up as they stand), the VAT of each category and rate on
 * the sum of its nets, rounded half away from zero (BR-CO-17), and the total (BR-CO-15).
 */
import { decimalOf, factorLeft, factorOf, multiply, parseDecimal, roundDecimal } from '../base/decimal.ts';
import { type Currency, currencyDigits, LARGEST_MINOR } from '../base/money.ts';
import { ok, type Result, refuse } from '../base/result.ts';

/** Decimals a line's numbers may have. */
export const LINE_DECIMALS = { quantity: 4, unitPrice: 6, discountPercent: 4, vatRate: 4 } as const;
export type LineNumber = keyof typeof LINE_DECIMALS;

/** A line as plain decimal texts; an empty discount is none. */
export type LineNumbers = Readonly<Record<LineNumber, string>> & { readonly vatCategory: string };

export type VatGroup = {
  readonly category: string;
  readonly rate: string;
  readonly netMinor: number;
  readonly vatMinor: number;
};

/** Minor units of one currency. */
export type Totals = {
  readonly lineNets: readonly number[];
  readonly groups: readonly VatGroup[]; // in the order the lines name them
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly totalMinor: number;
};

export type TotalsError = 'line/number' | 'total/too-large';

/** @returns `line/number` where a line holds what is no decimal of so many decimals: its reader says which */
export function totalsOf(lines: readonly LineNumbers[], currency: Currency): Result<Totals, TotalsError> {
  const lineNets: number[] = [];
  for (const line of lines) {
    const net = lineNet(line, currency);
    if (!net.ok) return net;
    lineNets.push(net.value);
  }
  const groups = groupsOf(lines, lineNets);
  const netMinor = sum(lineNets);
  const vatMinor = sum(groups.map((group) => group.vatMinor));
  const totalMinor = netMinor + vatMinor;
  const isExact = [netMinor, vatMinor, totalMinor, ...groups.map((group) => group.vatMinor)].every(
    (minor) => Math.abs(minor) < LARGEST_MINOR,
  );
  return isExact ? ok({ lineNets, groups, netMinor, vatMinor, totalMinor }) : refuse('total/too-large');
}

/** Quantity × unit price, less the discount, rounded once to the currency's minor unit. */
export function lineNet(line: LineNumbers, currency: Currency): Result<number, TotalsError> {
  const [quantity, price, discount] = [
    parseDecimal(line.quantity, LINE_DECIMALS.quantity),
    parseDecimal(line.unitPrice, LINE_DECIMALS.unitPrice),
    parseDecimal(line.discountPercent || '0', LINE_DECIMALS.discountPercent),
  ];
  const rate = parseDecimal(line.vatRate, LINE_DECIMALS.vatRate);
  if (!quantity.ok || !price.ok || !discount.ok || !rate.ok) return refuse('line/number');
  const gross = multiply(quantity.value, price.value);
  const net = roundDecimal(multiply(gross, factorLeft(discount.value)), currencyDigits(currency));
  return Number.isNaN(net) ? refuse('total/too-large') : ok(net);
}

function groupsOf(lines: readonly LineNumbers[], nets: readonly number[]): readonly VatGroup[] {
  const sums = new Map<string, { readonly category: string; readonly rate: string; netMinor: number }>();
  lines.forEach(({ vatCategory, vatRate }, i) => {
    const key = `${vatCategory} ${vatRate}`;
    const group = sums.get(key) ?? { category: vatCategory, rate: vatRate, netMinor: 0 };
    group.netMinor += nets[i];
    sums.set(key, group);
  });
  return [...sums.values()].map((group) => ({ ...group, vatMinor: vatOf(group.netMinor, group.rate) }));
}

/** NaN where there is no room for the sum. */
function vatOf(netMinor: number, rate: string): number {
  const percent = parseDecimal(rate, LINE_DECIMALS.vatRate);
  if (!percent.ok || Math.abs(netMinor) >= LARGEST_MINOR) return Number.NaN;
  return roundDecimal(multiply(decimalOf(netMinor), factorOf(percent.value)), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
