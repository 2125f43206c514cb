/** Days as text: a register names the same thousand days a million times. */
import { type CivilDate, civilDate, type DayNumber } from '../../shared/base/civil-date.ts';

const known = new Map<DayNumber, CivilDate>();

/** `civilDate`, each day written once. */
export function dayText(day: DayNumber): CivilDate {
  const text = known.get(day);
  if (text !== undefined) return text;
  const written = civilDate(day);
  known.set(day, written);
  return written;
}
