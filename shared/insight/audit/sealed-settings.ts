/** Settings as they were sealed when somebody changed them: who is paid, and where. */
import { type DayNumber, NO_DAY, parseCivilDate } from '../../base/civil-date.ts';
import type { SealCells } from '../../register/read-seals.ts';

export type SealedSetting = {
  readonly row: number; // of the seal
  readonly key: string;
  readonly day: DayNumber; // UTC; NO_DAY where unreadable
  readonly from: string; // as written; empty where it is not told
  readonly to: string;
};

/** Reads `{"from":"…","to":"…"}`; what it does not tell is empty. */
export function readSettingSeal({ at, number, row, snapshot }: SealCells): SealedSetting {
  const day = parseCivilDate(at.slice(0, 10));
  const told = parsed(snapshot);
  return {
    row,
    key: number,
    day: day.ok ? day.value : NO_DAY,
    from: textIn(told, 'from'),
    to: textIn(told, 'to'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textIn(told: unknown, key: 'from' | 'to'): string {
  if (typeof told !== 'object' || told === null || !(key in told)) return '';
  const value: unknown = Object.entries(told).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}
