/** The rows an import writes: payments of what is applied, and the log of every movement. Cells by the register's own column keys, as text. */
import { civilDate } from '../../base/civil-date.ts';
import { decimalText } from '../../base/money.ts';
import type { BankState } from '../../register/addon-tables.ts';
import type { Register } from '../../register/entries.ts';
import type { ImportPlan, PlannedMovement } from './import-plan.ts';
import { importedId } from './imported.ts';
import type { MatchPart } from './match.ts';
import { MATCH_REASONS } from './reasons.ts';

export type RowTexts = Readonly<Record<string, string>>;

export type ImportRows = { readonly payments: readonly RowTexts[]; readonly bank: readonly RowTexts[] };

/** What a person decided of a movement that was asked about: invoices, or money of a client not applied yet, or nobody's. */
export type Decision =
  | { readonly kind: 'parts'; readonly parts: readonly MatchPart[]; readonly client: number }
  | { readonly kind: 'unapplied'; readonly client: number }
  | { readonly kind: 'ignored' };

/** @param decisions by the movement's key; a movement without one, and not certain, is logged as to be decided */
export function importRows(
  plan: ImportPlan,
  register: Register,
  decisions: ReadonlyMap<string, Decision> = new Map(),
): ImportRows {
  const payments: RowTexts[] = [];
  const bank: RowTexts[] = [];
  for (const planned of plan.movements) {
    if (planned.decision === 'known') continue;
    if (planned.decision === 'relog') {
      bank.push({ ...bankRow(planned, null, [], plan.importId, register), ...writtenCells(planned) });
      continue;
    }
    const decision = decisions.get(planned.key) ?? ownDecision(planned);
    const paid = decision === null ? [] : paymentRows(planned, decision, register);
    payments.push(...paid);
    bank.push(bankRow(planned, decision, paid, plan.importId, register));
  }
  return { payments, bank };
}

function writtenCells({ written }: PlannedMovement): RowTexts {
  return { state: 'applied', payments: written.join(' ') };
}

function ownDecision({ decision, match }: PlannedMovement): Decision | null {
  if (decision === 'log') return { kind: 'ignored' };
  if (decision !== 'apply' || match.client === null) return null;
  return { kind: 'parts', parts: match.parts, client: match.client };
}

/** One row for each invoice, and one for what they leave; they share a reference, as one transfer does. */
function paymentRows(planned: PlannedMovement, decision: Decision, register: Register): readonly RowTexts[] {
  if (decision.kind === 'ignored') return [];
  const parts = decision.kind === 'parts' ? decision.parts : [];
  const left = planned.movement.minor - parts.reduce((sum, { minor }) => sum + minor, 0);
  const row = (index: number, invoice: number, minor: number): RowTexts => ({
    id: importedId(planned.key, index),
    date: civilDate(planned.movement.day),
    client: register.clients[decision.client].code,
    invoice: invoice < 0 ? '' : register.invoices.numberAt(invoice),
    amount: decimalText(minor, planned.currency),
    currency: planned.currency,
    method: methodOf(planned.movement.label),
    reference: referenceOf(planned),
  });
  const rows = parts.map(({ invoice, minor }, index) => row(index, invoice, minor));
  return left === 0 ? rows : [...rows, row(rows.length, -1, left)];
}

const LONGEST_REFERENCE = 140;

function referenceOf({ movement: { label, reference } }: PlannedMovement): string {
  return (reference || label).slice(0, LONGEST_REFERENCE);
}

/** What the label says of how it was paid; a transfer where it says nothing. */
function methodOf(label: string): string {
  const plain = label.toUpperCase();
  if (/\b(PRLV|PRELEVEMENT|PRÉLÈVEMENT|SDD)\b/.test(plain)) return 'directDebit';
  if (/\b(CHQ|CHEQUE|CHÈQUE|REMISE)\b/.test(plain)) return 'cheque';
  return /\b(CB|CARTE)\b/.test(plain) ? 'card' : 'transfer';
}

function bankRow(
  planned: PlannedMovement,
  decision: Decision | null,
  paid: readonly RowTexts[],
  importId: string,
  { clients, settings }: Register,
): RowTexts {
  const { account, currency, key, match, movement } = planned;
  const client = decision === null || decision.kind === 'ignored' ? match.client : decision.client;
  return {
    key,
    import: importId,
    account,
    date: civilDate(movement.day),
    amount: decimalText(movement.minor, currency),
    currency,
    label: movement.label,
    payer: movement.payer,
    payerIban: movement.payerIban,
    state: stateOf(decision),
    client: client === null ? '' : clients[client].code,
    payments: paid.map(({ id }) => id).join(' '),
    reason: MATCH_REASONS[match.reason][settings.language],
  };
}

function stateOf(decision: Decision | null): BankState {
  if (decision === null) return 'open';
  if (decision.kind === 'ignored') return 'ignored';
  return decision.kind === 'parts' ? 'applied' : 'unapplied';
}
