/** What an invoice's movements say beside how late it was: credit notes, write-offs, payments that bounced. */
import { NO_DAY } from '../base/civil-date.ts';
import { MOVEMENT_KINDS } from '../receivables/movements.ts';
import type { Pass } from './behaviour-columns.ts';
import { isCredit } from './lateness.ts';

const CASH = MOVEMENT_KINDS.indexOf('cash');
const WRITE_OFF = MOVEMENT_KINDS.indexOf('writeOff');

/** Reads what was applied to an invoice into `pass.applied`, and counts its client's write-offs and bounced payments. */
export function readMovements(pass: Pass, invoice: number, client: number): void {
  const { amount, day, kind, starts } = pass.ledger;
  const { applied } = pass;
  applied.credited = 0;
  applied.settled = 0;
  applied.lastDay = NO_DAY;
  let moneyWentBack = false;
  for (let m = starts[invoice]; m < starts[invoice + 1] && day[m] <= pass.asOf; m++) {
    applied.settled += amount[m];
    applied.lastDay = day[m];
    if (kind[m] === CASH) moneyWentBack = moneyWentBack || amount[m] < 0;
    else if (isCredit(kind[m], amount[m])) applied.credited += amount[m];
    else if (kind[m] === WRITE_OFF && day[m] > pass.history) pass.behaviour.writtenOff[client] += amount[m];
  }
  if (moneyWentBack) countBounces(pass, invoice, client, applied.credited);
}

/** Money that goes back and leaves the invoice open has bounced; what gives back an excess leaves it settled and has not. */
function countBounces(pass: Pass, invoice: number, client: number, credited: number): void {
  const { amount, day, kind, register, starts } = pass.ledger;
  const last = starts[invoice + 1];
  let settled = credited;
  for (let m = starts[invoice]; m < last && day[m] <= pass.asOf; ) {
    const first = m;
    for (; m < last && day[m] === day[first]; m++) if (!isCredit(kind[m], amount[m])) settled += amount[m];
    if (day[first] > pass.year && settled < register.invoices.total[invoice])
      addBounces(pass, client, first, m);
  }
}

function addBounces({ behaviour, ledger }: Pass, client: number, from: number, to: number): void {
  for (let m = from; m < to; m++) {
    if (ledger.kind[m] !== CASH || ledger.amount[m] >= 0) continue;
    behaviour.bounced[client]++;
    behaviour.bouncedAmount[client] -= ledger.amount[m];
  }
}
