/** A journal row from what a test says of it; everything else is empty. Clients and invoices are indexes, amounts minor units. */
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { JournalEntry } from '../../shared/register/entries.ts';

export type JournalRecord = Partial<Omit<JournalEntry, 'at' | 'promisedOn'>> & {
  readonly at: CivilDate;
  readonly event: JournalEntry['event'];
  readonly promisedOn?: CivilDate;
};

export function journalOf(records: readonly JournalRecord[]): readonly JournalEntry[] {
  return records.map(({ at, promisedOn, ...given }, index) => ({
    ...EMPTY,
    row: index + 2,
    ...given,
    at: dayNumber(at),
    promisedOn: promisedOn === undefined ? null : dayNumber(promisedOn),
  }));
}

const EMPTY = {
  client: 0,
  invoice: -1,
  level: null,
  channel: null,
  recipient: '',
  status: null,
  amount: null,
  newDeadline: null,
  key: '',
  user: '',
  interest: null,
  indemnity: null,
  tracking: '',
  detail: '',
};
