/** What an e-invoice says beyond the sealed document: what was paid, agreed and deducted when it is made. */
import type { CivilDate } from '../../base/civil-date.ts';
import type { Snapshot } from '../../invoicing/snapshot.ts';

/** Another document this one names. */
export type Precedent = { readonly number: string; readonly date: string };

export type EInvoiceFacts = {
  readonly operations: 'services' | 'goods' | 'both'; // the firm's setting
  readonly paid: { readonly minor: number; readonly on: CivilDate } | null; // received before it is sent
  readonly instalments: readonly { readonly dueDate: CivilDate; readonly minor: number }[]; // of a plan agreed; by due date
  readonly stage: 'plain' | 'deposit' | 'final'; // a deposit invoice, or the one that deducts those named in `deposits`
  readonly deposits: readonly (Precedent & { readonly minor: number })[];
  readonly clientEmail: string; // on the client's card today: where it is sent if the sealed document names no address
  readonly vatInEuros: number | null; // cents; what the VAT of an invoice in another currency comes to, where somebody said it
};

/** An invoice of which nothing is known beyond its print. */
export const PLAIN_FACTS: EInvoiceFacts = {
  operations: 'services',
  paid: null,
  instalments: [],
  stage: 'plain',
  deposits: [],
  clientEmail: '',
  vatInEuros: null,
};

/** BT-113: what was paid, deposits with it. Minor units. */
export function prepaidMinor({ deposits, paid }: EInvoiceFacts): number {
  return (paid?.minor ?? 0) + deposits.reduce((sum, { minor }) => sum + minor, 0);
}

/** BT-111, in cents: none where the invoice is in euros; where no VAT is due it is known to be none. */
export function vatInEuros({ currency, vatMinor }: Snapshot, facts: EInvoiceFacts): number | null {
  if (currency === 'EUR') return null;
  return Number(vatMinor) === 0 ? 0 : facts.vatInEuros;
}

/** Whether nothing is left to pay, and something was paid. */
export function isPaidInFull(facts: EInvoiceFacts, totalMinor: number): boolean {
  return facts.paid !== null && facts.paid.minor > 0 && prepaidMinor(facts) === totalMinor;
}
