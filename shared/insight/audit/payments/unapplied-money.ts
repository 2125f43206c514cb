/**
 * Unapplied money: payments that settle no invoice for more than a month. Where their client owes nothing they may be an advance, so that
 * they are only to be known; where it does, an invoice is chased that was paid.
 */
import type { DayNumber } from '../../../base/civil-date.ts';
import type { AuditTest, Hit } from '../finding.ts';
import { groupBy } from '../groups.ts';
import { type AuditView, invoiceOf, keepRows } from '../view.ts';

const OLD_DAYS = 30;

export const UNAPPLIED_MONEY: AuditTest = {
  key: 'unapplied-money',
  title: {
    fr: 'Règlements non affectés depuis plus de 30 jours',
    en: 'Payments unapplied for more than 30 days',
  },
  run: (view) => {
    const { clients, payments } = view.register;
    const isLoose = (p: number): boolean => invoiceOf(view, p) < 0 || payments.appliedDay[p] > view.asOf;
    const paid = keepRows(view.paid, isLoose);
    const loose = [...Array.from(paid), ...Array.from(keepRows(view.returned, isLoose))];
    const accountOf = (currency: number, client: number): number => currency * clients.length + client;
    const accounts = groupBy(loose, (p) => accountOf(payments.currency[p], payments.client[p]));
    const byAccount = new Map(
      accounts.map((rows) => [accountOf(payments.currency[rows[0]], payments.client[rows[0]]), rows]),
    );
    const hits = view.balances.flatMap((balances, currency) =>
      balances
        .filter(({ unapplied }) => unapplied > 0)
        .flatMap(({ client, open, unapplied }) => {
          const rows = byAccount.get(accountOf(currency, client)) ?? [];
          return accountHits(view, rows, unapplied, open);
        }),
    );
    return { ran: true, population: paid.length, hits };
  },
};

/**
 * What one client paid in one currency and that stands on no invoice. A sum that went back in full is gone; of the others no more
 * than the client's unapplied sum is left, the latest first.
 */
function accountHits(
  view: AuditView,
  rows: readonly number[],
  unapplied: number,
  open: number,
): readonly Hit[] {
  const { amount, day } = view.register.payments;
  const left = withoutReturned(view, rows).sort((a, b) => day[b] - day[a] || amount[b] - amount[a]);
  const hits: Hit[] = [];
  let pool = unapplied;
  for (const p of left) {
    const rest = Math.min(amount[p], pool);
    pool -= rest;
    if (rest > 0 && view.asOf - day[p] > OLD_DAYS) hits.push(unappliedHit(view, p, rest, open));
  }
  return hits;
}

/** The payments left once each sum that went back has taken the latest one of the same amount with it. */
function withoutReturned({ register }: AuditView, rows: readonly number[]): number[] {
  const { amount, day } = register.payments;
  const byAmount = new Map<number, number[]>();
  for (const p of [...rows].sort((a, b) => day[a] - day[b] || amount[b] - amount[a])) {
    const same = byAmount.get(Math.abs(amount[p])) ?? [];
    byAmount.set(Math.abs(amount[p]), same);
    if (amount[p] > 0) same.push(p);
    else same.pop();
  }
  return Array.from(byAmount.values()).reduce((all, same) => all.concat(same), []);
}

function unappliedHit({ asOf, register }: AuditView, p: number, rest: number, open: number): Hit {
  const { client: clientOf, currency, day: paidOn, row } = register.payments;
  const age: DayNumber = asOf - paidOn[p];
  return {
    severity: open > 0 ? 'warning' : 'note',
    table: 'payments',
    row: row[p],
    subject: register.clients[clientOf[p]].code,
    currency: currency[p],
    amount: rest,
    say: {
      fr: ({ client, count, day, money }) =>
        `${money(rest, currency[p])} reçus du client ${client(clientOf[p])} le ${day(paidOn[p])} ne sont affectés à aucune facture depuis ` +
        `${count(age, 'jour', 'jours')}, alors que le client ${open > 0 ? `doit ${money(open, currency[p])}` : 'ne doit rien'}\u202f; ` +
        `${open > 0 ? 'retrouvez la facture payée et indiquez-la.' : 'facturez l’acompte, rendez la somme, ou cherchez de qui elle vient.'}`,
      en: ({ client, count, day, money }) =>
        `${money(rest, currency[p])} received from ${client(clientOf[p])} on ${day(paidOn[p])} has been applied to no invoice for ` +
        `${count(age, 'day', 'days')}, while the client owes ${open > 0 ? money(open, currency[p]) : 'nothing'}; ` +
        `${open > 0 ? 'find the invoice paid and name it.' : 'invoice the advance, give the sum back, or find out whose it is.'}`,
    },
  };
}
