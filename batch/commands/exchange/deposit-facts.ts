/**
 * Deposits as the command line tells them, since the register has no column for them: `--deposit` makes a deposit invoice (386) of the
 * one named; `--deducts F2026-00003` makes it the final invoice after that deposit, which a line of its own deducts, and
 * `--deducts F2026-00003:300.00` one that is deducted from what is due.
 */
import { civilDate } from '../../../shared/base/civil-date.ts';
import { amountMinor } from '../../../shared/exchange/bank/amounts.ts';
import type { EInvoiceFacts } from '../../../shared/exchange/cii/facts.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { CommandFlags } from '../../options/command-flags.ts';
import { UsageError } from '../../options/usage-error.ts';

export type DepositFacts = Pick<EInvoiceFacts, 'stage' | 'deposits'>;

/** @throws UsageError where it is not about one invoice, or names what the register has not */
export function depositFacts(flags: CommandFlags, register: Register): DepositFacts | null {
  const deducted = flags.texts.get('deducts') ?? [];
  const isDeposit = flags.switches.has('deposit');
  if (!isDeposit && deducted.length === 0) return null;
  if (flags.texts.get('invoice')?.length !== 1 || (isDeposit && deducted.length > 0)) throw aboutOne();
  if (isDeposit) return { stage: 'deposit', deposits: [] };
  return { stage: 'final', deposits: deducted.map((text) => depositOf(text, register)) };
}

function depositOf(text: string, { currencies, invoices }: Register): EInvoiceFacts['deposits'][number] {
  const [number = '', amount] = text.split(':');
  const index = Array.from({ length: invoices.count }, (_, at) => at).find(
    (at) => invoices.numberAt(at) === number,
  );
  const minor =
    amount === undefined || index === undefined
      ? 0
      : amountMinor(amount, currencies[invoices.currency[index]], null);
  if (index === undefined || !(minor >= 0)) {
    throw new UsageError({
      fr: `--deducts\u202f: «\u202f${text}\u202f» n’est pas une facture du registre, ou pas un montant.`,
      en: `--deducts: "${text}" is no invoice of the register, or no amount.`,
    });
  }
  return { number, date: civilDate(invoices.issueDay[index]), minor };
}

function aboutOne(): UsageError {
  return new UsageError({
    fr: '--deposit et --deducts portent sur une seule facture\u202f: nommez-la par --invoice, et n’écrivez que l’un des deux.',
    en: '--deposit and --deducts are about one invoice: name it by --invoice, and write one of the two only.',
  });
}
