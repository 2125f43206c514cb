/** How clients pay: one habit each, and the day it makes an invoice paid. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import { unreachable } from '../../shared/base/result.ts';
import { dueDay as afterSteps } from '../../shared/register/terms.ts';
import { officeDayFrom } from './office-days.ts';
import type { Random } from './random.ts';

export const PAYERS = [
  'excellent', // before the due date
  'punctual', // about the due date
  'slow', // two to five weeks late, and surely
  'run10', // on the 10th that follows the due date, all invoices in one transfer
  'run25', // … the 25th
  'deteriorating', // punctual once; later and later over the last months
  'bad', // one to three months late, and not always
  'stopped', // slow once; nothing any more
] as const;
export type Payer = (typeof PAYERS)[number];

/** How often each habit occurs among ordinary clients, in percent. */
export const PAYER_PERCENT: Readonly<Record<Payer, number>> = {
  excellent: 20,
  punctual: 36,
  slow: 18,
  run10: 9,
  run25: 7,
  deteriorating: 4,
  bad: 5,
  stopped: 1,
};

/** Of what is never paid: a day after every other. */
export const NEVER: DayNumber = 0x7fffffff;

/** Days before the report's day from which payers of the kind go wrong. */
export const DETERIORATES_BEFORE = 240;
export const STOPS_BEFORE = 150;

const DETERIORATION_PER_DAY = 0.8;
const DETERIORATING_NEVER_SHARE = 0.08;
const BAD_NEVER_SHARE = 0.02;

export type Payable = { readonly issueDay: DayNumber; readonly dueDay: DayNumber };

/** The day an invoice is paid: an office day, never before it was issued; NEVER where it is not. */
export function payDay(payer: Payer, invoice: Payable, asOf: DayNumber, random: Random): DayNumber {
  const wished = wishedDay(payer, invoice.dueDay, asOf, random);
  if (wished === NEVER) return NEVER;
  const day = officeDayFrom(Math.max(wished, invoice.issueDay));
  return day > lastPayDay(payer, asOf) ? NEVER : day;
}

/** The last day a client of the habit pays anything. */
export function lastPayDay(payer: Payer, asOf: DayNumber): DayNumber {
  return payer === 'stopped' ? asOf - STOPS_BEFORE : NEVER;
}

function wishedDay(payer: Payer, dueDay: DayNumber, asOf: DayNumber, random: Random): DayNumber {
  switch (payer) {
    case 'excellent':
      return dueDay + random.int(-9, 0);
    case 'punctual':
      return dueDay + random.bell(-3, 5);
    case 'slow':
    case 'stopped':
      return dueDay + random.bell(9, 36);
    case 'run10':
      return afterSteps(dueDay, [{ step: 'dayOfMonth', day: 10 }]);
    case 'run25':
      return afterSteps(dueDay, [{ step: 'dayOfMonth', day: 25 }]);
    case 'deteriorating':
      return deterioratingDay(dueDay, asOf, random);
    case 'bad':
      return random.chance(BAD_NEVER_SHARE) ? NEVER : dueDay + random.bell(24, 105);
    default:
      return unreachable(payer);
  }
}

function deterioratingDay(dueDay: DayNumber, asOf: DayNumber, random: Random): DayNumber {
  const worse = Math.max(0, DETERIORATES_BEFORE - (asOf - dueDay));
  if (worse > 0 && random.chance(DETERIORATING_NEVER_SHARE)) return NEVER;
  return dueDay + random.int(-2, 6) + Math.floor(worse * DETERIORATION_PER_DAY);
}
