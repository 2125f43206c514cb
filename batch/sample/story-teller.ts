/** Tells each client's stories, in their order, to the first invoices they fit. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import type { Story } from './cast.ts';
import type { Bill } from './documents.ts';
import type { FateName } from './fates.ts';

/** @returns the fate the story has for a bill, or `null`: it is left to chance */
export type StoryTeller = (bill: Bill) => FateName | null;

export function storyTeller(asOf: DayNumber): StoryTeller {
  const told = new Map<string, number>();
  return (bill) => {
    const { code, stories } = bill.client;
    const next = told.get(code) ?? 0;
    if (next >= stories.length || !fits(stories[next], bill, asOf)) return null;
    told.set(code, next + 1);
    return stories[next].fate;
  };
}

function fits({ before, atLeast }: Story, bill: Bill, asOf: DayNumber): boolean {
  return bill.issueDay >= asOf - before && bill.content.total >= (atLeast ?? 0);
}
