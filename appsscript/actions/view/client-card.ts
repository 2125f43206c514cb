/** One client's card: fields and what is wrong with them, what it owes, how it pays, what was said. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import { moneyText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import { invoiceStatuses } from '../../../shared/dunning/invoice-status.ts';
import { clientHistory } from '../../../shared/insight/client-history.ts';
import {
  type ClientStanding,
  type CurrencyStanding,
  clientStanding,
} from '../../../shared/insight/client-standing.ts';
import { creditDecision } from '../../../shared/insight/credit/credit-decision.ts';
import { clientNotices } from '../../../shared/invoicing/parties.ts';
import { buildLedger, type Ledger } from '../../../shared/receivables/ledger.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { Client, Register } from '../../../shared/register/entries.ts';
import { matchHeaders } from '../../../shared/register/headers.ts';
import { TABLES, type TableKey } from '../../../shared/register/tables.ts';
import type { Answer, ClientCard, ClientFields, Figure } from '../../contract.ts';
import type { Grid, World } from '../../world.ts';
import { answered, readRegisterOf, refused } from '../frame.ts';
import { noticesIn } from '../record/drafting.ts';
import { legalStanding } from './legal-standing.ts';
import { openInvoice } from './open-invoice.ts';

const TABLES_READ: readonly TableKey[] = [
  'settings',
  'clients',
  'invoices',
  'payments',
  'instalments',
  'journal',
  'calendars',
  'rates',
];

/** Lines of history that a sidebar has room for. */
const HISTORY_LINES = 60;

const NO_CLIENT: Words = {
  fr: 'Ce client n’est pas dans l’onglet Clients, ou sa ligne ne se lit pas.',
  en: 'This client is not in the Clients tab, or its row cannot be read.',
};

export function clientView(world: World, { code }: { readonly code: string }): Answer<ClientCard> {
  const { language } = world.sheet;
  const { grids, register } = readRegisterOf(world, TABLES_READ);
  const index = register.clients.findIndex((client) => client.code === code);
  if (index < 0) return refused(NO_CLIENT[language]);
  const today = world.now().day;
  const ledger = buildLedger(register);
  const client = register.clients[index];
  return answered({
    fields: fieldsOf(register, client, grids.get('clients') ?? []),
    notices: noticesIn(clientNotices(client), language).map((notice) => ({
      ...notice,
      field: notice.field.replace(/^client\./, ''),
    })),
    history: clientHistory(register, index, today, language, HISTORY_LINES).map(({ day, detail, text }) => ({
      at: civilDate(day),
      text,
      detail,
    })),
    ...standingOf(ledger, index, today, language),
  });
}

function standingOf(
  ledger: Ledger,
  client: number,
  today: DayNumber,
  language: Language,
): Pick<ClientCard, 'balances' | 'credit' | 'habit' | 'invoices' | 'legal' | 'proposedLimit'> {
  const standing: ClientStanding = clientStanding(ledger, client, today);
  const statuses = invoiceStatuses(ledger, today, language);
  const { currencies } = ledger.register;
  return {
    balances: standing.currencies.map((one) => ({
      currency: currencies[one.currency],
      figures: figuresOf(one, currencies[one.currency], language),
    })),
    credit: standing.credit.words[language],
    proposedLimit: proposedLimitText(ledger, client, today, language),
    legal: legalStanding(ledger, client, today, language),
    habit: standing.habit[language],
    invoices: standing.currencies.flatMap(({ items }) =>
      items.map((item) => openInvoice(ledger, item, today, statuses)),
    ),
  };
}

/** What a person might set, from what the client bought and how it paid; empty where that is what is set, or nothing is known. */
function proposedLimitText(ledger: Ledger, client: number, today: DayNumber, language: Language): string {
  const { clients, settings } = ledger.register;
  const { currency } = settings;
  const { risk } = creditDecision(ledger, today, { client, amount: 0, currency, waiting: 0 });
  const proposed = risk?.proposedLimit ?? null;
  if (proposed === null || proposed === clients[client].creditLimit) return '';
  const sum = moneyText(proposed, currency, language);
  return language === 'fr'
    ? typesetFrench(`Plafond proposé, d’après ses achats et ses paiements : ${sum}.`)
    : `Limit proposed from its purchases and payments: ${sum}.`;
}

/** What is not 0, after what is open and overdue. How old it is, the open invoices below tell. */
function figuresOf({ balance }: CurrencyStanding, currency: string, language: Language): readonly Figure[] {
  const figure = (label: Words, minor: number, tone: Figure['tone'] = 'plain'): Figure => ({
    label: label[language],
    text: moneyText(minor, currency, language),
    tone,
  });
  const { disputed, open, overdue, unapplied } = balance;
  return [
    figure(LABELS.open, open),
    figure(LABELS.overdue, overdue, overdue > 0 ? 'bad' : 'good'),
    ...(unapplied === 0 ? [] : [figure(LABELS.unapplied, unapplied)]),
    ...(disputed === 0 ? [] : [figure(LABELS.disputed, disputed)]),
  ];
}

const LABELS = {
  open: { fr: 'Encours', en: 'Open' },
  overdue: { fr: 'Échu', en: 'Overdue' },
  unapplied: { fr: 'À imputer', en: 'Unapplied' },
  disputed: { fr: 'En litige', en: 'Disputed' },
} as const;

function fieldsOf({ settings }: Register, client: Client, grid: Grid): ClientFields {
  const { addressLine1, addressLine2, calendar, city, code, country, creditLimit, email } = client;
  const { contact, holdReason, kind, language, legalId, maximumTermDays, name, notes } = client;
  const { owner, phone, postalCode, vatNumber } = client;
  return {
    code,
    name,
    kind,
    legalId,
    vatNumber,
    addressLine1,
    addressLine2,
    postalCode,
    city,
    country,
    language,
    contact,
    email,
    cc: client.cc.join(', '),
    phone,
    iban: writtenAt(grid, client.row, 'iban'),
    paymentTerms: writtenAt(grid, client.row, 'paymentTerms'),
    creditLimit: creditLimit === null ? '' : decimalText(creditLimit, settings.currency),
    maximumTermDays: maximumTermDays === null ? '' : String(maximumTermDays),
    calendar,
    holdUntil: dayOrNone(client.holdUntil),
    holdReason,
    insolvencyOn: dayOrNone(client.insolvencyOn),
    owner,
    notes,
  };
}

function dayOrNone(day: DayNumber | null): string {
  return day === null ? '' : civilDate(day);
}

/** Terms and accounts are shown as their keeper wrote them. */
function writtenAt(grid: Grid, row: number, key: string): string {
  const place = matchHeaders(TABLES.clients, grid[0] ?? []).columns.get(key);
  return place === undefined ? '' : readText(grid[row - 1]?.[place] ?? null);
}
