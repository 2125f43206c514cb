/** Plans agreed of which the register does not say the instalments yet: the original due date is not chased meanwhile. */
import type { OpenItem } from '../receivables/ledger.ts';
import { planOn } from '../receivables/parts.ts';
import type { JournalEntry } from '../register/entries.ts';
import type { Group } from './groups.ts';
import { existedOn, type Situation } from './situation.ts';

/** @returns the last plan told of in the journal that is about the item and has no instalments; null where there is none */
export function unwrittenPlan(situation: Situation, group: Group, item: OpenItem): JournalEntry | null {
  const { plans } = situation.journalOf(group.client);
  if (plans.length === 0 || planOn(situation.ledger, item.invoice, situation.asOf) !== null) return null;
  const about = plans.filter((plan) =>
    plan.invoice >= 0 ? plan.invoice === item.invoice : isAboutAll(situation, group, plan, item),
  );
  return about.reduce<JournalEntry | null>((last, one) => (last && last.at >= one.at ? last : one), null);
}

/** Without an invoice a plan is about all that was open that day; instalments of any of it are that plan's. */
function isAboutAll(situation: Situation, { client }: Group, { at }: JournalEntry, item: OpenItem): boolean {
  const { asOf, invoicesOf, ledger } = situation;
  return (
    existedOn(situation, item, at) &&
    invoicesOf(client).every((invoice) => planOn(ledger, invoice, asOf) === null)
  );
}
