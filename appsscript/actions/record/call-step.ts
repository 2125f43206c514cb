/** The call that a client's calendar asks for today, if it does. */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { decideDunning } from '../../../shared/dunning/decide.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';

export type CallStep = { readonly level: number; readonly newDeadline: DayNumber | null };

/** @param client its code @returns null where no call is due */
export function callStepOf(register: Register, client: string, today: DayNumber): CallStep | null {
  const due = decideDunning(buildLedger(register), today).find(
    (decision) =>
      decision.action === 'send' &&
      decision.channel === 'call' &&
      register.clients[decision.client].code === client,
  );
  return due && due.level !== null ? { level: due.level, newDeadline: due.newDeadline } : null;
}
