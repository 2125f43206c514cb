/** Payment plans: agreed after the due date, kept or broken. */
import { addMonths, civilDate, type DayNumber } from '../../shared/base/civil-date.ts';
import { decimalText, money, splitMoney } from '../../shared/base/money.ts';
import type { Bill, Outcome } from './documents.ts';
import { journalRow } from './journal.ts';
import { officeDayFrom, officeDayUpTo } from './office-days.ts';
import { NEVER } from './payers.ts';
import { pay, type World } from './payments.ts';

const KEPT_INSTALMENTS = 4;
const BROKEN_INSTALMENTS = 5;
const PAID_OF_BROKEN = 2;

export function planKept(bill: Bill, world: World): Outcome {
  return agree(bill, world, KEPT_INSTALMENTS, KEPT_INSTALMENTS);
}

export function planBroken(bill: Bill, world: World): Outcome {
  return agree(bill, world, BROKEN_INSTALMENTS, PAID_OF_BROKEN);
}

/** Splits the invoice into monthly instalments, of which the first few are paid, each on its day or just before. */
function agree(bill: Bill, world: World, count: number, paid: number): Outcome {
  const agreedOn = officeDayFrom(bill.dueDay + world.random.int(9, 20));
  const parts = splitMoney(money(bill.content.total, bill.client.currency), new Array(count).fill(1));
  let last: DayNumber = NEVER;
  parts.forEach(({ minor }, index) => {
    const dueDay = addMonths(agreedOn, index + 1);
    postInstalment(bill, world, agreedOn, dueDay, minor);
    if (index < paid) last = pay(world, bill, officeDayUpTo(dueDay), minor, { method: 'transfer' });
  });
  postAgreement(bill, world, agreedOn, count);
  return { settledOn: paid === count ? last : NEVER, quietFrom: agreedOn, dispute: null };
}

function postInstalment(
  bill: Bill,
  { agenda }: World,
  agreedOn: DayNumber,
  dueDay: DayNumber,
  minor: number,
): void {
  const row = {
    invoice: bill.number,
    dueDate: civilDate(dueDay),
    amount: decimalText(minor, bill.client.currency),
    agreedOn: civilDate(agreedOn),
  };
  agenda.post(agreedOn, { kind: 'row', row: { table: 'instalments', row } });
}

function postAgreement(bill: Bill, { agenda, random }: World, agreedOn: DayNumber, count: number): void {
  const row = journalRow(bill.client, bill.number, agreedOn, random, {
    event: 'plan',
    channel: 'call',
    amount: bill.content.total,
    detail: `Échéancier en ${count} mensualités`,
  });
  agenda.post(agreedOn, { kind: 'row', row: { table: 'journal', row } });
}
