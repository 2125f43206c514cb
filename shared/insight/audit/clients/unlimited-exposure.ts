/** Large exposure without a limit: a client who owes a good part of everything, and for whom nobody has said how much is too much. */
import type { ClientBalance } from '../../../receivables/ledger.ts';
import type { AuditTest, Hit, Outcome } from '../finding.ts';
import type { AuditView } from '../view.ts';

/** Of all that clients owe in the currency. */
const LARGE_SHARE = 0.1;
/** Among fewer clients every share is large. */
const LEAST_CLIENTS = 10;

export const UNLIMITED_EXPOSURE: AuditTest = {
  key: 'large-exposure-without-limit',
  title: { fr: 'Gros encours sans plafond', en: 'Large exposures without a limit' },
  run: (view): Outcome => {
    const owing = view.balances.map((balances) => balances.filter(({ balance }) => balance > 0));
    const enough = owing.filter((balances) => balances.length >= LEAST_CLIENTS);
    if (enough.length === 0) {
      return {
        ran: false,
        why: {
          fr: `Il faut au moins ${LEAST_CLIENTS} clients débiteurs dans une devise.`,
          en: `At least ${LEAST_CLIENTS} clients must owe something in one currency.`,
        },
      };
    }
    const hits = owing.flatMap((balances, currency) =>
      balances.length < LEAST_CLIENTS ? [] : largeHits(view, balances, currency),
    );
    return { ran: true, population: enough.reduce((sum, balances) => sum + balances.length, 0), hits };
  },
};

function largeHits(view: AuditView, balances: readonly ClientBalance[], currency: number): readonly Hit[] {
  const all = balances.reduce((sum, { balance }) => sum + balance, 0);
  return balances
    .filter(({ balance, client }) => {
      return balance >= all * LARGE_SHARE && view.register.clients[client].creditLimit === null;
    })
    .map((balance) => largeHit(view, balance, currency, all));
}

function largeHit(
  { register }: AuditView,
  { balance, client }: ClientBalance,
  currency: number,
  all: number,
): Hit {
  const { code, row } = register.clients[client];
  return {
    severity: 'note',
    table: 'clients',
    row,
    subject: code,
    currency,
    amount: balance,
    say: {
      fr: (tell) =>
        `${tell.client(client)} doit ${tell.money(balance, currency)}, soit ${tell.percent(balance / all)} de tous les encours, sans plafond de crédit\u202f; ` +
        `fixez-en un ou notez pourquoi il n’en faut pas.`,
      en: (tell) =>
        `${tell.client(client)} owes ${tell.money(balance, currency)}, ${tell.percent(balance / all)} of all exposures, without a credit limit; ` +
        `set one or note why none is needed.`,
    },
  };
}
