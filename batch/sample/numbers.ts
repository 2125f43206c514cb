/** Numbers in the order of their days: one series of invoices and one of credit notes, each beginning again with the year. */
import { type DayNumber, yearMonthDay } from '../../shared/base/civil-date.ts';

export type Numbers = {
  readonly invoice: (day: DayNumber) => string; // F2026-00012
  readonly creditNote: (day: DayNumber) => string; // AV2026-0003
  readonly payment: () => number; // 1, 2, 3 …
};

export function newNumbers(): Numbers {
  const invoice = yearlySeries('F', 5);
  const creditNote = yearlySeries('AV', 4);
  let payments = 0;
  return {
    invoice,
    creditNote,
    payment: () => {
      payments += 1;
      return payments;
    },
  };
}

function yearlySeries(prefix: string, digits: number): (day: DayNumber) => string {
  let year = 0;
  let count = 0;
  return (day) => {
    const { year: ofDay } = yearMonthDay(day);
    count = ofDay === year ? count + 1 : 1;
    year = ofDay;
    return `${prefix}${year}-${String(count).padStart(digits, '0')}`;
  };
}
