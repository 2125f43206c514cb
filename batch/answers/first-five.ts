/** The five things to do this week: acts by their weight; what concerns the register as a whole keeps its place. */
import type { Priority } from '../../shared/insight/priorities.ts';

const MOST = 5;

export function firstFive(priorities: readonly Priority[]): readonly Priority[] {
  const acts = priorities.filter((one) => !isHousekeeping(one));
  const tasks = priorities.filter(isHousekeeping);
  return [...acts.slice(0, MOST - tasks.length), ...tasks];
}

function isHousekeeping({ code }: Priority): boolean {
  return code === 'unknown-sends' || code === 'mend-rows';
}
