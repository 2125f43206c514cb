/** Years in numbers: `FA20260012` and `12/2026` count within a year, and `2026110012` within a month. */
import { type DayNumber, yearMonthDay } from '../../../base/civil-date.ts';
import type { FramedNumbers } from './number-frames.ts';

/** How the numbers of one family are to be read. */
export type NumberForm =
  | { readonly kind: 'plain' } // the last run counts
  | { readonly kind: 'lead'; readonly figures: number } // so many figures of it name the year or the month, the others count
  | { readonly kind: 'yearLast' }; // the last run names the year, the one before it counts

/** What a run of digits may begin with, most telling first. */
const LEADS: readonly { readonly figures: number; readonly of: (year: number, month: number) => number }[] = [
  { figures: 6, of: (year, month) => year * 100 + month },
  { figures: 4, of: (year) => year },
  { figures: 4, of: (year, month) => (year % 100) * 100 + month },
  { figures: 2, of: (year) => year % 100 },
];

/** Figures that must be left to count with: `20261` is hardly the first number of 2026. */
const LEAST_LEFT = 2;
/** So many of a family's numbers name their year, or it is chance: numbers of one family are alike. */
const MOST_OF_THEM = 0.8;

const PLAIN: NumberForm = { kind: 'plain' };
const YEAR_LAST = LEADS.length;
const COUNTED = LEADS.length + 1;

export const POWERS = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** Frames that differ in digits only are one family: those of other years, months or branches. */
export function familiesOf({ frames }: FramedNumbers): {
  readonly family: Int32Array;
  readonly count: number;
} {
  const known = new Map<string, number>();
  const family = Int32Array.from(frames, ({ before, after }) => {
    const shape = `${before}0${after}`.replace(/\d+/g, '0');
    const found = known.get(shape) ?? known.size;
    known.set(shape, found);
    return found;
  });
  return { family, count: known.size };
}

/** The form of each family: how most of its numbers go with the day they were issued on. */
export function formsOf(
  numbers: FramedNumbers,
  family: Int32Array,
  families: number,
  issued: Int32Array,
  issueDay: Int32Array,
): readonly NumberForm[] {
  const fits = new Int32Array(families * COUNTED);
  const sizes = new Int32Array(families);
  const leads = new Int32Array(LEADS.length);
  let day: DayNumber = Number.NaN;
  let year = 0;
  for (let at = 0; at < issued.length; at++) {
    const document = issued[at];
    if (numbers.frame[document] < 0) continue;
    if (issueDay[document] !== day) {
      day = issueDay[document];
      const date = yearMonthDay(day);
      year = date.year;
      LEADS.forEach(({ of }, lead) => {
        leads[lead] = of(date.year, date.month);
      });
    }
    const of = family[numbers.frame[document]];
    sizes[of]++;
    countFits(fits, of * COUNTED, numbers.value[document], numbers.digits[document], year, leads);
  }
  return Array.from(sizes, (size, of) => formOf(fits.subarray(of * COUNTED, (of + 1) * COUNTED), size));
}

function countFits(
  fits: Int32Array,
  at: number,
  value: number,
  digits: number,
  year: number,
  leads: Int32Array,
): void {
  if ((digits === 4 && value === year) || (digits === 2 && value === year % 100)) fits[at + YEAR_LAST]++;
  for (let lead = 0; lead < leads.length; lead++) {
    const left = digits - LEADS[lead].figures;
    if (left >= LEAST_LEFT && Math.floor(value / POWERS[left]) === leads[lead]) fits[at + lead]++;
  }
}

function formOf(fits: Int32Array, size: number): NumberForm {
  const enough = size * MOST_OF_THEM;
  if (fits[YEAR_LAST] > enough) return { kind: 'yearLast' };
  const lead = LEADS.findIndex((_, at) => fits[at] > enough);
  return lead < 0 ? PLAIN : { kind: 'lead', figures: LEADS[lead].figures };
}
