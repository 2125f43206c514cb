/**
 * Anchors: what a run of the weekly job saw of the register, kept outside of it. Whoever rewrites the register, its chain of seals
 * included, cannot rewrite what was seen; so a later run tells.
 */
import type { DayNumber } from '../../../base/civil-date.ts';
import type { Money } from '../../../base/money.ts';
import type { Register } from '../../../register/entries.ts';
import type { Chain } from './chain.ts';

export type Anchor = {
  readonly at: string; // the run's instant, UTC
  readonly asOf: DayNumber;
  readonly seq: number; // of the last seal; 0 where there was none
  readonly hash: string;
  readonly documents: number; // invoices and credit notes issued up to `asOf`
  readonly totals: readonly Money[]; // of the invoices, less credit notes; a sum a currency
};

/** What this run sees. @param at an instant, UTC */
export function anchorOf(register: Register, chain: Chain | null, asOf: DayNumber, at: string): Anchor {
  const { documents, totals } = issuedUpTo(register, asOf);
  const head = chain?.head ?? { seq: 0, hash: '' };
  return { at, asOf, seq: head.seq, hash: head.hash, documents, totals };
}

/** Documents issued up to a day and on it, and what they add up to. */
export function issuedUpTo(
  { currencies, invoices }: Register,
  day: DayNumber,
): Pick<Anchor, 'documents' | 'totals'> {
  const sums = new Float64Array(currencies.length);
  const seen = new Uint8Array(currencies.length);
  let documents = 0;
  for (let i = 0; i < invoices.count; i++) {
    if (invoices.issueDay[i] > day) continue;
    documents++;
    seen[invoices.currency[i]] = 1;
    sums[invoices.currency[i]] += invoices.creditNote[i] === 1 ? -invoices.total[i] : invoices.total[i];
  }
  const totals = currencies.flatMap((currency, index) =>
    seen[index] === 1 ? [{ minor: sums[index], currency }] : [],
  );
  return { documents, totals };
}
