/** Amounts of cells as minor units. */
import { currencyDigits } from '../../../shared/base/money.ts';
import type { Cell } from '../../../shared/base/problem.ts';

export function minorOf(cell: Cell | undefined, currency: string): number {
  return Math.abs(Math.round(Number(cell ?? 0) * 10 ** currencyDigits(currency)));
}
