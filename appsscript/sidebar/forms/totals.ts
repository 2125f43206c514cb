/**
 * The totals of a draft while it is written, exact to the cent: each line's net is rounded, VAT is computed and rounded once for each
 * rate and category (EN 16931 BR-CO-10, BR-CO-17). The script computes them again: what it says stands.
 */
import {
  decimalOf,
  factorLeft,
  factorOf,
  multiply,
  parseDecimal,
  roundDecimal,
} from '../../../shared/base/decimal.ts';
import type { DraftLine } from '../../contract.ts';
import { digitsOf } from '../money-text.ts';

export type LiveTotals = {
  readonly nets: readonly (number | undefined)[]; // each line's; nothing where it cannot be read yet
  readonly net: number;
  readonly vats: readonly { readonly rate: string; readonly vat: number }[]; // each rate that bears VAT
  readonly total: number;
};

const DECIMALS = 6; // the most of any of a line's numbers

/** @returns sums in minor units of the currency, of the lines that can be read */
export function totalsOf(lines: readonly DraftLine[], currency: string): LiveTotals {
  const nets = lines.map((line) => lineNet(line, digitsOf(currency)));
  const bases = new Map<string, { readonly rate: string; base: number }>();
  lines.forEach(({ vatCategory, vatRate }, index) => {
    const key = `${vatCategory} ${vatRate}`;
    const group = bases.get(key) ?? { rate: vatRate, base: 0 };
    group.base += nets[index] ?? 0;
    bases.set(key, group);
  });
  const vats = [...bases.values()]
    .map(({ rate, base }) => ({ rate, vat: vatOf(base, rate) }))
    .filter(({ vat }) => vat !== 0);
  const net = nets.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { nets, net, vats, total: vats.reduce((sum, { vat }) => sum + vat, net) };
}

function lineNet(line: DraftLine, digits: number): number | undefined {
  const quantity = parseDecimal(line.quantity, DECIMALS);
  const price = parseDecimal(line.unitPrice, DECIMALS);
  const discount = parseDecimal(line.discountPercent || '0', DECIMALS);
  if (!quantity.ok || !price.ok || !discount.ok) return undefined;
  const gross = multiply(quantity.value, price.value);
  const net = roundDecimal(multiply(gross, factorLeft(discount.value)), digits);
  return Number.isNaN(net) ? undefined : net;
}

function vatOf(base: number, rate: string): number {
  const percent = parseDecimal(rate, DECIMALS);
  if (!percent.ok || !Number.isSafeInteger(base)) return 0;
  const vat = roundDecimal(multiply(decimalOf(base), factorOf(percent.value)), 0);
  return Number.isNaN(vat) ? 0 : vat;
}
