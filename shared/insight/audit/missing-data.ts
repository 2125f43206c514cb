/** Missing data: what French invoices have to say of seller and client (CGI ann. II 242 nonies A, C. com. L441-9), and the register does not know. */
import { addMonths } from '../../base/civil-date.ts';
import type { CheckNotice } from '../../invoicing/notice.ts';
import { clientNotices, sellerNotices } from '../../invoicing/parties.ts';
import { SETTINGS } from '../../register/settings.ts';
import { type AuditTest, type Hit, notRun, WHOLE_TABLE } from './finding.ts';
import type { AuditView } from './view.ts';

const MONTHS = 12;
/** More clients than these lack something: then it is the file that lacks it, and one finding. */
const MANY = 20;

export const MISSING_DATA: AuditTest = {
  key: 'missing-data',
  title: { fr: 'Mentions obligatoires qui manquent', en: 'Mandatory data missing' },
  run: (view) => {
    const { settings } = view.register;
    if (settings.texts.size === 0 || view.inputs.evidence === null)
      return notRun(
        'Le registre n’a pas de réglages\u202f: il ne dit pas qui facture.',
        'The register has no settings: it does not say who invoices.',
      );
    const seller = sellerNotices(settings);
    const billed = recentClients(view);
    const lacking = billed
      .map((client) => ({ client, notices: faultsOf(view, client) }))
      .filter(({ notices }) => notices.length > 0);
    const hits = [
      ...seller.map((notice) => sellerHit(view, notice)),
      ...(lacking.length > MANY ? manyHits(view, lacking) : lacking.map((one) => clientHit(view, one))),
    ];
    return { ran: true, population: billed.length + 1, hits };
  },
};

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

function sellerHit({ inputs, register }: AuditView, { field, severity, words }: CheckNotice): Hit {
  const key = field.replace(/^seller\./, '');
  const title = SETTINGS.find((setting) => setting.key === key)?.words ?? { fr: key, en: key };
  return {
    severity: severity === 'error' ? 'warning' : 'note',
    table: 'settings',
    row: inputs.evidence?.settingRows.get(key) ?? WHOLE_TABLE,
    column: 'value',
    subject: key,
    facts: [register.settings.texts.get(key) ?? ''],
    currency: null,
    amount: null,
    say: {
      fr: () => `${words.fr} Complétez le réglage «\u202f${title.fr}\u202f».`,
      en: () => `${words.en} Complete the setting “${title.en}”.`,
    },
  };
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
