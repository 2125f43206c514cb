/** Missing data: what French invoices have to say of seller and client (CGI ann. II 242 nonies A, C. com. L441-9), and the register does not know. */
import { addMonths } from '../../../base/civil-date.ts';
import type { CheckNotice } from '../../../invoicing/notice.ts';
import { clientNotices, sellerNotices } from '../../../invoicing/parties.ts';
import { type AuditTest, type Hit, notRun, WHOLE_TABLE } from '../finding.ts';
import type { AuditView } from '../view.ts';

const MONTHS = 12;
/** More clients than these lack something: then it is the file that lacks it, and one finding. */
const MANY = 20;

export const MISSING_DATA: AuditTest = {
  key: 'missing-data',
  title: { fr: 'Mentions obligatoires qui manquent', en: 'Mandatory data missing' },
  run: (view) => {
    const seller = keepsSeller(view) ? sellerNotices(view.register.settings) : null;
    const billed = recentClients(view);
    const clients = billed.some((client) => hasAddress(view, client)) ? billed : [];
    if (view.inputs.evidence === null || (seller === null && clients.length === 0))
      return notRun(
        'Le registre ne tient ni l’identité de l’entreprise ni les adresses des clients\u202f: ces mentions se contrôlent là où les factures sont faites.',
        'The register keeps neither who the firm is nor where its clients are: check this data where the invoices are made.',
      );
    const lacking = clients
      .map((client) => ({ client, notices: faultsOf(view, client) }))
      .filter(({ notices }) => notices.length > 0);
    const hits = [
      ...(['error', 'warning'] as const).flatMap((severity) => sellerHits(view, seller ?? [], severity)),
      ...(lacking.length > MANY ? manyHits(view, lacking) : lacking.map((one) => clientHit(view, one))),
    ];
    return { ran: true, population: clients.length + (seller === null ? 0 : 1), hits };
  },
};

/** Settings from which an invoice is made, and not the report's alone. */
function keepsSeller({ inputs, register }: AuditView): boolean {
  const { texts } = register.settings;
  const isTold = ['legalId', 'addressLine1', 'vatNumber', 'legalForm'].some((key) => texts.has(key));
  return isTold || (inputs.chain?.documents ?? 0) > 0;
}

function hasAddress({ register }: AuditView, client: number): boolean {
  const { addressLine1, city } = register.clients[client];
  return addressLine1 !== '' || city !== '';
}

type Lacking = { readonly client: number; readonly notices: readonly CheckNotice[] };

/** Clients with an invoice of the last twelve months, in the register's order. */
function recentClients({ asOf, invoices, register }: AuditView): readonly number[] {
  const { client, issueDay } = register.invoices;
  const from = addMonths(asOf, -MONTHS);
  const billed = new Set<number>();
  for (let at = invoices.length - 1; at >= 0 && issueDay[invoices[at]] > from; at--)
    billed.add(client[invoices[at]]);
  return Array.from(billed).sort((a, b) => a - b);
}

/** Without an address to mail to a client can still be invoiced. */
function faultsOf({ register }: AuditView, client: number): readonly CheckNotice[] {
  return clientNotices(register.clients[client]).filter(({ field }) => field !== 'client.email');
}

/** One finding for all that keeps an invoice from being issued, and one for what else lacks. */
function sellerHits(
  { inputs }: AuditView,
  notices: readonly CheckNotice[],
  severity: CheckNotice['severity'],
): readonly Hit[] {
  const own = notices.filter((notice) => notice.severity === severity);
  if (own.length === 0) return [];
  const keys = own.map(({ field }) => field.replace(/^seller\./, ''));
  return [
    {
      severity: severity === 'error' ? 'warning' : 'note',
      table: 'settings',
      row: inputs.evidence?.settingRows.get(keys[0]) ?? WHOLE_TABLE,
      column: 'value',
      subject: keys[0],
      mark: severity,
      facts: keys,
      currency: null,
      amount: null,
      say: {
        fr: () => `Réglages de l’entreprise\u202f: ${own.map(({ words }) => words.fr).join(' ')}`,
        en: () => `The firm’s settings: ${own.map(({ words }) => words.en).join(' ')}`,
      },
    },
  ];
}

function clientHit({ register }: AuditView, { client, notices }: Lacking): Hit {
  const { code, row } = register.clients[client];
  const isError = notices.some(({ severity }) => severity === 'error');
  return {
    severity: isError ? 'warning' : 'note',
    table: 'clients',
    row,
    column: notices[0].field.replace(/^client\./, ''),
    subject: code,
    facts: notices.map(({ field }) => field),
    currency: null,
    amount: null,
    say: {
      fr: (tell) => `${tell.client(client)}\u202f: ${notices.map(({ words }) => words.fr).join(' ')}`,
      en: (tell) => `${tell.client(client)}: ${notices.map(({ words }) => words.en).join(' ')}`,
    },
  };
}

/** A finding for each thing that many lack, with the first client that does. */
function manyHits({ register }: AuditView, lacking: readonly Lacking[]): readonly Hit[] {
  const fields = Array.from(new Set(lacking.flatMap(({ notices }) => notices.map(({ field }) => field))));
  return fields.map((field): Hit => {
    const those = lacking.filter(({ notices }) => notices.some((notice) => notice.field === field));
    const [{ client, notices }] = those;
    const notice = notices.find((one) => one.field === field);
    const { row } = register.clients[client];
    return {
      severity: notice?.severity === 'error' ? 'warning' : 'note',
      table: 'clients',
      row,
      column: field.replace(/^client\./, ''),
      subject: field.replace(/^client\./, ''),
      facts: [those.length],
      currency: null,
      amount: null,
      say: {
        fr: (tell) =>
          `${tell.count(those.length, 'client facturé depuis un an est', 'clients facturés depuis un an sont')} dans ce cas, à commencer par ${tell.client(client)}\u202f: ${notice?.words.fr ?? ''}`,
        en: (tell) =>
          `This holds for ${tell.count(those.length, 'client', 'clients')} invoiced within a year, beginning with ${tell.client(client)}: ${notice?.words.en ?? ''}`,
      },
    };
  });
}
