/** The time of day that an instant's cell holds beside its day. */
import type { Cell } from '../base/problem.ts';

const MINUTES_A_DAY = 24 * 60;
const TIME = /[T ]([01]?\d|2[0-3]):([0-5]\d)/;

/** Minutes since midnight, as the cell's own text or serial number has them; null where it says no time. */
export function minutesOf(cell: Cell): number | null {
  if (typeof cell === 'number') {
    const fraction = cell - Math.floor(cell);
    return fraction === 0 ? null : Math.floor(fraction * MINUTES_A_DAY + 1e-6) % MINUTES_A_DAY;
  }
  const match = typeof cell === 'string' ? TIME.exec(cell) : null;
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}
