/** Settings as they were sealed when somebody changed them: who the firm is, and where it is paid. */
import { type DayNumber, NO_DAY, parseCivilDate } from '../../../base/civil-date.ts';
import type { SealCells } from '../../../register/reading/read-seals.ts';
import { entriesOf } from './sealed-payments.ts';

export type SealedSetting = {
  readonly row: number; // of the seal
  readonly key: string;
  readonly day: DayNumber; // UTC; NO_DAY where unreadable
  readonly from: string; // as written; empty where it is not told
  readonly to: string;
  readonly user: string; // empty where nobody was noted
};

/** Reads `{"from":"…","to":"…","user":"…"}`; what it does not tell is empty. */
export function readSettingSeal({ at, number, row, snapshot }: SealCells): SealedSetting {
  const day = parseCivilDate(at.slice(0, 10));
  const told = new Map(entriesOf(snapshot));
  const text = (key: string): string => {
    const value = told.get(key);
    return typeof value === 'string' ? value : '';
  };
  return {
    row,
    key: number,
    day: day.ok ? day.value : NO_DAY,
    from: text('from'),
    to: text('to'),
    user: text('user'),
  };
}
