/**
 * Debts about to be lost by lapse of time, or lost already: within six months of the day after which no court would grant them.
 * Reminders do not stop that day; an acknowledgement of the debt or an action in court does.
 */
import { isLimitationNear, type Limitation, limitationReader } from '../../../law/limitation.ts';
import { openBalanceOn } from '../../../receivables/ledger.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import { type AuditView, keepRows } from '../view.ts';

/** No term is under a year: nothing younger can be within six months of its end. */
const YOUNGEST_DAYS = 180;

export const LIMITATION: AuditTest = {
  key: 'limitation-near',
  title: { fr: 'Créances bientôt prescrites', en: 'Debts soon time-barred' },
  run: (view) => {
    const { asOf, ledger, register } = view;
    const { dueDay } = register.invoices;
    const reader = limitationReader(ledger, asOf);
    const open = keepRows(
      view.invoices,
      (i) => dueDay[i] <= asOf - YOUNGEST_DAYS && openBalanceOn(ledger, i, asOf) > 0,
    );
    const terms = Array.from(open, reader.of).filter((term): term is Limitation => term !== null);
    if (open.length > 0 && terms.length === 0) {
      return notRun(
        'Le délai de prescription de ce pays n’est pas connu\u202f: réglez « Prescription ».',
        'The limitation period of this country is not known: set “Limitation”.',
      );
    }
    const near = terms.filter((term) => isLimitationNear(term, asOf));
    return { ran: true, population: open.length, hits: near.map((term) => nearHit(view, term)) };
  },
};

function nearHit(view: AuditView, { expiresOn, invoice, isInterrupted, since }: Limitation): Hit {
  const { asOf, ledger, register } = view;
  const { currency, numberAt, row } = register.invoices;
  const open = openBalanceOn(ledger, invoice, asOf);
  const isLost = asOf > expiresOn;
  return {
    severity: 'warning',
    table: 'invoices',
    row: row[invoice],
    column: 'dueDate',
    subject: numberAt(invoice),
    facts: [expiresOn, Number(isLost)],
    currency: currency[invoice],
    amount: open,
    say: {
      fr: ({ bill, day, money }) =>
        `Il reste ${money(open, currency[invoice])} à recevoir de ${bill(invoice)}, ${isInterrupted ? 'délai repris' : 'échue'} le ${day(since)}\u202f: ` +
        `${isLost ? `la créance est prescrite depuis le ${day(expiresOn)}, sauf acte qui l’ait interrompue\u202f; inscrivez-le au journal, ou passez-la en perte` : `elle se prescrit le ${day(expiresOn)}\u202f; obtenez une reconnaissance de dette écrite, ou agissez en justice avant ce jour (une relance n’y suffit pas)`}.`,
      en: ({ bill, day, money }) =>
        `${money(open, currency[invoice])} is left to receive of ${bill(invoice)}, ${isInterrupted ? 'its period begun anew' : 'due'} on ${day(since)}: ` +
        `${isLost ? `the debt has been time-barred since ${day(expiresOn)}, unless something interrupted it; enter that in the journal, or write it off` : `it is time-barred after ${day(expiresOn)}; have the debt acknowledged in writing, or go to court before that day (a reminder is not enough)`}.`,
    },
  };
}
