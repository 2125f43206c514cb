/** A day's text as a number; throws on what is no day. */
import { parseCivilDate } from '../../shared/base/civil-date.ts';

export function dayOfText(text: string): number {
  const day = parseCivilDate(text);
  if (!day.ok) throw new Error(`not a day: ${text}`);
  return day.value;
}
