/** Penalties of a message: the interest and the fixed sums it claims beside the debt, less what has been received or given up of them. */
import { type InvoicePenalties, type PenaltyLine, penaltiesOwed } from '../law/penalties-owed.ts';
import { openBalanceOn } from '../receivables/ledger.ts';
import type { AskedItem, ClaimedAmount, Penalties, PenaltySums } from './decision.ts';
import type { Group } from './groups.ts';
import type { Situation } from './situation.ts';

const NOTHING: PenaltySums = { interest: { minor: 0 }, indemnity: { minor: 0 } };

export const NO_PENALTIES: Penalties = {
  ...NOTHING,
  missingRate: null,
  claims: [],
  earlier: { ...NOTHING, invoices: [] },
};

export type ClaimedItem = Pick<AskedItem, 'invoice' | 'dueDay'>;

/**
 * The penalties of what is asked for and late, and apart from them what remains of invoices paid meanwhile, as far as the settings
 * let messages speak of it.
 */
export function penaltiesOf(
  situation: Situation,
  { client, currency }: Pick<Group, 'client' | 'currency'>,
  asked: readonly ClaimedItem[],
): Penalties {
  const { asOf, book } = situation;
  const late = asked.filter(({ dueDay }) => dueDay < asOf);
  const ofMessage = new Set(late.map(({ invoice }) => invoice));
  const among = new Set([...Array.from(ofMessage), ...otherInvoices(situation, client)]);
  const owed = penaltiesOwed(book, client, currency, among);
  const now = owed.filter(({ invoice }) => ofMessage.has(invoice));
  const earlier = owed.filter((one) => !ofMessage.has(one.invoice) && isStillAsked(situation, one));
  return {
    ...sumsOf(now),
    missingRate: now.find(({ missing }) => missing !== null)?.missing ?? null,
    claims: [...now, ...earlier].map(({ indemnity, interest, invoice }) => ({
      invoice,
      interest: interest.due ?? 0,
      indemnity: indemnity.due ?? 0,
    })),
    earlier: { ...sumsOf(earlier), invoices: earlier.map(({ invoice }) => invoice) },
  };
}

/** All that was claimed of the client before shares what it paid without naming an invoice; unclaimed ones only where settings ask for all. */
function otherInvoices({ asOf, book, invoicesOf, ledger }: Situation, client: number): readonly number[] {
  const { creditNote, dueDay } = ledger.register.invoices;
  const all = book.settings.claimAfterPayment === 'all' || book.clientClaims.has(client);
  if (!all && book.claims.size === 0) return [];
  return Array.from(invoicesOf(client)).filter(
    (invoice) => book.claims.has(invoice) || (all && creditNote[invoice] === 0 && dueDay[invoice] < asOf),
  );
}

function isStillAsked({ asOf, book, ledger }: Situation, owed: InvoicePenalties): boolean {
  const after = book.settings.claimAfterPayment;
  if (after === 'none' || openBalanceOn(ledger, owed.invoice, asOf) > 0) return false;
  if (after === 'claimed' && owed.claimedOn === null) return false;
  return owed.interest.left !== 0 || owed.indemnity.left !== 0;
}

function sumsOf(owed: readonly InvoicePenalties[]): PenaltySums {
  return {
    interest: sumOf(
      owed.map(({ interest }) => interest),
      'rate-missing',
    ),
    indemnity: sumOf(
      owed.map(({ indemnity }) => indemnity),
      'other-currency',
    ),
  };
}

/** @param reason why one that is not known is not */
function sumOf(lines: readonly PenaltyLine[], reason: 'rate-missing' | 'other-currency'): ClaimedAmount {
  let sum = 0;
  for (const { left } of lines) {
    if (left === null) return { minor: null, reason };
    sum += left;
  }
  return { minor: sum };
}
