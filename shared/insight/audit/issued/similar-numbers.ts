/** Similar numbers: two numbers that differ in punctuation or leading zeros only are mostly one document, typed twice. */
import type { AuditTest, Hit } from '../finding.ts';
import { groupBy } from '../groups.ts';
import { bareText, looseText } from '../numbers/number-text.ts';
import { type AuditView, sortDocuments } from '../view.ts';
import { barelyAlike, looselyAlike } from './number-likeness.ts';

export const SIMILAR_NUMBERS: AuditTest = {
  key: 'similar-number',
  title: { fr: 'Numéros presque identiques', en: 'Almost identical numbers' },
  run: (view) => {
    const hits = Array.from(similarPairs(view), ([document, first]) => pairHit(view, first, document));
    return { ran: true, population: view.issued.length, hits };
  },
};

/** Each later document of a group with its first. */
function similarPairs(view: AuditView): ReadonlyMap<number, number> {
  const { invoices } = view.register;
  const { client, creditNote, currency, numberAt, total } = invoices;
  const loose = groupBy(looselyAlike(view), (i) => looseText(numberAt(i)));
  // Without separators 1-23 and 12-3 are the same, and both are in order: those count for one client and total only.
  const bare = groupBy(barelyAlike(view), (i) =>
    [client[i], creditNote[i], currency[i], total[i], bareText(numberAt(i))].join(),
  );
  const pairs = new Map<number, number>();
  for (const group of [...loose, ...bare]) {
    if (group.length < 2) continue;
    sortDocuments(group, invoices);
    for (const document of group.slice(1)) if (!pairs.has(document)) pairs.set(document, group[0]);
  }
  return pairs;
}

function isSameBill({ register: { invoices } }: AuditView, a: number, b: number): boolean {
  const { client, creditNote, currency, total } = invoices;
  return [client, creditNote, currency, total].every((column) => column[a] === column[b]);
}

function pairHit(view: AuditView, first: number, document: number): Hit {
  const { currency, numberAt, row, total } = view.register.invoices;
  const twice = isSameBill(view, first, document);
  return {
    severity: twice ? 'error' : 'warning',
    table: 'invoices',
    row: row[document],
    subject: numberAt(document),
    currency: currency[document],
    amount: total[document],
    say: {
      fr: ({ bill }) =>
        `Le numéro de ${bill(document)} ne diffère de celui de ${bill(first)} que par la ponctuation ou des zéros` +
        `${twice ? ', pour le même client et le même total' : ''}\u202f; vérifiez qu’il ne s’agit pas du même document saisi deux fois.`,
      en: ({ bill }) =>
        `The number of ${bill(document)} differs from that of ${bill(first)} in punctuation or zeros only` +
        `${twice ? ', for the same client and total' : ''}; check that it is not the same document entered twice.`,
    },
  };
}
