/** What the lines of a document add up to. */
import { currencyDigits } from '../../../base/money.ts';
import type { Lines } from '../../../register/reading/line-rows.ts';

/** Minor units, not rounded: quantity × unit price, less the discount. */
export function lineValue(lines: Lines, at: number, digits: number): number {
  const { discount, percents, quantity, unitPrice } = lines;
  return quantity[at] * unitPrice[at] * (1 - percents[discount[at]] / 100) * 10 ** digits;
}

/** The line's net as written, else as its own numbers make it. */
export function lineNetOf(lines: Lines, at: number, digits: number): number {
  const written = lines.net[at];
  return Number.isNaN(written) ? Math.round(lineValue(lines, at, digits)) : written;
}

/** Floats come this near: a sum that differs by less differs by nothing. */
const FLOAT_ERROR = 1e-3;

/** Whether a line's net is what its quantity, price and discount make, rounded either way. */
export function isOwnNet(lines: Lines, at: number, digits: number): boolean {
  const written = lines.net[at];
  return Number.isNaN(written) || Math.abs(written - lineValue(lines, at, digits)) <= 0.5 + FLOAT_ERROR;
}

export type VatSums = {
  readonly net: number; // minor units
  readonly byRate: number; // VAT on the sum of each rate, each rounded: EN 16931 BR-CO-17
  readonly byLine: number; // VAT of each line, each rounded: a usual way too
  readonly rates: number;
};

/** @param own indexes into the lines   @param currency of the document */
export function sumsOfLines(lines: Lines, own: Int32Array, currency: string): VatSums {
  const digits = currencyDigits(currency);
  const nets = new Map<number, number>();
  let net = 0;
  let byLine = 0;
  for (let k = 0; k < own.length; k++) {
    const at = own[k];
    const value = lineNetOf(lines, at, digits);
    net += value;
    nets.set(lines.rate[at], (nets.get(lines.rate[at]) ?? 0) + value);
    byLine += roundedVat(value, lines.percents[lines.rate[at]]);
  }
  let byRate = 0;
  for (const [rate, sum] of nets) byRate += roundedVat(sum, lines.percents[rate]);
  return { net, byRate, byLine, rates: nets.size };
}

/** Half away from zero; what a float puts a hair below the half counts as the half. */
function roundedVat(net: number, percent: number): number {
  const vat = (Math.abs(net) * percent) / 100;
  return Math.sign(net) * Math.floor(vat + 0.5 + 1e-7);
}
