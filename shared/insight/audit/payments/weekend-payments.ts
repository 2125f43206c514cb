/** Weekend payments: money dated on Saturdays and Sundays, when banks book nothing, where that is unusual. */
import type { AuditTest, Hit, Outcome } from '../finding.ts';
import type { AuditView } from '../view.ts';
import { TOO_LITTLE_HISTORY, type WeekendShift, weekendShiftOf } from '../weekend-shift.ts';

export const WEEKEND_PAYMENTS: AuditTest = {
  key: 'weekend-payment',
  title: { fr: 'Règlements datés d’un week-end', en: 'Payments dated on a weekend' },
  run: (view): Outcome => {
    const { payments } = view.register;
    const shift = weekendShiftOf(view.paid, payments.day, view.asOf);
    if (shift === null) return { ran: false, why: TOO_LITTLE_HISTORY };
    return { ran: true, population: shift.recent, hits: shift.unusual ? [shiftHit(view, shift)] : [] };
  },
};

function shiftHit(
  { register }: AuditView,
  { last, onWeekends, recent, share, usualShare }: WeekendShift,
): Hit {
  const { clients, payments } = register;
  const { amount, client, currency, day, row } = payments;
  return {
    severity: 'note',
    table: 'payments',
    row: row[last],
    subject: clients[client[last]].code,
    currency: null,
    amount: null,
    say: {
      fr: (tell) =>
        `${tell.number(onWeekends, 0)} des ${tell.number(recent, 0)} règlements des 13 dernières semaines sont datés d’un week-end ` +
        `(${tell.percent(share)}, contre ${tell.percent(usualShare)} les 52 semaines d’avant), le dernier étant celui du client ${tell.client(client[last])} ` +
        `du ${tell.day(day[last])} (${tell.money(amount[last], currency[last])})\u202f; rapprochez ces dates du relevé bancaire.`,
      en: (tell) =>
        `${tell.number(onWeekends, 0)} of the ${tell.number(recent, 0)} payments of the last 13 weeks are dated on a weekend ` +
        `(${tell.percent(share)}, against ${tell.percent(usualShare)} in the 52 weeks before), the last being that of ${tell.client(client[last])} ` +
        `of ${tell.day(day[last])} (${tell.money(amount[last], currency[last])}); compare these dates with the bank statement.`,
    },
  };
}
