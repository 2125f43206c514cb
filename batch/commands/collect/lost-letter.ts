/**
 * The duplicate of invoices that will never be paid, which is what lets their VAT be recovered: a letter, and a copy of each invoice
 * stamped with the words of the law (CGI 272).
 */
import { roundHalfAway } from '../../../shared/base/money.ts';
import type { Words } from '../../../shared/base/words.ts';
import type { Asked } from '../../../shared/letters/letter-kinds.ts';
import {
  type Irrecoverable,
  irrecoverablePaper,
  lostMention,
} from '../../../shared/letters/papers/irrecoverable-paper.ts';
import { openBalanceOn } from '../../../shared/receivables/ledger.ts';
import { PAYMENT_METHODS } from '../../../shared/register/tables.ts';
import { UsageError } from '../../options/usage-error.ts';
import type { OpenedDesk } from './paper-desk.ts';
import type { ToPrint } from './print-letter.ts';

/** @throws UsageError where no invoice is named: which are lost is for a person to say */
export function lostLetter(
  opened: OpenedDesk,
  { client, invoices }: Asked,
): ToPrint | { readonly why: Words } {
  if (invoices.length === 0) {
    throw new UsageError({
      fr: 'dites quelles factures ne seront jamais payées\u202f: --invoice NUMÉRO.',
      en: 'say which invoices will never be paid: --invoice NUMBER.',
    });
  }
  const { desk, register } = opened;
  const lost: Irrecoverable[] = [];
  for (const invoice of invoices) {
    const one = lostOf(opened, invoice);
    if ('why' in one) return one;
    lost.push(one);
  }
  return {
    paper: irrecoverablePaper(desk, client, lost),
    enclosed: [],
    copies: invoices,
    stamps: new Map(lost.map((one) => [one.invoice, lostMention(register, one)])),
  };
}

/** What is open of an invoice and what was written off, each in the invoice's own proportion of net and VAT. */
function lostOf(
  { desk, issued, register }: OpenedDesk,
  invoice: number,
): Irrecoverable | { readonly why: Words } {
  const { evidence } = issued.read;
  const [net, vat] = [evidence.net[invoice], evidence.vat[invoice]];
  const total = register.invoices.total[invoice];
  const number = register.invoices.numberAt(invoice);
  const unpaid = openBalanceOn(desk.ledger, invoice, desk.asOf) + writtenOff({ desk, register }, invoice);
  if (unpaid <= 0) {
    return {
      why: { fr: `rien de ${number} n’est resté impayé.`, en: `nothing of ${number} was left unpaid.` },
    };
  }
  if (Number.isNaN(net) || Number.isNaN(vat) || net + vat !== total) {
    return {
      why: {
        fr: `le HT et la TVA de ${number} manquent dans l’onglet Factures, ou ne font pas son total\u202f: sans eux, la TVA à récupérer ne se dit pas.`,
        en: `the Invoices tab lacks the net and the VAT of ${number}, or they do not make its total: without them the VAT to recover cannot be told.`,
      },
    };
  }
  const vatLost = roundHalfAway((unpaid * vat) / total);
  return { invoice, net: unpaid - vatLost, vat: vatLost };
}

const WRITE_OFF = PAYMENT_METHODS.indexOf('writeOff');

function writtenOff(
  { desk, register: { payments } }: Pick<OpenedDesk, 'desk' | 'register'>,
  invoice: number,
): number {
  let sum = 0;
  for (let p = 0; p < payments.count; p++) {
    const counts = payments.invoice[p] === invoice && payments.appliedDay[p] <= desk.asOf;
    if (counts && payments.method[p] === WRITE_OFF) sum += payments.amount[p];
  }
  return sum;
}
