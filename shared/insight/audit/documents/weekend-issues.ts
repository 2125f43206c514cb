/** Weekend issues: invoices written on Saturdays and Sundays where that is not the house's custom. */
import type { AuditTest, Hit, Outcome } from '../finding.ts';
import type { AuditView } from '../view.ts';
import { TOO_LITTLE_HISTORY, type WeekendShift, weekendShiftOf } from '../weekend-shift.ts';

export const WEEKEND_ISSUES: AuditTest = {
  key: 'weekend-issue',
  title: { fr: 'Factures datées d’un week-end', en: 'Invoices dated on a weekend' },
  run: (view): Outcome => {
    const shift = weekendShiftOf(view.issued, view.register.invoices.issueDay, view.asOf);
    if (shift === null) return { ran: false, why: TOO_LITTLE_HISTORY };
    return { ran: true, population: shift.recent, hits: shift.unusual ? [shiftHit(view, shift)] : [] };
  },
};

function shiftHit(
  { register }: AuditView,
  { last, onWeekends, recent, share, usualShare }: WeekendShift,
): Hit {
  const { numberAt, row } = register.invoices;
  return {
    severity: 'note',
    table: 'invoices',
    row: row[last],
    subject: numberAt(last),
    currency: null,
    amount: null,
    say: {
      fr: ({ bill, number, percent }) =>
        `${number(onWeekends, 0)} des ${number(recent, 0)} factures et avoirs des 13 dernières semaines sont datés d’un week-end ` +
        `(${percent(share)}, contre ${percent(usualShare)} les 52 semaines d’avant), le dernier étant ${bill(last)}\u202f; vérifiez qui les a émis et pourquoi ces jours-là.`,
      en: ({ bill, number, percent }) =>
        `${number(onWeekends, 0)} of the ${number(recent, 0)} invoices and credit notes of the last 13 weeks are dated on a weekend ` +
        `(${percent(share)}, against ${percent(usualShare)} in the 52 weeks before), the last being ${bill(last)}; check who issued them and why on those days.`,
    },
  };
}
