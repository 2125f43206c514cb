/** Repeated write-offs: a client whose debts are given up by habit, in which theft of receipts may hide. */
import { addMonths } from '../../../base/civil-date.ts';
import type { AuditTest, Hit } from '../finding.ts';
import { groupBy } from '../groups.ts';
import { type AuditView, keepRows } from '../view.ts';

const MONTHS = 12;
const REPEATED = 3;

export const REPEATED_WRITE_OFFS: AuditTest = {
  key: 'repeated-write-offs',
  title: { fr: 'Abandons répétés pour un même client', en: 'Repeated write-offs for one client' },
  run: (view) => {
    const { amount, client, currency, day } = view.register.payments;
    const from = addMonths(view.asOf, -MONTHS);
    const recent = keepRows(view.writeOffs, (p) => day[p] > from && amount[p] > 0);
    const repeated = groupBy(recent, (p) => `${currency[p]}/${client[p]}`).filter(
      (rows) => rows.length >= REPEATED,
    );
    return { ran: true, population: recent.length, hits: repeated.map((rows) => habitHit(view, rows)) };
  },
};

function habitHit({ register }: AuditView, rows: readonly number[]): Hit {
  const { amount, client, currency: currencyOf, day: givenUpOn } = register.payments;
  const last = rows[rows.length - 1];
  const currency = currencyOf[last];
  const sum = rows.reduce((all, p) => all + amount[p], 0);
  const { code, row } = register.clients[client[last]];
  return {
    severity: 'warning',
    table: 'clients',
    row,
    subject: code,
    currency,
    amount: sum,
    say: {
      fr: (tell) =>
        `${tell.count(rows.length, 'abandon', 'abandons')} en ${MONTHS} mois pour ${tell.client(client[last])}, ${tell.money(sum, currency)} en tout, ` +
        `le dernier du ${tell.day(givenUpOn[last])}\u202f; vérifiez le motif de chacun, qui l’a approuvé et si de l’argent a été reçu.`,
      en: (tell) =>
        `${tell.count(rows.length, 'write-off', 'write-offs')} in ${MONTHS} months for ${tell.client(client[last])}, ${tell.money(sum, currency)} in all, ` +
        `the last of ${tell.day(givenUpOn[last])}; check the reason of each, who approved it and whether money came in.`,
    },
  };
}
