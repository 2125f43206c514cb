/** Letters of real decisions: one register of three late invoices, for each kind of client. */
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import type { DunningDecision } from '../../shared/dunning/decision.ts';
import { SHIPPED_CALENDARS } from '../../shared/dunning/shipped-calendars.ts';
import { type Letter, letterOf } from '../../shared/letters/letter.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import type { Client } from '../../shared/register/entries.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { type DunningRecords, dunningRegister } from '../dunning/decided.ts';

export type Told = {
  readonly level: number;
  readonly kind?: ClientKind; // company
  readonly client?: Partial<Client>;
  readonly records?: Partial<DunningRecords>;
  readonly asOf?: CivilDate; // 25 November 2026
};

const RECORDS = {
  invoices: [
    { number: 'F2026-00009', issued: '2026-09-10', due: '2026-10-10', total: 171258 },
    { number: 'F2026-00010', issued: '2026-09-25', due: '2026-10-25', total: 48000 },
    { number: 'F2026-00011', issued: '2026-10-12', due: '2026-11-11', total: 6550 },
  ],
  rates: [['2026-07-01', 2.4, 'ECB-MRO'] as const, ['2026-07-01', 2.62, 'FR-LEGAL-B'] as const],
} satisfies DunningRecords;

/** A letter of the level, as its kind's shipped calendar has it; the levels before count as sent. */
export function letter({ asOf = '2026-11-25', client, kind = 'company', level, records }: Told): Letter {
  const steps = SHIPPED_CALENDARS[kind];
  const all = {
    ...RECORDS,
    ...records,
    clients: [{ code: 'C1', name: 'Hôtel du Parc & Fils', kind, ...client }],
    calendar: steps.map(
      (step) => [step.level, step.offsetDays, step.channel, { ...step, calendar: kind }] as const,
    ),
  };
  const register = dunningRegister(all, asOf);
  const day = dayNumber(asOf);
  const [decision] = decideDunning(buildLedger(register), day);
  if (!decision) throw new Error('nothing is decided');
  const step = steps.find((one) => one.level === level);
  if (!step) throw new Error(`the calendar has no level ${level}`);
  const newDeadline = step.newDeadlineDays === null ? null : day + step.newDeadlineDays;
  return letterOf(register, withClaims({ ...decision, level, newDeadline }, step.penalties), day);
}

/** What the level claims: hand-written sums, the engine's own have their tests. */
function withClaims(decision: DunningDecision, penalties: boolean): DunningDecision {
  if (!penalties) return decision;
  const claims = decision.asked.map(({ invoice }) => ({ invoice, interest: 896, indemnity: 4000 }));
  return { ...decision, interest: { minor: 2688 }, indemnity: { minor: 12000 }, claims };
}
