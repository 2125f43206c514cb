/**
 * Whether a reminder that was decided and taken on is still right, asked again right before it leaves: a payment, a credit note, a promise,
 * a dispute, a hold or a plan may have come meanwhile. Where the tabs are as they were nothing is decided again.
 */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { decideDunning } from '../../../shared/dunning/decide.ts';
import type { DunningDecision } from '../../../shared/dunning/decision.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { readGrids } from '../../../shared/register/grid-rows.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import type { Grid, World } from '../../world.ts';
import { placeOf, type TabView } from '../frame.ts';

/** What comes most often is looked at last: between that look and the mail nothing is seen any more. */
const WATCHED: readonly TableKey[] = ['invoices', 'clients', 'instalments', 'journal', 'payments'];

type Grids = ReadonlyMap<TableKey, Grid>;

/** What a decision says, whatever rows have moved: two that say the same make the same message. */
export function decisionText(register: Register, decision: DunningDecision | undefined): string {
  if (!decision) return '';
  const { clients, currencies, invoices } = register;
  const { action, asked, channel, level, total, interest, indemnity } = decision;
  const items = asked.map((item) => [
    invoices.numberAt(item.invoice),
    item.instalment,
    item.amount,
    item.level,
  ]);
  const { code, email } = clients[decision.client];
  return JSON.stringify([
    code,
    currencies[decision.currency],
    email,
    action,
    channel,
    level,
    total,
    interest,
    indemnity,
    items,
  ]);
}

/**
 * @param grids the tabs as they were when it was decided @param token of this run: its own rows in the journal are left out
 * @returns asks about one decision, by what it says: five calls
 */
export function stillDue(
  world: World,
  journal: TabView,
  grids: Grids,
  today: DayNumber,
  token: string,
): (said: string) => boolean {
  let known: Grids = grids;
  let decided: ReadonlySet<string> | null = null; // null: as it was
  const claim = placeOf(journal, 'claim');
  const isOthers = (row: Grid[number]): boolean => !readText(row[claim] ?? null).startsWith(`${token}/`);
  const readAgain = (tab: TableKey): Grid =>
    tab === 'journal' ? world.sheet.read(tab).filter(isOthers) : world.sheet.read(tab);
  return (said) => {
    const fresh = new Map(WATCHED.map((tab) => [tab, readAgain(tab)] as const));
    const isMoved = WATCHED.some(
      (tab) => JSON.stringify(fresh.get(tab)) !== JSON.stringify(known.get(tab) ?? []),
    );
    if (isMoved) {
      known = new Map([...Array.from(known), ...Array.from(fresh)]);
      decided = decisionsIn(known, today);
    }
    return decided === null || decided.has(said);
  };
}

function decisionsIn(grids: Grids, today: DayNumber): ReadonlySet<string> {
  const { register } = readGrids(grids);
  const decisions = decideDunning(buildLedger(register), today);
  return new Set(decisions.map((decision) => decisionText(register, decision)));
}
