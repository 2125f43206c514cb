/** Risk: a score per client that says where its points come from. */
import type { Words } from '../base/words.ts';

export const RISK_GRADES = ['A', 'B', 'C', 'D', 'unknown'] as const;
export type RiskGrade = (typeof RISK_GRADES)[number];

export type RiskReason = { readonly code: string; readonly points: number; readonly text: Words };

/** Of one client in one currency as of one day. Minor units. */
export type ClientRisk = {
  readonly client: number; // index into the register's clients
  readonly score: number; // 0 safe … 100, a whole number; the reasons' points add up to it
  readonly grade: RiskGrade; // unknown: too little history, which is no good grade
  readonly exposure: number; // open - unapplied, at least 0
  readonly creditLimit: number | null;
  readonly availableCredit: number | null; // limit - exposure, may be negative
  readonly reasons: readonly RiskReason[]; // most points first
};
