/** Changes since an earlier day: their number, how it is shown, and the colour of what it means. */
import type { Style } from 'exceljs';
import { type Currency, currencyDigits, decimalNumber, roundHalfAway } from '../../../shared/base/money.ts';
import type { Figure } from '../../../shared/receivables/dso.ts';
import { amountFormat, changeFormat, DAYS_FORMAT, decimalsFormat, quoted, SHARE_FORMAT } from '../formats.ts';
import type { Meaning } from '../sheets/figures.ts';
import { BAD, font, GOOD, GREY } from '../style.ts';

/** A figure today and at two earlier days, as cells hold them; `null` where it cannot be computed. */
export type Compared = {
  readonly today: number | null;
  readonly week: number | null;
  readonly month: number | null;
  readonly format: string; // of today's
  readonly change: { readonly format: string; readonly digits: number; readonly factor: number };
  readonly rise: Meaning;
};

/** One value for each of the three days. */
export type ThreeDays<T> = { readonly today: T; readonly week: T; readonly month: T };

/** @param minor minor units of the currency */
export function comparedAmount(currency: Currency, minor: ThreeDays<number>, rise: Meaning): Compared {
  const digits = currencyDigits(currency);
  return {
    today: decimalNumber(minor.today, currency),
    week: decimalNumber(minor.week, currency),
    month: decimalNumber(minor.month, currency),
    format: amountFormat(currency),
    change: { format: decimalsFormat(digits), digits, factor: 1 },
    rise,
  };
}

/** Shares from 0 to 1; their change is in points. */
export function comparedShare(share: ThreeDays<number | null>, rise: Meaning, points: string): Compared {
  return {
    ...share,
    format: SHARE_FORMAT,
    change: { format: DAYS_FORMAT + quoted(points), digits: 1, factor: 100 },
    rise,
  };
}

export function comparedDays(figure: ThreeDays<Figure>, rise: Meaning): Compared {
  const { today, week, month } = figure;
  return {
    today: today.value,
    week: week.value,
    month: month.value,
    format: DAYS_FORMAT,
    change: { format: DAYS_FORMAT, digits: 1, factor: 1 },
    rise,
  };
}

/** The change since then, rounded as it is shown: what shows as nothing is nothing. `null` where either is missing. */
export function changeSince({ today, change, ...before }: Compared, when: 'week' | 'month'): number | null {
  const then = before[when];
  if (today === null || then === null) return null;
  const scale = 10 ** change.digits;
  return roundHalfAway((today - then) * change.factor * scale) / scale;
}

/** Green for good news, red for bad, grey for neither. @param since text behind the change */
export function changeStyle({ change, rise }: Compared, by: number | null, since: string): Partial<Style> {
  return {
    numFmt: changeFormat(change.format, since),
    font: font(since === '' ? 10 : 9, changeColour(rise, by)),
  };
}

function changeColour(rise: Meaning, change: number | null): string {
  if (change === null || change === 0 || rise === 'neutral') return GREY;
  return change > 0 === (rise === 'good') ? GOOD : BAD;
}
