/** What makes a reminder wrong, written by people into the tabs: to whom it was written nothing may leave any more. */
import { lastRow, writeCells } from '../workspace/spreadsheet.ts';
import type { SentMail, WorkspaceState } from '../workspace/state.ts';
import { SILENCING, type Silencing } from './plan.ts';
import { placesOf, putRows, type Row, rowsOf, tabOf } from './tables.ts';

const TODAY_SERIAL = 46351; // 2026-11-25
const LATER_SERIAL = 46371;

const WRITTEN: Readonly<Record<Silencing, (state: WorkspaceState) => void>> = {
  pay: (state) => putRows(state, 'payments', unlessThere(state, 'payments', paymentRow)),
  promise: (state) => putRows(state, 'journal', clientsOf(state).map(promiseRow)),
  dispute: (state) => fill(state, 'invoices', 'disputedOn', TODAY_SERIAL),
  hold: (state) => fill(state, 'clients', 'holdUntil', LATER_SERIAL),
  plan: (state) => putRows(state, 'instalments', unlessThere(state, 'instalments', instalmentRow)),
};

/** Written about every client and every invoice there is, by hand. */
export function silence(state: WorkspaceState, kind: Silencing): void {
  WRITTEN[kind](state);
}

function clientsOf(state: WorkspaceState): readonly string[] {
  return rowsOf(state, 'clients').flatMap(({ code }) => (code === null ? [] : [String(code)]));
}

/** A row for each invoice that the tab does not name yet. */
function unlessThere(state: WorkspaceState, tab: string, rowOf: (invoice: Row) => Row): readonly Row[] {
  const named = new Set(rowsOf(state, tab).map(({ invoice }) => invoice));
  return rowsOf(state, 'invoices')
    .filter(({ number, type }) => number !== null && type !== 'avoir' && !named.has(number ?? null))
    .map(rowOf);
}

function paymentRow({ number = null, total = null }: Row): Row {
  return { id: `BY-HAND-${number}`, date: TODAY_SERIAL, invoice: number, amount: total, method: 'virement' };
}

function instalmentRow({ number = null, total = null }: Row): Row {
  return { invoice: number, dueDate: LATER_SERIAL, amount: total, agreedOn: TODAY_SERIAL };
}

function promiseRow(client: string): Row {
  return { at: TODAY_SERIAL + 0.4, client, event: 'promesse', promisedOn: LATER_SERIAL };
}

/** The same in each row of a column that has a row. */
function fill(state: WorkspaceState, key: string, column: string, value: number): void {
  const tab = tabOf(state, key);
  const place = placesOf(tab, key).get(column) ?? -1;
  if (place < 0) throw new Error(`no column ${column} in ${key}`);
  for (let row = 2; row <= lastRow(tab); row += 1) {
    const isBlank = (tab.rows[row - 1] ?? []).every((cell) => cell === null);
    if (!isBlank) writeCells(state.book, tab, row, place + 1, [[value]]);
  }
}

/** When it was written, and how. */
export type Silenced = { readonly kind: Silencing; readonly step: number };

export function isSilencing(kind: string): kind is Silencing {
  return SILENCING.some((one) => one === kind);
}

/**
 * Calls between a tab's last look and the mail, in which nobody can see what comes: the payments are looked at last of all, then the rows are
 * marked, seen, and the mail leaves.
 */
const BLIND_CALLS: Readonly<Record<Silencing, number>> = { pay: 5, promise: 6, plan: 7, hold: 8, dispute: 9 };

/** Neither an invoice nor thanks. */
export function isReminder({ attachments, subject }: SentMail): boolean {
  return attachments.length === 0 && !subject.startsWith('Merci');
}

/**
 * What silence still depends on: the same for worlds in which the same was written and no call is left in which nobody can see it.
 * @param faults what left too late already @param calls made so far
 */
export function silenceText(silenced: Silenced | null, faults: readonly string[], calls: number): string {
  if (silenced === null) return '';
  const blind = Math.max(0, silenced.step + BLIND_CALLS[silenced.kind] - calls);
  return [silenced.kind, blind, ...faults].join(' ');
}

/** @param sends the mail's place among all, and the call it left at */
export function silenceFaults(
  { mails }: WorkspaceState,
  silenced: Silenced | null,
  sends: ReadonlyMap<number, number>,
): readonly string[] {
  if (silenced === null) return [];
  return [...sends].flatMap(([place, step]) => {
    const mail = mails[place];
    const isLate = step > silenced.step + BLIND_CALLS[silenced.kind];
    return mail && isReminder(mail) && isLate
      ? [`a reminder left at call ${step}, after the ${silenced.kind} at ${silenced.step}`]
      : [];
  });
}
