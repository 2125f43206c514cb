/** Prints the add-on's service calls and times by action, against what each is allowed. */
import { type ACTIONS, BUDGETS, type Measured, measureActions } from './addon-actions.ts';

const TITLES: Readonly<Record<(typeof ACTIONS)[number], string>> = {
  openSidebar: 'open the sidebar',
  edit: 'edit one cell',
  recalculate: 'recalculate the register',
  issue1: 'issue and mail 1 invoice',
  issue10: 'issue and mail 10 invoices',
  issue50: 'issue and mail 50 invoices',
};

/** @param print takes one line */
export function benchAddon(sizes: readonly number[], print: (line: string) => void): void {
  for (const size of sizes) {
    print(
      `\nadd-on, a register of ${size.toLocaleString('en')} invoices: service calls (allowed), time of the script`,
    );
    for (const measured of measureActions(size)) print(lineOf(measured));
  }
}

function lineOf({ action, calls, millis }: Measured): string {
  const count = `${calls.length} (${BUDGETS[action]})`.padStart(9);
  const time = `${(millis / 1000).toFixed(2)} s`.padStart(8);
  return `  ${TITLES[action].padEnd(27)} ${count} ${time}   ${byName(calls)}`;
}

/** `6 Range.getValues, 1 Range.setValues`, most frequent first. */
function byName(calls: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of calls) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([name, count]) => `${count} ${name}`).join(', ');
}
