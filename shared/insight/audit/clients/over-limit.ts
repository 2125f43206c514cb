/** Over the limit: clients who owe more than they were granted. Limits are in the register's own currency, the first. */
import type { ClientBalance } from '../../../receivables/ledger.ts';
import type { AuditTest, Hit } from '../finding.ts';
import type { AuditView } from '../view.ts';

export const OVER_LIMIT: AuditTest = {
  key: 'over-limit',
  title: { fr: 'Clients au-delà de leur plafond', en: 'Clients over their limit' },
  run: (view) => {
    const { clients } = view.register;
    const hits = view.balances[0].flatMap((balance) => {
      const { creditLimit } = clients[balance.client];
      const isOver = creditLimit !== null && balance.balance > Math.max(0, creditLimit);
      return isOver ? [overHit(view, balance, creditLimit)] : [];
    });
    return { ran: true, population: clients.filter(({ creditLimit }) => creditLimit !== null).length, hits };
  },
};

function overHit({ register }: AuditView, { balance, client }: ClientBalance, limit: number): Hit {
  const { code, row } = register.clients[client];
  const over = balance - limit;
  return {
    severity: 'warning',
    table: 'clients',
    row,
    subject: code,
    currency: 0,
    amount: over,
    say: {
      fr: (tell) =>
        `L’encours du client ${tell.client(client)}, ${tell.money(balance, 0)}, dépasse de ${tell.money(over, 0)} son plafond de ${tell.money(limit, 0)}\u202f; ` +
        `vérifiez qui a accordé le dépassement, ou révisez le plafond.`,
      en: (tell) =>
        `The exposure of ${tell.client(client)}, ${tell.money(balance, 0)}, is ${tell.money(over, 0)} over the limit of ${tell.money(limit, 0)}; ` +
        `check who granted the excess, or review the limit.`,
    },
  };
}
