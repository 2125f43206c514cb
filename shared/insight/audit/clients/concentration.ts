/** Concentration: one client owes so much of everything that its failure would be the firm's. */
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { AuditView } from '../view.ts';

const LARGE_SHARE = 0.3;
/** Among fewer clients every share is large. */
const LEAST_CLIENTS = 10;

export const CONCENTRATION: AuditTest = {
  key: 'concentration',
  title: { fr: 'Encours concentré sur un client', en: 'Exposure on one client' },
  run: (view) => {
    const owing = view.balances.map((balances) => balances.filter(({ balance }) => balance > 0));
    if (!owing.some((balances) => balances.length >= LEAST_CLIENTS))
      return notRun(
        `Il faut au moins ${LEAST_CLIENTS} clients débiteurs dans une devise.`,
        `At least ${LEAST_CLIENTS} clients must owe something in one currency.`,
      );
    const hits = owing.flatMap((balances, currency) => {
      const all = balances.reduce((sum, { balance }) => sum + balance, 0);
      const large =
        balances.length < LEAST_CLIENTS ? [] : balances.filter(({ balance }) => balance >= all * LARGE_SHARE);
      return large.map(({ balance, client }) => largeHit(view, client, currency, balance, balance / all));
    });
    return { ran: true, population: owing.reduce((sum, balances) => sum + balances.length, 0), hits };
  },
};

function largeHit(
  { register }: AuditView,
  client: number,
  currency: number,
  balance: number,
  share: number,
): Hit {
  const { code, row } = register.clients[client];
  return {
    severity: 'note',
    table: 'clients',
    row,
    subject: code,
    facts: [Math.round(share * 10)],
    currency,
    amount: balance,
    say: {
      fr: (tell) =>
        `${tell.client(client)} doit ${tell.money(balance, currency)}, soit ${tell.percent(share)} de tout ce qui est dû\u202f; ` +
        `suivez-le de près, et voyez une assurance-crédit, un acompte ou une garantie.`,
      en: (tell) =>
        `${tell.client(client)} owes ${tell.money(balance, currency)}, ${tell.percent(share)} of all that is due; ` +
        `follow it closely, and consider credit insurance, a deposit or a guarantee.`,
    },
  };
}
