/** What an import would do, movement by movement, with its reasons: nothing is written. */
import { civilDate } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import type { PlannedMovement } from '../../../shared/exchange/match/import-plan.ts';
import { MATCH_REASONS } from '../../../shared/exchange/match/reasons.ts';
import type { BankEntry, Register } from '../../../shared/register/entries.ts';
import type { ImportEntry, ImportView, PlannedView, StatementFields } from '../../contract/bank.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered } from '../frame.ts';
import { type BankBook, openBankBook } from './bank-book.ts';

/** Without a statement: what earlier imports left to be decided, and which imports may be taken back. */
export function planBank(
  world: World,
  { statements }: { readonly statements: readonly StatementFields[] },
): Answer<ImportView> {
  const book = openBankBook(world, statements);
  if (!book.ok) return book;
  const { ledger, plan, waiting } = book.value;
  const { register } = ledger;
  return answered({
    importId: plan.importId,
    movements: [
      ...viewsOf(plan.movements, book.value, false),
      ...viewsOf(waiting.movements, book.value, true),
    ],
    imports: importsOf(register.bank),
    profiles: book.value.profiles,
    currency: register.settings.currency,
    today: civilDate(world.now().day),
  });
}

function viewsOf(
  planned: readonly PlannedMovement[],
  { language, ledger: { register } }: BankBook,
  isEarlier: boolean,
): readonly PlannedView[] {
  return planned.map(({ currency, decision, key, match, movement }) => ({
    key,
    day: civilDate(movement.day),
    amount: decimalText(movement.minor, currency),
    currency,
    label: movement.label,
    payer: movement.payer,
    isEarlier,
    decision,
    reason: MATCH_REASONS[match.reason][language],
    ...clientOf(match.client, register),
    parts: match.parts.map(({ invoice, minor }) => ({
      invoice: register.invoices.numberAt(invoice),
      amount: decimalText(minor, currency),
    })),
    left: decimalText(match.unapplied, currency),
  }));
}

function clientOf(client: number | null, { clients }: Register): Pick<PlannedView, 'client' | 'clientName'> {
  if (client === null) return { client: '', clientName: '' };
  return { client: clients[client].code, clientName: clients[client].name };
}

const MOST_IMPORTS = 12;

/** In the order of the log, whose rows are written below the others. */
function importsOf(bank: readonly BankEntry[]): readonly ImportEntry[] {
  const byId = new Map<string, BankEntry[]>();
  for (const entry of bank) {
    if (entry.state === 'undone') continue;
    const own = byId.get(entry.importId);
    if (own) own.push(entry);
    else byId.set(entry.importId, [entry]);
  }
  return Array.from(byId.entries()).slice(-MOST_IMPORTS).reverse().map(importOf);
}

function importOf([importId, entries]: readonly [string, readonly BankEntry[]]): ImportEntry {
  const days = entries.map(({ day }) => day);
  return {
    importId,
    from: civilDate(days.reduce((a, b) => Math.min(a, b))),
    to: civilDate(days.reduce((a, b) => Math.max(a, b))),
    movements: entries.length,
    payments: entries.reduce((sum, { payments }) => sum + payments.length, 0),
    waiting: entries.filter(({ state }) => state === 'open').length,
  };
}
