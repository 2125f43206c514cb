/** Due before issue: a due date that had passed when the invoice was written is a typing mistake, and makes late what is not. */
import type { AuditTest, Hit } from '../finding.ts';
import type { AuditView } from '../view.ts';

export const DUE_BEFORE_ISSUE: AuditTest = {
  key: 'due-before-issue',
  title: { fr: 'Échéances avant la date de facture', en: 'Due dates before the issue date' },
  run: (view) => {
    const { dueDay, issueDay } = view.register.invoices;
    const hits: Hit[] = [];
    for (let at = 0; at < view.invoices.length; at++) {
      const i = view.invoices[at];
      if (dueDay[i] < issueDay[i]) hits.push(dueHit(view, i));
    }
    return { ran: true, population: view.invoices.length, hits };
  },
};

function dueHit({ register }: AuditView, i: number): Hit {
  const { currency, dueDay, numberAt, row, total } = register.invoices;
  return {
    severity: 'error',
    table: 'invoices',
    row: row[i],
    subject: numberAt(i),
    currency: currency[i],
    amount: total[i],
    say: {
      fr: ({ bill, day }) =>
        `${bill(i)} a son échéance avant sa date, le ${day(dueDay[i])}\u202f; corrigez l’une des deux dates.`,
      en: ({ bill, day }) =>
        `${bill(i)} is due before its own date, on ${day(dueDay[i])}; correct one of the two dates.`,
    },
  };
}
