/** Currencies as they are met, each with an index that fits a byte. */
import type { Currency } from '../../base/money.ts';

export type CurrencyIndex = { readonly codes: Currency[]; readonly byCode: Map<Currency, number> };

/** Starts with the register's own currency, at index 0. */
export function newCurrencyIndex(own: Currency): CurrencyIndex {
  return { codes: [own], byCode: new Map([[own, 0]]) };
}

/** The index of a currency. ISO 4217 has fewer than 256 codes, so a byte holds it. */
export function indexOfCurrency(index: CurrencyIndex, currency: Currency): number {
  const known = index.byCode.get(currency);
  if (known !== undefined) return known;
  const added = index.codes.length;
  index.codes.push(currency);
  index.byCode.set(currency, added);
  return added;
}
