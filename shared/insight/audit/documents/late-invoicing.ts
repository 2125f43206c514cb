/**
 * Late invoicing: an invoice is due on delivery or performance, and where those of a month are billed together, by the month's end
 * (CGI art. 289 I 3, C. com. L441-9). Some days into the next month are everybody's custom; told is what waited longer than a month.
 */
import { type DayNumber, endOfMonth, NO_DAY } from '../../../base/civil-date.ts';
import { daysIssuedLate } from '../../../invoicing/late-issue.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import { type AuditView, keepRows } from '../view.ts';

/** More of them are a habit, and one finding a currency. */
const MANY = 20;
/** Days after the service that custom bears. */
const CUSTOMARY_DAYS = 31;
/** From so many days after them on it is no slip. */
const LONG_DAYS = 30;

export const LATE_INVOICING: AuditTest = {
  key: 'late-invoicing',
  title: {
    fr: 'Prestations facturées plus d’un mois après',
    en: 'Services invoiced more than a month later',
  },
  run: (view) => {
    const { evidence } = view.inputs;
    if (evidence === null) return notRun('Dates de prestation non lues.', 'Service days were not read.');
    const { issueDay } = view.register.invoices;
    const dated = keepRows(view.invoices, (i) => evidence.serviceDay[i] !== NO_DAY);
    if (dated.length === 0)
      return notRun('Aucune facture n’a de date de prestation.', 'No invoice has a service date.');
    const late = Array.from(keepRows(dated, (i) => lateDays(evidence.serviceDay[i], issueDay[i]) > 0));
    const hits = late.length > MANY ? habitHits(view, late) : late.map((i) => lateHit(view, i));
    return { ran: true, population: dated.length, hits };
  },
};

/** Days past what custom bears; within one month nothing is late. */
function lateDays(serviceDay: DayNumber, issueDay: DayNumber): number {
  const late = daysIssuedLate(serviceDay, issueDay, CUSTOMARY_DAYS);
  return late > 0 && issueDay > endOfMonth(serviceDay) ? late : 0;
}

function lateHit({ inputs, register }: AuditView, i: number): Hit {
  const { currency, issueDay, numberAt, row, total } = register.invoices;
  const service = inputs.evidence?.serviceDay[i] ?? NO_DAY;
  return {
    severity: lateDays(service, issueDay[i]) > LONG_DAYS ? 'warning' : 'note',
    table: 'invoices',
    row: row[i],
    column: 'serviceDate',
    subject: numberAt(i),
    facts: [service, issueDay[i]],
    currency: currency[i],
    amount: total[i],
    say: {
      fr: ({ bill, count, day }) =>
        `${bill(i)} facture une prestation du ${day(service)}, ${count(issueDay[i] - service, 'jour', 'jours')} avant\u202f; ` +
        `vérifiez la période de TVA, et pourquoi elle a attendu.`,
      en: ({ bill, count, day }) =>
        `${bill(i)} invoices a service of ${day(service)}, ${count(issueDay[i] - service, 'day', 'days')} before; ` +
        `check the VAT period, and why it waited.`,
    },
  };
}

function habitHits(view: AuditView, late: readonly number[]): readonly Hit[] {
  const { currencies, invoices } = view.register;
  return currencies.flatMap((_, currency) => {
    const own = late.filter((i) => invoices.currency[i] === currency);
    return own.length === 0 ? [] : [habitHit(view, own)];
  });
}

function habitHit({ inputs, register }: AuditView, late: readonly number[]): Hit {
  const { currency, issueDay, numberAt, row, total } = register.invoices;
  const last = late[late.length - 1];
  const wait = (i: number): number => issueDay[i] - (inputs.evidence?.serviceDay[i] ?? issueDay[i]);
  const mean = late.reduce((sum, i) => sum + wait(i), 0) / late.length;
  return {
    severity: 'warning',
    table: 'invoices',
    row: row[last],
    column: 'serviceDate',
    subject: numberAt(last),
    mark: 'habit',
    facts: [late.length],
    currency: currency[last],
    amount: late.reduce((sum, i) => sum + total[i], 0),
    say: {
      fr: ({ bill, count, number }) =>
        `${count(late.length, 'facture a été émise', 'factures ont été émises')} plus d’un mois après la prestation, ${number(mean, 0)} jours en moyenne, la dernière étant ${bill(last)}\u202f; ` +
        `facturez à la prestation, et vérifiez les périodes de TVA.`,
      en: ({ bill, count, number }) =>
        `${count(late.length, 'invoice was', 'invoices were')} issued more than a month after the service, ${number(mean, 0)} days on average, the last being ${bill(last)}; ` +
        `invoice on performance, and check the VAT periods.`,
    },
  };
}
