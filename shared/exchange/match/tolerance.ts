/** By how little an amount may differ and still be proposed. */
import { currencyDigits } from '../../base/money.ts';
import { readNumber } from '../../register/cell-numbers.ts';
import type { Settings } from '../../register/entries.ts';

/** The setting `bankTolerance`, in minor units of the register's own currency; nothing written: an amount fits to the cent. */
export function toleranceOf({ currency, locale, texts }: Settings): number {
  const read = readNumber(texts.get('bankTolerance') ?? '', locale);
  return read.ok && read.value > 0 ? Math.round(read.value * 10 ** currencyDigits(currency)) : 0;
}
