/** The period a command is about: two days, both within it. */
import type { CivilDate } from '../../../shared/base/civil-date.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { readDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';

export type Period = { readonly from: CivilDate; readonly to: CivilDate };

/** The day of a flag; null where it is not given.  @throws UsageError */
export function dayFlag(flags: CommandFlags, name: string): CivilDate | null {
  const value = lastText(flags, name);
  return value === null ? null : readDay({ value, from: `--${name}` });
}

/** @throws UsageError where a day is missing, or the period runs backwards */
export function periodOf(flags: CommandFlags): Period {
  const [from, to] = [dayFlag(flags, 'from'), dayFlag(flags, 'to')];
  if (from !== null && to !== null && from <= to) return { from, to };
  throw new UsageError({
    fr: 'indiquez la période\u202f: --from AAAA-MM-JJ --to AAAA-MM-JJ, la première date avant la seconde.',
    en: 'say which period: --from YYYY-MM-DD --to YYYY-MM-DD, the first day before the second.',
  });
}
