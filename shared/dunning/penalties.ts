/** Penalties: the interest and the indemnity that the law gives on what is late, by kind of debtor. */
import type { DayNumber } from '../base/civil-date.ts';
import {
  type InterestTerms,
  type LateInterest,
  lateInterest,
  type PrincipalSpan,
} from '../law/late-interest.ts';
import { ECB_SERIES } from '../law/series.ts';
import { type Ledger, openBalanceOn } from '../receivables/ledger.ts';
import { visitOpenParts } from '../receivables/replay.ts';
import type { ClientKind } from '../register/tables.ts';
import type { AskedItem, Penalties } from './decision.ts';
import type { Group } from './groups.ts';
import type { Situation } from './situation.ts';

/** A public buyer owes the ECB's rate of the half-year in which interest began, plus 8, to the end (CCP R2192-31). */
const PUBLIC_BUYER: InterestTerms = { rate: 'series', series: ECB_SERIES, margin: 8, split: false };

/** Whoever buys outside a profession owes legal interest, and only from a formal notice on (C. civ. 1231-6, 1344-1). */
const NON_PROFESSIONAL: InterestTerms = { rate: 'series', series: 'FR-LEGAL-B', margin: 0, split: true };

export const NO_PENALTIES: Penalties = {
  interest: { minor: 0 },
  indemnity: { minor: 0 },
  missingRate: null,
};

/** An item, and the day of the first formal notice about it. */
export type ClaimedItem = Omit<AskedItem, 'level'> & { readonly formalNoticeOn: DayNumber | null };

export function penaltiesOf(
  situation: Situation,
  { client, currency }: Pick<Group, 'client' | 'currency'>,
  asked: readonly ClaimedItem[],
): Penalties {
  const { kind } = situation.ledger.register.clients[client];
  const late = asked.filter(({ dueDay }) => dueDay < situation.asOf);
  const interest = sumInterest(late.map((item) => itemInterest(situation, item, kind)));
  const invoices = new Set(late.map(({ invoice }) => invoice)).size;
  return {
    ...interest,
    indemnity: indemnityOf(isProfessional(kind) ? situation.policy.indemnity * invoices : 0, currency),
  };
}

/** Companies and administrations; an association is treated as a private person unless its client kind says otherwise. */
function isProfessional(kind: ClientKind): boolean {
  return kind === 'company' || kind === 'administration';
}

/** The indemnity is a sum of the register's own currency: no rate turns it into another. */
function indemnityOf(minor: number, currency: number): Penalties['indemnity'] {
  return minor > 0 && currency !== 0 ? { minor: null, reason: 'other-currency' } : { minor };
}

function sumInterest(parts: readonly LateInterest[]): Pick<Penalties, 'interest' | 'missingRate'> {
  let sum = 0;
  for (const part of parts) {
    if (part.minor === null)
      return { interest: { minor: null, reason: 'rate-missing' }, missingRate: part.missing };
    sum += part.minor;
  }
  return { interest: { minor: sum }, missingRate: null };
}

/** The interest on one late item up to the day, rounded once. */
export function itemInterest(
  { asOf, ledger, policy, rates }: Situation,
  item: ClaimedItem,
  kind: ClientKind,
): LateInterest {
  const since = isProfessional(kind) ? item.dueDay : item.formalNoticeOn;
  if (since === null) return { minor: 0, segments: [] };
  const spans = principalSpans(ledger, item, Math.max(since, item.dueDay), asOf);
  if (kind === 'administration') return lateInterest(spans, PUBLIC_BUYER, rates);
  return lateInterest(spans, isProfessional(kind) ? policy.interest : NON_PROFESSIONAL, rates);
}

/** What was owed on each day after `since`, less what is disputed now: it changes with each movement, from the day after it. */
function principalSpans(
  ledger: Ledger,
  item: ClaimedItem,
  since: DayNumber,
  asOf: DayNumber,
): readonly PrincipalSpan[] {
  const { day, starts } = ledger;
  const disputed = openPart(ledger, item, asOf, asOf) - item.amount;
  const spans: PrincipalSpan[] = [];
  let after = since;
  const closeAt = (through: DayNumber): void => {
    if (through <= after) return;
    spans.push({ after, through, principal: Math.max(0, openPart(ledger, item, after, asOf) - disputed) });
    after = through;
  };
  for (let m = starts[item.invoice]; m < starts[item.invoice + 1] && day[m] < asOf; m++) closeAt(day[m]);
  closeAt(asOf);
  return spans;
}

/** What of the item was open on a day, with the parts that rule on `asOf`. */
function openPart(ledger: Ledger, item: ClaimedItem, day: DayNumber, asOf: DayNumber): number {
  let part = 0;
  visitOpenParts(
    ledger,
    item.invoice,
    openBalanceOn(ledger, item.invoice, day),
    asOf,
    (_, open, __, rank) => {
      if (rank === item.instalment) part = open;
    },
  );
  return part;
}
