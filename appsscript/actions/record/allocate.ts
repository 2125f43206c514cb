/** How a sum would settle what a client owes: the oldest due date first (C. civ. 1342-10), the rest unapplied. Nothing is written. */
import { decimalText, isCurrency } from '../../../shared/base/money.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { Allocation, Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, type Refusal, readRegisterOf, refused } from '../frame.ts';
import { type Owed, openInvoiceOf, owedBy } from './owed.ts';

const NO_CLIENT: Words = {
  fr: 'Ce client n’est pas dans l’onglet Clients.',
  en: 'This client is not in the Clients tab.',
};
const NO_CURRENCY: Words = {
  fr: 'Cette devise est inconnue : écrivez par exemple EUR.',
  en: 'This currency is unknown: write EUR, for instance.',
};
const NO_AMOUNT: Words = {
  fr: 'Ce montant ne se lit pas, ou a trop de décimales.',
  en: 'This amount cannot be read, or has too many decimals.',
};

/** Proposes; what is open stands beside it. */
export function allocateAction(
  world: World,
  asks: { readonly client: string; readonly amount: string; readonly currency: string },
): Answer<Allocation> {
  const { language } = world.sheet;
  const today = world.now().day;
  const { register } = readRegisterOf(world, ['settings', 'clients', 'invoices', 'payments', 'instalments']);
  const currency = asks.currency || register.settings.currency;
  if (!isCurrency(currency)) return fieldRefusal('currency', NO_CURRENCY, language);
  const ledger = buildLedger(register);
  const owed = owedBy(ledger, asks.client, currency, today);
  if (owed === null) return fieldRefusal('client', NO_CLIENT, language);
  const amount = readAmount(asks.amount, currency);
  if (!amount.ok) return fieldRefusal('amount', NO_AMOUNT, language);
  const { proposed, left } = proposedOf(owed, amount.value);
  return answered({
    invoices: owed.invoices.map((invoice) => openInvoiceOf(ledger, owed, invoice, today)),
    proposed: proposed.map(({ invoice, minor }) => ({ invoice, amount: decimalText(minor, currency) })),
    unapplied: decimalText(left, currency),
  });
}

/** Fills the oldest first. @param amount minor units; nothing is proposed of a negative one */
export function proposedOf(
  { invoices }: Owed,
  amount: number,
): {
  readonly proposed: readonly { readonly invoice: string; readonly minor: number }[];
  readonly left: number;
} {
  let left = Math.max(0, amount);
  const proposed: { invoice: string; minor: number }[] = [];
  for (const { number, open } of invoices) {
    const minor = Math.min(left, open);
    if (minor > 0) proposed.push({ invoice: number, minor });
    left -= minor;
  }
  return { proposed, left };
}

function fieldRefusal(field: string, words: Words, language: Language): Refusal {
  const text = language === 'fr' ? typesetFrench(words.fr) : words.en;
  return refused(text, [{ field, text, severity: 'error' }]);
}
