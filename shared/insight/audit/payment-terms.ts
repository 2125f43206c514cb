/**
 * Payment terms over the legal maximum between firms in France: 60 days from the invoice date, or 45 days end of month where agreed
 * (C. com. L441-10 I). Both readings of the latter are accepted, so the latest of the three days is the limit.
 */
import { type DayNumber, endOfMonth } from '../../base/civil-date.ts';
import type { Client } from '../../register/entries.ts';
import { termsText } from '../../register/terms.ts';
import type { AuditTest, Hit } from './finding.ts';
import type { AuditView } from './view.ts';

const MOST_DAYS = 60;
const MOST_DAYS_BEFORE_EOM = 45;

export const PAYMENT_TERMS: AuditTest = {
  key: 'terms-over-maximum',
  title: { fr: 'Délais de paiement au-delà du maximum légal', en: 'Payment terms over the legal maximum' },
  run: (view) => {
    const { clients, invoices } = view.register;
    const isBound = Uint8Array.from(clients, (client) => (isFrenchFirm(client) ? 1 : 0));
    const hits: Hit[] = [];
    let population = 0;
    let day: DayNumber = Number.NaN; // of issue: the invoices stand in its order
    let latest: DayNumber = Number.NaN;
    for (let at = 0; at < view.invoices.length; at++) {
      const i = view.invoices[at];
      if (isBound[invoices.client[i]] === 0) continue;
      population++;
      if (invoices.issueDay[i] !== day) {
        day = invoices.issueDay[i];
        latest = latestDueDay(day);
      }
      if (invoices.dueDay[i] > latest) hits.push(termsHit(view, i));
    }
    return { ran: true, population, hits };
  },
};

/** Consumers and administrations are under other rules; an association is taken for a consumer unless it trades. */
function isFrenchFirm({ country, kind }: Client): boolean {
  return kind === 'company' && /^(|FR|FRA|FRANCE)$/.test(country.trim().toUpperCase());
}

/** The latest lawful due day of an invoice between firms. */
export function latestDueDay(issueDay: DayNumber): DayNumber {
  return Math.max(
    issueDay + MOST_DAYS,
    endOfMonth(issueDay + MOST_DAYS_BEFORE_EOM),
    endOfMonth(issueDay) + MOST_DAYS_BEFORE_EOM,
  );
}

function termsHit({ register }: AuditView, i: number): Hit {
  const { clients, invoices, settings } = register;
  const { currency, dueDay, issueDay, numberAt, row, total } = invoices;
  const days = dueDay[i] - issueDay[i];
  const latest = latestDueDay(issueDay[i]);
  const terms = clients[invoices.client[i]].paymentTerms ?? settings.paymentTerms;
  return {
    severity: 'warning',
    table: 'invoices',
    row: row[i],
    subject: numberAt(i),
    currency: currency[i],
    amount: total[i],
    say: {
      fr: ({ bill, client, count, day }) =>
        `${bill(i)} échoit le ${day(dueDay[i])}, à ${count(days, 'jour', 'jours')}, alors que la loi admet au plus tard le ${day(latest)} ` +
        `(60 jours, ou 45 jours fin de mois, C. com. L441-10)\u202f; vérifiez l’échéance et les conditions du client ` +
        `${client(invoices.client[i])} («\u202f${termsText(terms, 'fr')}\u202f»).`,
      en: ({ bill, client, count, day }) =>
        `${bill(i)} falls due on ${day(dueDay[i])}, after ${count(days, 'day', 'days')}, while the law allows ${day(latest)} at the latest ` +
        `(60 days, or 45 days end of month, C. com. L441-10); check the due date and the terms of ` +
        `${client(invoices.client[i])} (“${termsText(terms, 'en')}”).`,
    },
  };
}
