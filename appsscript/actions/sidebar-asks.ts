/** What each call of the sidebar may ask: one check a call, beside the types of `contract.ts`. */
import { OPENING_TABLES } from '../../shared/exchange/opening/mapping.ts';
import { LETTER_KINDS } from '../../shared/letters/letter-choice.ts';
import { DAY_ORDERS } from '../../shared/register/addon-tables.ts';
import { CLIENT_KINDS } from '../../shared/register/tables.ts';
import { IMPORT_KINDS, MOST_MOVEMENTS } from '../contract/bank.ts';
import { MOST_OPENING_ROWS } from '../contract/opening.ts';
import { LOGGED_EVENTS, type SidebarCall, type SidebarCalls } from '../contract.ts';
import {
  amount,
  type Check,
  choice,
  currency,
  day,
  entries,
  flag,
  line,
  list,
  madeId,
  maybe,
  nothing,
  pattern,
  record,
  rowNumber,
  text,
} from './asks.ts';

const code = line(60);
const name = line(200);
const maybeDay = maybe(day);
const maybeAmount = maybe(amount);
const settingKey = pattern(/^[A-Za-z][A-Za-z0-9]{0,39}$/, 40, 'Réglage inconnu.', 'Unknown setting.');
const movementKey = pattern(/^b1:[0-9a-f]{20}$/, 30, 'Mouvement inconnu.', 'Unknown movement.');
const importId = pattern(/^[A-Za-z0-9-]{1,40}$/, 40, 'Import inconnu.', 'Unknown import.');
const MOST_DECISIONS = 10_000;
const messageKey = pattern(/^[\x21-\x7e]{1,120}$/, 120, 'Message inconnu.', 'Unknown message.');

const draftLine = record<SidebarCalls['ui_saveDraft']['asks']['lines'][number]>({
  description: text(1000),
  quantity: maybeAmount,
  unit: line(40),
  unitPrice: maybeAmount,
  discountPercent: maybeAmount,
  vatRate: maybeAmount,
  vatCategory: line(40),
});

const draft = record<SidebarCalls['ui_saveDraft']['asks']>({
  id: madeId('D'),
  client: code,
  type: choice(['invoice', 'creditNote']),
  issueDate: maybeDay,
  dueDate: maybeDay,
  currency,
  corrects: code,
  reference: line(100),
  serviceDate: maybeDay,
  deliveryAddress: text(300),
  notes: text(2000),
  ready: flag,
  lines: list(draftLine, 200),
});

const client = record<SidebarCalls['ui_saveClient']['asks']>({
  code,
  name,
  kind: choice(CLIENT_KINDS),
  legalId: line(40),
  vatNumber: line(40),
  addressLine1: name,
  addressLine2: name,
  postalCode: line(20),
  city: line(100),
  country: line(60),
  language: choice(['fr', 'en']),
  contact: name,
  email: line(254),
  cc: line(1000),
  phone: line(40),
  iban: line(60),
  paymentTerms: line(100),
  creditLimit: maybeAmount,
  maximumTermDays: maybeAmount,
  calendar: line(60),
  holdUntil: maybeDay,
  holdReason: line(300),
  insolvencyOn: maybeDay,
  owner: line(100),
  notes: text(2000),
});

const payment = record<SidebarCalls['ui_recordPayment']['asks']>({
  id: madeId('P'),
  kind: choice(['payment', 'bounced', 'refund', 'writeOff']),
  client: code,
  date: day,
  amount,
  currency,
  method: line(40),
  reference: line(100),
  reason: line(300),
  allocations: list(
    record<SidebarCalls['ui_recordPayment']['asks']['allocations'][number]>({ invoice: code, amount }),
    200,
  ),
  thank: flag,
});

const journalEntry = record<SidebarCalls['ui_log']['asks']>({
  id: madeId('J'),
  client: code,
  invoice: code,
  event: choice(LOGGED_EVENTS),
  byPhone: flag,
  amount: maybeAmount,
  day: maybeDay,
  detail: text(1000),
});

const clientAndCurrency = record<SidebarCalls['ui_previewReminder']['asks']>({ client: code, currency });

const plan = record<SidebarCalls['ui_savePlan']['asks']>({
  id: madeId('J'),
  client: code,
  invoices: list(code, 200),
  instalments: list(record<SidebarCalls['ui_savePlan']['asks']['instalments'][number]>({ day, amount }), 60),
  detail: text(1000),
});

const letter = { client: code, currency, kind: choice(LETTER_KINDS) };

type Asked = SidebarCalls['ui_applyImport']['asks'];
type Movement = Asked['statements'][number]['movements'][number];
type Decided = Asked['decisions'][number];

const movement = record<Movement>({
  day,
  amount,
  label: text(1000),
  payer: text(200),
  payerIban: line(60),
  reference: text(200),
  bankId: line(200),
});

const statements = list(
  record<Asked['statements'][number]>({
    account: line(60),
    currency,
    movements: list(movement, MOST_MOVEMENTS),
  }),
  50,
);

const decisions = list(
  record<Decided>({
    key: movementKey,
    kind: choice(IMPORT_KINDS),
    client: code,
    parts: list(record<Decided['parts'][number]>({ invoice: code, amount }), 200),
  }),
  MOST_DECISIONS,
);

const profile = record<Asked['profiles'][number]>({
  name: line(100),
  headers: line(8000),
  date: line(200),
  label: line(1000),
  amount: line(200),
  direction: line(200),
  debit: line(200),
  credit: line(200),
  balance: line(200),
  value: line(200),
  reference: line(200),
  dayOrder: choice(DAY_ORDERS),
});

const opening = record<SidebarCalls['ui_planOpening']['asks']>({
  table: choice(OPENING_TABLES),
  headers: list(line(200), 200),
  rows: list(
    record<SidebarCalls['ui_planOpening']['asks']['rows'][number]>({
      line: rowNumber,
      cells: list(text(1000), 200),
    }),
    MOST_OPENING_ROWS,
  ),
  map: list(
    record<SidebarCalls['ui_planOpening']['asks']['map'][number]>({ header: line(200), column: line(40) }),
    200,
  ),
});

/** The check of every call. A call without one does not compile. */
export const SIDEBAR_ASKS: { readonly [C in SidebarCall]: Check<SidebarCalls[C]['asks']> } = {
  ui_home: record<SidebarCalls['ui_home']['asks']>({ renew: flag }),
  ui_setUp: nothing,
  ui_settings: nothing,
  ui_saveSettings: record<SidebarCalls['ui_saveSettings']['asks']>({
    values: entries(settingKey, text(2000), 80),
  }),
  ui_clients: nothing,
  ui_client: record<SidebarCalls['ui_client']['asks']>({ code }),
  ui_saveClient: client,
  ui_invoiceForm: nothing,
  ui_checkDraft: draft,
  ui_saveDraft: draft,
  ui_draft: record<SidebarCalls['ui_draft']['asks']>({ id: madeId('D') }),
  ui_creditNote: record<SidebarCalls['ui_creditNote']['asks']>({ id: madeId('D'), invoice: code }),
  ui_drafts: record<SidebarCalls['ui_drafts']['asks']>({ selected: flag }),
  ui_previewIssue: record<SidebarCalls['ui_previewIssue']['asks']>({ draft: code }),
  ui_issue: record<SidebarCalls['ui_issue']['asks']>({ drafts: list(code, 500), send: flag }),
  ui_allocate: record<SidebarCalls['ui_allocate']['asks']>({ client: code, amount, currency }),
  ui_recordPayment: payment,
  ui_reminders: nothing,
  ui_previewReminder: clientAndCurrency,
  ui_remind: record<SidebarCalls['ui_remind']['asks']>({ clients: list(clientAndCurrency, 1000) }),
  ui_log: journalEntry,
  ui_unknown: nothing,
  ui_resolve: record<SidebarCalls['ui_resolve']['asks']>({
    key: messageKey,
    decision: choice(['wasSent', 'sendAgain']),
  }),
  ui_dailyRun: record<SidebarCalls['ui_dailyRun']['asks']>({ on: flag }),
  ui_outlook: nothing,
  ui_followUp: nothing,
  ui_callSheet: record<SidebarCalls['ui_callSheet']['asks']>({ client: code }),
  ui_correctContact: record<SidebarCalls['ui_correctContact']['asks']>({
    id: madeId('J'),
    client: code,
    email: line(254),
    phone: line(40),
    detail: text(1000),
  }),
  ui_resend: record<SidebarCalls['ui_resend']['asks']>({ id: madeId('J'), invoice: code }),
  ui_planForm: record<SidebarCalls['ui_planForm']['asks']>({ client: code }),
  ui_savePlan: plan,
  ui_letter: record<SidebarCalls['ui_letter']['asks']>(letter),
  ui_makeLetter: record<SidebarCalls['ui_makeLetter']['asks']>({ ...letter, id: madeId('L') }),
  ui_posted: record<SidebarCalls['ui_posted']['asks']>({
    letter: madeId('L'),
    decision: choice(['posted', 'notPosted']),
    day: maybeDay,
    tracking: line(60),
  }),
  ui_texts: nothing,
  ui_review: record<SidebarCalls['ui_review']['asks']>({
    finding: line(300),
    facts: line(300),
    reason: line(500),
  }),
  ui_eInvoice: record<SidebarCalls['ui_eInvoice']['asks']>({ invoice: code }),
  ui_planOpening: opening,
  ui_applyOpening: opening,
  ui_planImport: record<SidebarCalls['ui_planImport']['asks']>({ statements }),
  ui_applyImport: record<Asked>({ statements, decisions, profiles: list(profile, 1) }),
  ui_undoImport: record<SidebarCalls['ui_undoImport']['asks']>({ importId }),
};
