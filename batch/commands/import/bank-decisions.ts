/**
 * What a person decides of movements: `--confirm KEY=F2026-00012`, `KEY=F2026-00012:50.00+F2026-00013` (amounts where not all is paid),
 * `KEY=C001` (money of a client, not applied yet), `KEY=-` (no client’s). Of a rejected
 * debit they name what is owed again. A key may be of a file at hand, or of an earlier import.
 */

import { amountMinor } from '../../../shared/exchange/bank/amounts.ts';
import type { PlannedMovement } from '../../../shared/exchange/match/import-plan.ts';
import type { Decision } from '../../../shared/exchange/match/import-rows.ts';
import type { MatchPart } from '../../../shared/exchange/match/match.ts';
import { type Ledger, openBalanceOn } from '../../../shared/receivables/ledger.ts';
import { isCash } from '../../../shared/receivables/movements.ts';
import type { CommandFlags } from '../../options/command-flags.ts';
import { UsageError } from '../../options/usage-error.ts';

/** @param planned of the files and of earlier imports  @throws UsageError on what is not understood, or more than is open or came in */
export function readDecisions(
  flags: CommandFlags,
  planned: readonly PlannedMovement[],
  ledger: Ledger,
): ReadonlyMap<string, Decision> {
  const byKey = new Map(planned.map((one) => [one.key, one] as const));
  const decisions = new Map<string, Decision>();
  const desk: Desk = { ledger, moved: new Map() };
  for (const text of flags.texts.get('confirm') ?? []) {
    const at = text.indexOf('=');
    const movement = at < 0 ? undefined : byKey.get(text.slice(0, at).trim());
    if (movement === undefined || movement.decision === 'known') throw unknownMovement(text);
    decisions.set(movement.key, decisionOf(text.slice(at + 1).trim(), movement, desk));
  }
  return decisions;
}

/** The register, and what the decisions so far put onto each invoice. */
type Desk = { readonly ledger: Ledger; readonly moved: Map<number, number> };

function decisionOf(text: string, planned: PlannedMovement, desk: Desk): Decision {
  const { clients, invoices } = desk.ledger.register;
  if (text === '-') return { kind: 'ignored' };
  const client = clients.findIndex(({ code }) => code === text);
  if (client >= 0) return { kind: 'unapplied', client };
  let left = planned.movement.minor;
  const parts = text.split('+').map((part): MatchPart => {
    const found = partOf(part.trim(), planned, desk, left);
    left -= found.minor;
    desk.moved.set(found.invoice, (desk.moved.get(found.invoice) ?? 0) + found.minor);
    return found;
  });
  const [first] = parts;
  const payers = new Set(parts.map(({ invoice }) => invoices.client[invoice]));
  if (left * Math.sign(planned.movement.minor) < 0 || payers.size > 1) throw tooMuch(text);
  return { kind: 'parts', parts, client: invoices.client[first.invoice] };
}

/** An invoice, as far as the money goes, or with its own amount: paid where money came in, owed again where it went back. */
function partOf(
  text: string,
  { currency, movement }: PlannedMovement,
  { ledger, moved }: Desk,
  left: number,
): MatchPart {
  const { currencies, invoices } = ledger.register;
  const [number, amount] = text.split(':');
  const invoice = Array.from({ length: invoices.count }, (_, index) => index).find(
    (index) => invoices.numberAt(index) === number && invoices.creditNote[index] === 0,
  );
  const isPayable = invoice !== undefined && currencies[invoices.currency[invoice]] === currency;
  if (!isPayable || invoices.issueDay[invoice] > movement.day) throw unknownInvoice(text);
  const isBack = movement.minor < 0;
  const sign = isBack ? -1 : 1;
  const room = isBack
    ? cashOn(ledger, invoice) + (moved.get(invoice) ?? 0)
    : openBalanceOn(ledger, invoice, Number.MAX_SAFE_INTEGER) - (moved.get(invoice) ?? 0);
  const size = amount === undefined ? Math.min(room, left * sign) : amountMinor(amount, currency, null);
  if (!(size > 0) || size > room) throw tooMuch(text);
  return { invoice, minor: size * sign };
}

/** Money that an invoice was paid with, less what went back. */
function cashOn({ register: { payments } }: Ledger, invoice: number): number {
  let sum = 0;
  for (let p = 0; p < payments.count; p++) {
    if (payments.invoice[p] === invoice && isCash(payments, p)) sum += payments.amount[p];
  }
  return sum;
}

function unknownMovement(text: string): UsageError {
  return new UsageError({
    fr: `--confirm\u202f: «\u202f${text}\u202f» ne désigne aucun mouvement à décider\u202f; écrivez CLÉ=FACTURE, CLÉ=CLIENT ou CLÉ=-.`,
    en: `--confirm: "${text}" names no movement to be decided; write KEY=INVOICE, KEY=CLIENT or KEY=-.`,
  });
}

function unknownInvoice(text: string): UsageError {
  return new UsageError({
    fr: `--confirm\u202f: «\u202f${text}\u202f» n’est ni un client, ni une facture de cette devise émise avant le mouvement.`,
    en: `--confirm: "${text}" is neither a client nor an invoice of this currency issued before the movement.`,
  });
}

function tooMuch(text: string): UsageError {
  return new UsageError({
    fr: `--confirm\u202f: «\u202f${text}\u202f» dépasse ce qui est dû, ce qui est entré ou ce qui avait été réglé, ou mêle deux clients.`,
    en: `--confirm: "${text}" is more than is owed, came in or had been paid, or mixes two clients.`,
  });
}
