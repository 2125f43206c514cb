/** Payment twice: the same sum of the same client for the same invoice within days, entered or received twice. */
import type { DayNumber } from '../../../base/civil-date.ts';
import { settledOn } from '../../../receivables/ledger.ts';
import type { AuditSeverity, AuditTest, Hit } from '../finding.ts';
import { groupBy, hashAmount, nearGroups } from '../groups.ts';
import { type AuditView, invoiceOf } from '../view.ts';

const NEAR_DAYS = 3;

export const PAYMENT_TWICE: AuditTest = {
  key: 'payment-twice',
  title: { fr: 'Règlements peut-être en double', en: 'Payments that may be duplicates' },
  run: (view) => {
    const { payments } = view.register;
    const { amount, client, currency, day } = payments;
    const groups = nearGroups(view.paid, {
      day,
      nearDays: NEAR_DAYS,
      hash: (p) => hashAmount(client[p], currency[p], amount[p]),
      key: (p) => keyOf(view, p),
    });
    const backDays = moneyBack(view);
    const hits = groups.flatMap((group) => groupHits(view, group, backDays));
    return { ran: true, population: view.paid.length, hits };
  },
};

/** The days on which a sum went back, by what it is of. */
function moneyBack(view: AuditView): ReadonlyMap<string, readonly DayNumber[]> {
  const { payments } = view.register;
  const groups = groupBy(view.returned, (p) => keyOf(view, p));
  return new Map(groups.map((rows) => [keyOf(view, rows[0]), rows.map((p) => payments.day[p])]));
}

function keyOf(view: AuditView, p: number): string {
  const { amount, client, currency } = view.register.payments;
  return [client[p], invoiceOf(view, p), currency[p], Math.abs(amount[p])].join();
}

type Twice = { readonly payment: number; readonly other: number; readonly givenBack: boolean };

/** What bounced in between was paid again, not twice. */
function groupHits(
  view: AuditView,
  group: readonly number[],
  backDays: ReadonlyMap<string, readonly DayNumber[]>,
) {
  const { payments } = view.register;
  const { day } = payments;
  const back = backDays.get(keyOf(view, group[0])) ?? [];
  return group.flatMap((payment, at): readonly Hit[] => {
    const other = group[at - 1];
    if (at === 0 || day[payment] - day[other] > NEAR_DAYS) return [];
    if (back.some((on) => on >= day[other] && on <= day[payment])) return [];
    return [twiceHit(view, { payment, other, givenBack: back.some((on) => on > day[payment]) })];
  });
}

/** Given back it is history; with the invoice paid above its total, somebody's money is in the wrong place. */
function severityOf(
  { asOf, ledger, register }: AuditView,
  invoice: number,
  givenBack: boolean,
): AuditSeverity {
  if (givenBack) return 'note';
  const isOverpaid = invoice >= 0 && settledOn(ledger, invoice, asOf) > register.invoices.total[invoice];
  return isOverpaid ? 'error' : 'warning';
}

function twiceHit(view: AuditView, { givenBack, other, payment }: Twice): Hit {
  const { clients, invoices, payments } = view.register;
  const client = payments.client[payment];
  const invoice = invoiceOf(view, payment);
  const amount = payments.amount[payment];
  const currency = payments.currency[payment];
  const [first, again] = [payments.day[other], payments.day[payment]];
  return {
    severity: severityOf(view, invoice, givenBack),
    table: 'payments',
    row: payments.row[payment],
    subject: invoice >= 0 ? invoices.numberAt(invoice) : clients[client].code,
    currency,
    amount,
    say: {
      fr: (tell) => {
        const what = invoice >= 0 ? `pour ${tell.document(invoice)}` : 'sans facture';
        const when =
          first === again
            ? `deux fois le ${tell.day(again)}`
            : `le ${tell.day(first)} et encore le ${tell.day(again)}`;
        const check = givenBack
          ? 'la même somme est repartie depuis, vérifiez que c’en est le remboursement'
          : 'vérifiez au relevé bancaire si la somme est reçue ou seulement saisie deux fois';
        return `${tell.money(amount, currency)} du client ${tell.client(client)} ${what} sont inscrits ${when}\u202f; ${check}.`;
      },
      en: (tell) => {
        const what = invoice >= 0 ? `for ${tell.document(invoice)}` : 'without an invoice';
        const when =
          first === again
            ? `twice on ${tell.day(again)}`
            : `on ${tell.day(first)} and again on ${tell.day(again)}`;
        const check = givenBack
          ? 'the same sum has gone back since, check that this is its refund'
          : 'check on the bank statement whether it was received or only entered twice';
        return `${tell.money(amount, currency)} from ${tell.client(client)} ${what} is entered ${when}; ${check}.`;
      },
    },
  };
}
