/** Shared identity: two clients with one SIREN, one account or one address are one client twice, or an invented one. */
import type { Client } from '../../../register/entries.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import { groupBy } from '../groups.ts';
import type { AuditView } from '../view.ts';

export const SHARED_IDENTITY: AuditTest = {
  key: 'shared-identity',
  title: { fr: 'Clients au même SIREN, IBAN ou courriel', en: 'Clients with one SIREN, IBAN or email' },
  run: (view) => {
    const { clients } = view.register;
    const { evidence } = view.inputs;
    if (evidence === null) return notRun('Identités non lues.', 'Identities were not read.');
    const shared = [
      ...sharedBy(view, 'legalId', ({ legalId }) => sirenOf(legalId)),
      ...sharedBy(view, 'iban', (_, client) => evidence.ibans[client]),
      ...sharedBy(view, 'email', ({ email }) => email.toLowerCase()),
    ];
    const population = clients.filter(
      ({ email, legalId }, client) => legalId !== '' || email !== '' || evidence.ibans[client] !== '',
    ).length;
    return { ran: true, population, hits: shared.map((one) => sharedHit(view, one)) };
  },
};

type Shared = {
  readonly column: 'legalId' | 'iban' | 'email';
  readonly value: string;
  readonly clients: readonly number[];
};

function sharedBy(
  { register }: AuditView,
  column: Shared['column'],
  shownBy: (client: Client, index: number) => string,
): readonly Shared[] {
  const values = register.clients.map(shownBy);
  const given = values.flatMap((value, client) => (value === '' ? [] : [client]));
  return groupBy(given, (client) => values[client])
    .filter((group) => group.length > 1)
    .map((group) => ({ column, value: values[group[0]], clients: byCode(register.clients, group) }));
}

/** By their codes, so that no order of rows is left. */
function byCode(all: readonly Client[], group: readonly number[]): readonly number[] {
  return [...group].sort((a, b) => (all[a].code < all[b].code ? -1 : 1));
}

/** The SIREN of a SIREN or SIRET, '' where it is neither. */
function sirenOf(legalId: string): string {
  const digits = legalId.replace(/\D/g, '');
  return digits.length === 9 || digits.length === 14 ? digits.slice(0, 9) : '';
}

const WHAT = {
  legalId: { fr: 'le même SIREN', en: 'the same SIREN' },
  iban: { fr: 'le même IBAN', en: 'the same IBAN' },
  email: { fr: 'le même courriel', en: 'the same email' },
};
const MOST_NAMED = 4;

function sharedHit({ register }: AuditView, { clients, column, value }: Shared): Hit {
  const named = clients.slice(0, MOST_NAMED);
  const rest = clients.length - named.length;
  const last = register.clients[clients[clients.length - 1]];
  return {
    severity: isOrdinary(register.clients, column, clients) ? 'note' : 'warning',
    table: 'clients',
    row: last.row,
    column,
    subject: last.code,
    mark: column,
    facts: [value, ...clients.map((client) => register.clients[client].code)],
    currency: null,
    amount: null,
    say: {
      fr: (tell) =>
        `${named.map(tell.client).join(', ')}${rest > 0 ? ` et ${tell.count(rest, 'autre', 'autres')}` : ''} ont ${WHAT[column].fr} (${value})\u202f; ` +
        `vérifiez qu’il ne s’agit pas d’un client saisi deux fois, ou d’un client fictif.`,
      en: (tell) =>
        `${named.map(tell.client).join(', ')}${rest > 0 ? ` and ${tell.count(rest, 'other', 'others')}` : ''} have ${WHAT[column].en} (${value}); ` +
        `check that it is not one client entered twice, or an invented one.`,
    },
  };
}

/** Establishments of one firm have one SIREN and a SIRET each; a group or a couple may share an address. */
function isOrdinary(all: readonly Client[], column: Shared['column'], clients: readonly number[]): boolean {
  if (column === 'iban') return false;
  if (column === 'email') return true;
  const ids = clients.map((client) => all[client].legalId.replace(/\D/g, ''));
  return ids.every((id) => id.length === 14) && new Set(ids).size === ids.length;
}
