/** `--vat-euros 123,45`: what the VAT of an invoice in another currency comes to in euros, which the register has no column for. */
import { amountMinor } from '../../../shared/exchange/bank/amounts.ts';
import type { EInvoiceFacts } from '../../../shared/exchange/cii/facts.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { UsageError } from '../../options/usage-error.ts';

/** @throws UsageError where it is not about one invoice, or is no amount */
export function vatInEurosFact(flags: CommandFlags): Pick<EInvoiceFacts, 'vatInEuros'> | null {
  const text = lastText(flags, 'vat-euros');
  if (text === null) return null;
  const minor = amountMinor(text, 'EUR', null);
  if (flags.texts.get('invoice')?.length === 1 && minor >= 0) return { vatInEuros: minor };
  throw new UsageError({
    fr: `--vat-euros\u202f: «\u202f${text}\u202f» doit être le montant, en euros, de la TVA d’une seule facture, nommée par --invoice.`,
    en: `--vat-euros: "${text}" has to be the VAT, in euros, of one invoice, named by --invoice.`,
  });
}
