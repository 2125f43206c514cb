/** What an audit is given beside the replayed register. Each may be missing: the tests that rest on it then say that they did not run. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Words } from '../../base/words.ts';
import type { Evidence } from '../../register/reading/evidence.ts';
import type { Anchor } from './seals/anchors.ts';
import type { Chain } from './seals/chain.ts';

export type AuditInputs = {
  readonly evidence: Evidence | null;
  readonly chain: Chain | null; // the seals, where the register has any
  readonly anchors: readonly Anchor[] | null; // of earlier runs on this register, oldest first; null: none are kept
  readonly brokenAnchor: number | null; // the line of the kept anchors from which on they are not what was written
  readonly held: readonly HeldReminder[] | null; // what reminders of the day are held back
};

/** A client whose reminders are held back in one currency. */
export type HeldReminder = {
  readonly client: number;
  readonly currency: number;
  readonly code: string; // why, as the reminders' decision names it
  readonly why: Words;
  readonly oldestDueDay: DayNumber;
  readonly amount: number; // minor units that would be asked for
};

export const NO_INPUTS: AuditInputs = {
  evidence: null,
  chain: null,
  anchors: null,
  brokenAnchor: null,
  held: null,
};
