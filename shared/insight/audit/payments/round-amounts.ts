/** Round amounts: invented invoices are round more often than those a quantity and a price made. */
import { currencyDigits } from '../../../base/money.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import { groupBy } from '../groups.ts';
import { type AuditView, keepRows } from '../view.ts';

/** Units of the currency. */
const ROUND = 100;
const LEAST_INVOICES = 100;
/** Where so many are round, prices are. */
const USUAL_SHARE = 0.1;
const LEAST_OF_CLIENT = 6;
/** One price again and again is a subscription. */
const LEAST_DIFFERENT = 3;

export const ROUND_AMOUNTS: AuditTest = {
  key: 'round-amounts',
  title: { fr: 'Montants ronds', en: 'Round amounts' },
  run: (view) => {
    const population = view.invoices.length;
    const round = keepRows(view.invoices, (i) => isRound(view, i));
    if (population < LEAST_INVOICES)
      return notRun(
        `Il faut au moins ${LEAST_INVOICES} factures.`,
        `At least ${LEAST_INVOICES} invoices are needed.`,
      );
    if (round.length > population * USUAL_SHARE)
      return notRun(
        'Les tarifs de ce registre sont ronds\u202f: un montant rond n’y dit rien.',
        'This register’s prices are round: a round amount tells nothing.',
      );
    const accountOf = accounts(view);
    const counts = new Int32Array(view.register.currencies.length * view.register.clients.length);
    for (let at = 0; at < population; at++) counts[accountOf(view.invoices[at])]++;
    const hits = groupBy(round, accountOf).flatMap((own) => {
      const count = counts[accountOf(own[0])];
      const different = new Set(own.map((i) => netOf(view, i))).size;
      const isHigh = own.length >= LEAST_OF_CLIENT && own.length * 2 >= count && different >= LEAST_DIFFERENT;
      return isHigh ? [roundHit(view, own, count, round.length / population)] : [];
    });
    return { ran: true, population, hits };
  },
};

/** One whole number for a client and a currency. */
function accounts({ register }: AuditView): (invoice: number) => number {
  const { client, currency } = register.invoices;
  return (i) => currency[i] * register.clients.length + client[i];
}

/** The net where it is known, since VAT makes round prices uneven. */
function netOf({ inputs, register }: AuditView, i: number): number {
  const net = inputs.evidence?.net[i] ?? Number.NaN;
  return Number.isNaN(net) ? register.invoices.total[i] : net;
}

function isRound(view: AuditView, i: number): boolean {
  const net = netOf(view, i);
  if (!(net > 0) || net % ROUND !== 0) return false;
  const { currencies, invoices } = view.register;
  return net % (ROUND * 10 ** currencyDigits(currencies[invoices.currency[i]])) === 0;
}

function roundHit({ register }: AuditView, own: readonly number[], count: number, usual: number): Hit {
  const { client, currency, row, total } = register.invoices;
  const last = own[own.length - 1];
  return {
    severity: 'note',
    table: 'invoices',
    row: row[last],
    subject: register.clients[client[last]].code,
    facts: [own.length],
    currency: currency[last],
    amount: own.reduce((sum, i) => sum + total[i], 0),
    say: {
      fr: (tell) =>
        `${tell.number(own.length, 0)} des ${tell.count(count, 'facture', 'factures')} de ${tell.client(client[last])} ont un montant rond, contre ${tell.percent(usual)} de toutes\u202f; ` +
        `demandez les bons de commande ou de livraison de quelques-unes.`,
      en: (tell) =>
        `${tell.number(own.length, 0)} of the ${tell.count(count, 'invoice', 'invoices')} of ${tell.client(client[last])} have a round amount, against ${tell.percent(usual)} of all; ` +
        `ask for the orders or delivery notes of some of them.`,
    },
  };
}
