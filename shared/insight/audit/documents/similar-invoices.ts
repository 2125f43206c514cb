/** Similar invoices: the same total for the same client within a week, as when one sale is billed twice. */
import type { AuditTest, Hit } from '../finding.ts';
import { hashAmount, nearGroups } from '../groups.ts';
import { type AuditView, creditedOf, sortDocuments } from '../view.ts';

const NEAR_DAYS = 7;
/** Numbers with two digits swapped are told from each other by their dates less well: a typist may take either. */
const SWAPPED_DAYS = 14;
/** A client with so many has a subscription or a round of deliveries: one finding for them all. */
const USUAL = 4;
/** Among so many earlier ones of two weeks a swapped number is looked for. */
const MOST_COMPARED = 12;

export const SIMILAR_INVOICES: AuditTest = {
  key: 'similar-invoice',
  title: { fr: 'Factures peut-être en double', en: 'Invoices that may be duplicates' },
  run: (view) => {
    const { client, currency, issueDay, total } = view.register.invoices;
    const groups = nearGroups(view.invoices, {
      day: issueDay,
      nearDays: SWAPPED_DAYS,
      hash: (i) => hashAmount(client[i], currency[i], total[i]),
      key: (i) => [client[i], currency[i], total[i]].join(),
    });
    const hits = groups.flatMap((group) =>
      groupHits(
        view,
        group.filter((i) => total[i] > 0 && !isCancelled(view, i)),
      ),
    );
    return { ran: true, population: view.invoices.length, hits };
  },
};

/** An invoice taken back in full and issued again is how a mistake is to be corrected. */
function isCancelled(view: AuditView, invoice: number): boolean {
  return view.corrections.has(invoice) && creditedOf(view, invoice) >= view.register.invoices.total[invoice];
}

type Twin = { readonly invoice: number; readonly other: number; readonly swapped: boolean };

function groupHits(view: AuditView, group: number[]): readonly Hit[] {
  sortDocuments(group, view.register.invoices);
  const twins = group.flatMap((_, at) => twinAt(view, group, at));
  const near = twins.filter(({ swapped }) => !swapped);
  if (near.length < USUAL) return twins.map((twin) => twinHit(view, twin));
  return [usualHit(view, near), ...twins.filter(({ swapped }) => swapped).map((twin) => twinHit(view, twin))];
}

function twinAt({ register }: AuditView, group: readonly number[], at: number): readonly Twin[] {
  const { issueDay, numberAt } = register.invoices;
  const invoice = group[at];
  const least = Math.max(0, at - MOST_COMPARED);
  for (let k = at - 1; k >= least && issueDay[invoice] - issueDay[group[k]] <= SWAPPED_DAYS; k--) {
    if (hasSwappedDigits(numberAt(invoice), numberAt(group[k])))
      return [{ invoice, other: group[k], swapped: true }];
  }
  const other = group[at - 1];
  const isNear = at > 0 && issueDay[invoice] - issueDay[other] <= NEAR_DAYS;
  return isNear ? [{ invoice, other, swapped: false }] : [];
}

/** Whether two neighbouring digits of one number, swapped, give the other. */
function hasSwappedDigits(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const isPair = /^\d\d$/.test(a.slice(at, at + 2)) && a[at] === b[at + 1] && a[at + 1] === b[at];
  return isPair && a.slice(at + 2) === b.slice(at + 2);
}

function twinHit({ register }: AuditView, { invoice, other, swapped }: Twin): Hit {
  const { client: clientOf, currency, numberAt, row, total } = register.invoices;
  return {
    severity: 'warning',
    table: 'invoices',
    row: row[invoice],
    subject: numberAt(invoice),
    currency: currency[invoice],
    amount: total[invoice],
    say: {
      fr: ({ bill, client, day, document }) =>
        `${bill(invoice)} a le même client (${client(clientOf[invoice])}) et le même total que ${document(other)} ` +
        `du ${day(register.invoices.issueDay[other])}${swapped ? ', et son numéro à deux chiffres près, inversés' : ''}\u202f; ` +
        `vérifiez que la même vente n’est pas facturée deux fois.`,
      en: ({ bill, client, day, document }) =>
        `${bill(invoice)} has the same client (${client(clientOf[invoice])}) and the same total as ${document(other)} ` +
        `of ${day(register.invoices.issueDay[other])}${swapped ? ', and its number but for two digits swapped' : ''}; ` +
        `check that one sale is not invoiced twice.`,
    },
  };
}

function usualHit({ register }: AuditView, twins: readonly Twin[]): Hit {
  const { client: clientOf, currency, issueDay, row, total } = register.invoices;
  const { invoice } = twins[twins.length - 1];
  const first = twins[0].other;
  return {
    severity: 'note',
    table: 'invoices',
    row: row[invoice],
    subject: register.clients[clientOf[invoice]].code,
    currency: currency[invoice],
    amount: twins.length * total[invoice],
    say: {
      fr: ({ client, count, day, money }) =>
        `${client(clientOf[invoice])} a reçu ${count(twins.length, 'facture', 'factures')} de ${money(total[invoice], currency[invoice])} ` +
        `à ${NEAR_DAYS} jours au plus d’une autre du même total, du ${day(issueDay[first])} au ${day(issueDay[invoice])}\u202f; ` +
        `vérifiez que des livraisons régulières l’expliquent.`,
      en: ({ client, count, day, money }) =>
        `${client(clientOf[invoice])} was sent ${count(twins.length, 'invoice', 'invoices')} of ${money(total[invoice], currency[invoice])} ` +
        `within ${NEAR_DAYS} days of another with the same total, from ${day(issueDay[first])} to ${day(issueDay[invoice])}; ` +
        `check that regular deliveries explain it.`,
    },
  };
}
