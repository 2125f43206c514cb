/** What a person decided of movements, held against the register as it is now: never more than is open, never more than came in. */
import { dayText, moneyText } from '../../../shared/base/numbers-text.ts';
import type { ImportPlan, PlannedMovement } from '../../../shared/exchange/match/import-plan.ts';
import type { Decision } from '../../../shared/exchange/match/import-rows.ts';
import type { MatchPart } from '../../../shared/exchange/match/match.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import { type Ledger, openBalanceOn } from '../../../shared/receivables/ledger.ts';
import { isCash } from '../../../shared/receivables/movements.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { ImportDecision, PartFields } from '../../contract/bank.ts';

export type Decisions = {
  readonly byKey: ReadonlyMap<string, Decision>;
  readonly notices: readonly CheckNotice[];
};

/** A movement that is in the log already takes no decision any more: it was decided, perhaps by a run that was cut short. */
export function checkDecisions(
  asked: readonly ImportDecision[],
  plans: readonly ImportPlan[],
  ledger: Ledger,
): Decisions {
  const open = plans.flatMap(({ movements }) => movements.filter(isOpen));
  const planned = new Map(open.map((one) => [one.key, one] as const));
  const desk: Desk = { ledger, numbers: payableNumbers(ledger), moved: new Map() };
  const byKey = new Map<string, Decision>();
  const notices: CheckNotice[] = [];
  for (const one of asked) {
    const movement = planned.get(one.key);
    if (movement === undefined || byKey.has(one.key)) continue;
    const decision = decisionOf(one, movement, desk);
    if ('kind' in decision) byKey.set(one.key, decision);
    else notices.push(decision.notice);
  }
  return { byKey, notices };
}

type Desk = {
  readonly ledger: Ledger;
  readonly numbers: ReadonlyMap<string, number>; // an invoice's index by its number
  readonly moved: Map<number, number>; // what these decisions put onto each invoice, or take off it
};

function isOpen({ decision }: PlannedMovement): boolean {
  return decision === 'apply' || decision === 'ask' || decision === 'log';
}

function payableNumbers({ register: { invoices } }: Ledger): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let invoice = 0; invoice < invoices.count; invoice++) {
    if (invoices.creditNote[invoice] === 0) numbers.set(invoices.numberAt(invoice), invoice);
  }
  return numbers;
}

type Fault = { readonly notice: CheckNotice };

function decisionOf(asked: ImportDecision, planned: PlannedMovement, desk: Desk): Decision | Fault {
  if (asked.kind === 'ignored') return { kind: 'ignored' };
  if (asked.kind === 'parts' && asked.parts.length > 0) return partsOf(asked.parts, planned, desk);
  const { match, movement } = planned;
  const client = desk.ledger.register.clients.findIndex(({ code }) => code === asked.client);
  if (client < 0) return { notice: noClient(planned, asked.client) };
  return movement.minor > 0 || match.client === client
    ? { kind: 'unapplied', client }
    : { notice: moneyOut(planned) };
}

function partsOf(asked: readonly PartFields[], planned: PlannedMovement, desk: Desk): Decision | Fault {
  const parts: MatchPart[] = [];
  for (const one of asked) {
    const part = partOf(one, planned, desk);
    if ('notice' in part) return part;
    parts.push(part);
    desk.moved.set(part.invoice, (desk.moved.get(part.invoice) ?? 0) + part.minor);
  }
  const { invoices } = desk.ledger.register;
  const client = invoices.client[parts[0].invoice];
  const sum = parts.reduce((all, { minor }) => all + minor, 0);
  if (Math.abs(sum) > Math.abs(planned.movement.minor)) return { notice: tooMuch(planned, sum) };
  const isOneClient = parts.every(({ invoice }) => invoices.client[invoice] === client);
  return isOneClient ? { kind: 'parts', parts, client } : { notice: twoClients(planned) };
}

function partOf(
  { amount, invoice: number }: PartFields,
  planned: PlannedMovement,
  desk: Desk,
): MatchPart | Fault {
  const { currency, movement } = planned;
  const { currencies, invoices } = desk.ledger.register;
  const invoice = desk.numbers.get(number) ?? -1;
  const isPayable =
    invoice >= 0 &&
    currencies[invoices.currency[invoice]] === currency &&
    invoices.issueDay[invoice] <= movement.day;
  if (!isPayable) return { notice: noInvoice(planned, number) };
  const read = readAmount(amount, currency);
  const sign = movement.minor < 0 ? -1 : 1;
  const room = roomOn(desk, invoice, sign);
  const size = read.ok ? read.value * sign : 0;
  if (size > 0 && size <= room) return { invoice, minor: size * sign };
  return { notice: sign > 0 ? notOpen(planned, number, room) : notPaid(planned, number, room) };
}

/** How much may still go onto an invoice; or come back off it, where a payment was rejected: what it was paid with in money. */
function roomOn({ ledger, moved }: Desk, invoice: number, sign: 1 | -1): number {
  const taken = (moved.get(invoice) ?? 0) * sign;
  const whole = sign > 0 ? openBalanceOn(ledger, invoice, Number.MAX_SAFE_INTEGER) : cashOn(ledger, invoice);
  return Math.max(whole - taken, 0);
}

function cashOn({ register: { payments } }: Ledger, invoice: number): number {
  let sum = 0;
  for (let p = 0; p < payments.count; p++) {
    if (payments.invoice[p] === invoice && isCash(payments, p)) sum += payments.amount[p];
  }
  return sum;
}

function on({ currency, key, movement }: PlannedMovement, fr: string, en: string): CheckNotice {
  const { day, minor } = movement;
  return errorOn(
    key,
    `Mouvement du ${dayText(day, 'fr')}, ${moneyText(minor, currency, 'fr')} : ${fr}`,
    `Movement of ${dayText(day, 'en')}, ${moneyText(minor, currency, 'en')}: ${en}`,
  );
}

function moneyOut(planned: PlannedMovement): CheckNotice {
  return on(
    planned,
    'c’est une sortie d’argent que rien ne rattache à ce client. Enregistrez un rejet ou un remboursement par « Enregistrer un règlement ».',
    'it is money out that nothing ties to this client. Record a bounced payment or a refund with “Record a payment”.',
  );
}

function noClient(planned: PlannedMovement, code: string): CheckNotice {
  return on(
    planned,
    `le client « ${code} » n’est pas dans l’onglet Clients.`,
    `the client “${code}” is not in the Clients tab.`,
  );
}

function noInvoice(planned: PlannedMovement, number: string): CheckNotice {
  return on(
    planned,
    `« ${number} » n’est pas une facture de cette devise, émise avant lui.`,
    `“${number}” is no invoice of this currency issued before it.`,
  );
}

function notOpen(planned: PlannedMovement, number: string, open: number): CheckNotice {
  const { currency } = planned;
  return on(
    planned,
    `il reste ${moneyText(open, currency, 'fr')} à régler sur ${number}. Choisissez de nouveau.`,
    `${moneyText(open, currency, 'en')} is left to be paid on ${number}. Choose again.`,
  );
}

function notPaid(planned: PlannedMovement, number: string, paid: number): CheckNotice {
  const { currency } = planned;
  return on(
    planned,
    `${number} a été réglée de ${moneyText(paid, currency, 'fr')} : on ne peut pas en retirer davantage.`,
    `${number} was paid ${moneyText(paid, currency, 'en')}: no more can be taken back.`,
  );
}

function tooMuch(planned: PlannedMovement, sum: number): CheckNotice {
  const { currency } = planned;
  return on(
    planned,
    `${moneyText(Math.abs(sum), currency, 'fr')} imputés, plus que le mouvement. Réduisez une part.`,
    `${moneyText(Math.abs(sum), currency, 'en')} applied, more than the movement. Lower a share.`,
  );
}

function twoClients(planned: PlannedMovement): CheckNotice {
  return on(
    planned,
    'ses factures sont de deux clients. Gardez-en un.',
    'its invoices are of two clients. Keep one.',
  );
}
