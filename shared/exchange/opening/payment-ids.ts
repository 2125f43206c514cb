/** Ids of payments brought along: made of what each says, so that the same file brought twice pays once, and two equal payments are both kept. */
import { sha256 } from '../../base/sha256.ts';
import type { RowTexts } from '../match/import-rows.ts';

/** @returns the payments, each with an id; one that has its own keeps it */
export function namedPayments(payments: readonly RowTexts[]): readonly RowTexts[] {
  const seen = new Map<string, number>();
  return payments.map((row) => {
    if ((row.id ?? '') !== '') return row;
    const { amount, client, currency, date, invoice, reference } = row;
    const content = JSON.stringify([date, client, invoice, amount, currency, reference]);
    const rank = (seen.get(content) ?? 0) + 1;
    seen.set(content, rank);
    return { ...row, id: `O-${sha256(`${content} ${rank}`).slice(0, 20)}` };
  });
}
