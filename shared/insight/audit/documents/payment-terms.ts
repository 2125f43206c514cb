/**
 * Payment terms over what the law allows the client, or its trade (`legalDueDay`). A client whose terms are too long is one finding,
 * not one an invoice; of a public buyer without a limit of its own the law knows three, so that over the shortest is only to be known.
 */
import type { DayNumber } from '../../../base/civil-date.ts';
import { type LegalDueDay, legalDueDay } from '../../../law/legal-terms.ts';
import type { Client } from '../../../register/entries.ts';
import { termsText } from '../../../register/terms.ts';
import type { AuditTest, Hit } from '../finding.ts';
import { groupBy } from '../groups.ts';
import type { AuditView } from '../view.ts';

export const PAYMENT_TERMS: AuditTest = {
  key: 'terms-over-maximum',
  title: { fr: 'Délais de paiement au-delà du maximum légal', en: 'Payment terms over the legal maximum' },
  run: (view) => {
    const { clients, invoices } = view.register;
    const { ruleOf, sorts } = sortsOf(clients);
    const over: number[] = [];
    let population = 0;
    let day: DayNumber = Number.NaN; // of issue: the invoices stand in its order
    let latest: readonly (LegalDueDay | null)[] = [];
    for (let at = 0; at < view.invoices.length; at++) {
      const i = view.invoices[at];
      if (invoices.issueDay[i] !== day) {
        day = invoices.issueDay[i];
        latest = sorts.map((sort) => legalDueDay(day, sort));
      }
      const limit = latest[ruleOf[invoices.client[i]]];
      if (limit === null) continue;
      population++;
      if (invoices.dueDay[i] > limit.day) over.push(i);
    }
    const hits = groupBy(over, (i) => invoices.client[i]).flatMap((own) => clientHits(view, own));
    return { ran: true, population, hits };
  },
};

/** From so many invoices on it is the client's terms. */
const HABIT = 4;

function clientHits(view: AuditView, own: readonly number[]): readonly Hit[] {
  const { clients, invoices } = view.register;
  if (own.length >= HABIT || isOpenRule(clients[invoices.client[own[0]]])) {
    return groupBy(own, (i) => invoices.currency[i]).map((same) => habitHit(view, same));
  }
  return own.flatMap((i) => {
    const limit = legalDueDay(invoices.issueDay[i], clients[invoices.client[i]]);
    return limit === null ? [] : [termsHit(view, i, limit)];
  });
}

/** A public buyer of which nobody has said whether it has 30, 50 or 60 days. */
function isOpenRule({ kind, maximumTermDays }: Client): boolean {
  return kind === 'administration' && maximumTermDays === null;
}

type Sort = Pick<Client, 'country' | 'kind' | 'maximumTermDays'>;

/** What tells one client's rule from another's: a register has few sorts, and half a million invoices. */
function sortsOf(clients: readonly Client[]): {
  readonly ruleOf: Int32Array;
  readonly sorts: readonly Sort[];
} {
  const places = new Map<string, number>();
  const sorts: Sort[] = [];
  const ruleOf = Int32Array.from(clients, ({ country, kind, maximumTermDays }) => {
    const key = [country, kind, maximumTermDays].join('\n');
    const place = places.get(key) ?? sorts.push({ country, kind, maximumTermDays }) - 1;
    places.set(key, place);
    return place;
  });
  return { ruleOf, sorts };
}

function termsHit({ register }: AuditView, i: number, { day: latest, rule }: LegalDueDay): Hit {
  const { clients, invoices, settings } = register;
  const { currency, dueDay, issueDay, numberAt, row, total } = invoices;
  const days = dueDay[i] - issueDay[i];
  const { paymentTerms } = clients[invoices.client[i]];
  const terms = paymentTerms ?? settings.paymentTerms;
  return {
    severity: 'warning',
    table: 'invoices',
    row: row[i],
    column: 'dueDate',
    subject: numberAt(i),
    facts: [issueDay[i], dueDay[i]],
    currency: currency[i],
    amount: total[i],
    say: {
      fr: ({ bill, client, count, day }) =>
        `${bill(i)} échoit le ${day(dueDay[i])}, à ${count(days, 'jour', 'jours')}, alors que la loi admet au plus tard le ${day(latest)} ` +
        `(${rule.fr})\u202f; vérifiez l’échéance et les conditions du client ` +
        `${client(invoices.client[i])} («\u202f${termsText(terms, 'fr')}\u202f»).`,
      en: ({ bill, client, count, day }) =>
        `${bill(i)} falls due on ${day(dueDay[i])}, after ${count(days, 'day', 'days')}, while the law allows ${day(latest)} at the latest ` +
        `(${rule.en}); check the due date and the terms of ` +
        `${client(invoices.client[i])} (“${termsText(terms, 'en')}”).`,
    },
  };
}

function habitHit({ register }: AuditView, own: readonly number[]): Hit {
  const { clients, invoices } = register;
  const { client, currency, dueDay, issueDay, total } = invoices;
  const last = own[own.length - 1];
  const one = clients[client[last]];
  const rule = legalDueDay(issueDay[last], one)?.rule ?? { fr: '', en: '' };
  const days = dueDay[last] - issueDay[last];
  const isOpen = isOpenRule(one);
  return {
    severity: isOpen ? 'note' : 'warning',
    table: 'clients',
    row: one.row,
    column: isOpen ? 'maximumTermDays' : 'paymentTerms',
    subject: one.code,
    facts: [own.length],
    currency: currency[last],
    amount: own.reduce((sum, i) => sum + total[i], 0),
    say: {
      fr: (tell) =>
        `${tell.count(own.length, 'facture', 'factures')} de ${tell.client(client[last])} ${own.length > 1 ? 'échoient' : 'échoit'} au-delà du délai légal (${rule.fr}), la dernière, ${tell.document(last)}, à ${tell.count(days, 'jour', 'jours')}\u202f; ` +
        `${isOpen ? 'si cet acheteur a un délai plus long, inscrivez-le dans sa fiche (Délai maximal)' : `revoyez ses conditions («\u202f${termsText(one.paymentTerms ?? register.settings.paymentTerms, 'fr')}\u202f»)`}.`,
      en: (tell) =>
        `${tell.count(own.length, 'invoice', 'invoices')} to ${tell.client(client[last])} ${own.length > 1 ? 'fall' : 'falls'} due later than the law allows (${rule.en}), the last one, ${tell.document(last)}, after ${tell.count(days, 'day', 'days')}; ` +
        `${isOpen ? 'if this buyer has longer, enter it with the client (Maximum term)' : `review its terms (“${termsText(one.paymentTerms ?? register.settings.paymentTerms, 'en')}”)`}.`,
    },
  };
}
