/**
 * Lettering: the lines of a client's account that settle each other, joined by what names what, where together they come to nothing.
 * One joined set, one letter; a set that is still open has none.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Register } from '../../register/entries.ts';
import type { Entry, EntryLine } from './entry.ts';
import { paymentNode } from './receipts.ts';
import { documentNode } from './sales.ts';

export type Lettering = { readonly code: string; readonly day: DayNumber };

/** @returns of a line, its letter and the day of the last line that made its set whole; undefined: it is open */
export function letteringOf(
  register: Register,
  entries: readonly Entry[],
  through: DayNumber,
): (line: EntryLine) => Lettering | undefined {
  const parents = joined(register, through);
  const sets = new Map<string, { minor: number; lines: number; day: DayNumber; client: number }>();
  for (const { day, lines } of entries) {
    for (const { account, client, minor, node } of lines) {
      if (node === '' || client === null) continue;
      const root = `${account}:${rootOf(parents, node)}`;
      const set = sets.get(root) ?? { minor: 0, lines: 0, day, client };
      sets.set(root, { client, minor: set.minor + minor, lines: set.lines + 1, day: Math.max(set.day, day) });
    }
  }
  const codes = new Map<string, Lettering>();
  const counts = new Map<number, number>();
  for (const [root, { client, day, lines, minor }] of sets) {
    if (minor !== 0 || lines < 2) continue;
    const rank = counts.get(client) ?? 0;
    counts.set(client, rank + 1);
    codes.set(root, { code: letters(rank), day });
  }
  return ({ account, node }) => codes.get(`${account}:${rootOf(parents, node)}`);
}

type Parents = Map<string, string>;

/** Payments join their invoice, credit notes what they correct, moved credit its note and its invoice. */
function joined({ invoices, payments }: Register, through: DayNumber): Parents {
  const parents: Parents = new Map();
  const join = (a: string, b: string): void => {
    parents.set(rootOf(parents, a), rootOf(parents, b));
  };
  for (let index = 0; index < invoices.count; index++) {
    if (invoices.issueDay[index] > through) continue;
    const own = documentNode(index);
    const corrected = invoices.corrects[index];
    join(own, corrected < 0 ? own : documentNode(corrected));
  }
  for (let payment = 0; payment < payments.count; payment++) {
    if (payments.day[payment] > through) continue;
    const own = paymentNode(payment);
    const invoice = payments.invoice[payment];
    const note = payments.note[payment];
    if (note >= 0 && invoice >= 0) join(documentNode(note), documentNode(invoice));
    else join(own, invoice < 0 ? own : documentNode(invoice));
  }
  return parents;
}

function rootOf(parents: Parents, node: string): string {
  let root = node;
  for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) {
    const above = parents.get(parent);
    if (above !== undefined) parents.set(root, above); // halves the way for the next who asks
    root = parent;
  }
  if (!parents.has(root)) parents.set(root, root);
  return root;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `AAA`, `AAB` … `ZZZ`, `AAAA` … */
function letters(rank: number): string {
  let text = '';
  for (let rest = rank; rest > 0 || text.length < 3; rest = Math.floor(rest / 26))
    text = ALPHABET[rest % 26] + text;
  return text;
}
