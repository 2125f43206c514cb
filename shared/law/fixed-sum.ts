/** The fixed sum for the cost of recovery: one for each late invoice, once, whatever it is reminded of. */
import { type Currency, currencyDigits } from '../base/money.ts';

/** A sum of one currency by the size of the debt; the last band has no end. */
export type FixedSum = {
  readonly currency: Currency;
  readonly bands: readonly { readonly below: number | null; readonly units: number }[]; // whole units of the currency
};

/** Directive 2011/7/EU art. 6; in France C. com. D441-5. */
export const FORTY_EUROS: FixedSum = { currency: 'EUR', bands: [{ below: null, units: 40 }] };

/** Late Payment of Commercial Debts (Interest) Act 1998 s. 5A: by the debt, VAT included. */
export const BRITISH_BANDS: FixedSum = {
  currency: 'GBP',
  bands: [
    { below: 1_000, units: 40 },
    { below: 10_000, units: 70 },
    { below: null, units: 100 },
  ],
};

/** The same sum whatever the debt. @param units of the currency */
export function flatSum(currency: Currency, units: number): FixedSum {
  return { currency, bands: [{ below: null, units }] };
}

/**
 * What one late invoice bears.
 * @param total of the invoice, minor units
 * @returns minor units; null where the invoice is in another currency: no rate turns one sum into another
 */
export function fixedSumOn(sum: FixedSum, total: number, currency: Currency): number | null {
  const scale = 10 ** currencyDigits(sum.currency);
  const band = sum.bands.find(({ below }) => below === null || total < below * scale);
  const minor = band ? Math.round(band.units * scale) : 0;
  return minor > 0 && currency !== sum.currency ? null : minor;
}
