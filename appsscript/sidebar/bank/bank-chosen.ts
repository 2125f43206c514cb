/** What is chosen for a movement, and how it is said. */
import type { ImportDecision, PlannedView } from '../../contract/bank.ts';
import { minorOf, shownMoney } from '../money-text.ts';
import { say } from '../say.ts';

export type Chosen = { readonly decision: ImportDecision; readonly text: string };

/** `→ F2026-00012 : 120,00 €, F2026-00013 : 40,00 € · Épicerie Ollier`, and what is not applied. */
export function targetText(
  parts: PlannedView['parts'],
  left: string,
  currency: string,
  clientName: string,
): string {
  const paid = parts.map(({ amount, invoice }) =>
    say(`${invoice} : ${shownMoney(amount, currency)}`, `${invoice}: ${shownMoney(amount, currency)}`),
  );
  const rest =
    (minorOf(left, currency) ?? 0) === 0
      ? []
      : [say(`à imputer : ${shownMoney(left, currency)}`, `unapplied: ${shownMoney(left, currency)}`)];
  return `→ ${[...paid, ...rest].join(', ')} · ${clientName}`;
}
