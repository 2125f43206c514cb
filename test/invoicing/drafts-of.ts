/** Drafts, settings and clients as tests write them: complete by default, changed field by field. */
import { dayNumber } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import type { IssueContext } from '../../shared/invoicing/draft.ts';
import { type Draft, readDraft, type WrittenRow } from '../../shared/invoicing/read-drafts.ts';
import type { Client, Settings } from '../../shared/register/entries.ts';
import { DEFAULT_TERMS } from '../../shared/register/terms.ts';

export const TODAY = dayNumber('2026-11-25');

export type Cells = Readonly<Record<string, Cell>>;

const LINE: Cells = { description: 'Conseil', quantity: 2, unit: 'jour', unitPrice: 450, vatRate: 20 };

function written(cells: Cells, row = 2): WrittenRow {
  return { row, cell: (key) => cells[key] ?? null };
}

/** A draft that may be issued, but for what is changed. */
export function draftOf(
  changes: Cells = {},
  lines: readonly Cells[] = [{}],
  isRegistered = true,
  locale = 'fr_FR',
): Draft {
  const head = { id: 'D-ABCD1234', client: 'C1', serviceDate: '2026-11-24', ready: 'oui', ...changes };
  return readDraft(
    written(head),
    lines.map((line, index) => written({ ...LINE, ...line }, index + 2)),
    { locale, dateOrder: 'dmy', isRegistered },
  );
}

export const COMPANY: Readonly<Record<string, string>> = {
  companyName: 'Atelier Lumen',
  legalForm: 'SARL',
  shareCapital: '10 000',
  legalId: '732 829 320',
  registration: 'RCS Lyon 732 829 320',
  vatNumber: 'FR44732829320',
  operations: 'services',
  addressLine1: '12 rue des Tanneurs',
  postalCode: '69005',
  city: 'Lyon',
  country: 'France',
  email: 'compta@lumen.example',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'AGRIFRPP',
};

export function settingsOf(changes: Readonly<Record<string, string>> = {}): Settings {
  const texts = Object.entries({ ...COMPANY, ...changes }).filter(([, text]) => text !== '');
  return {
    companyName: 'Atelier Lumen',
    locale: 'fr_FR',
    language: 'fr',
    currency: 'EUR',
    timeZone: 'Europe/Paris',
    paymentTerms: DEFAULT_TERMS,
    reportRecipients: [],
    agedBy: 'dueDate',
    texts: new Map(texts),
  };
}

export function clientOf(changes: Partial<Client> = {}): Client {
  return {
    row: 2,
    code: 'C1',
    name: 'Boulangerie Martin',
    kind: 'company',
    legalId: '552100554',
    vatNumber: '',
    contact: '',
    addressLine1: '3 place du Marché',
    addressLine2: '',
    postalCode: '75011',
    city: 'Paris',
    country: 'France',
    language: 'fr',
    email: 'contact@martin.example',
    cc: [],
    phone: '',
    paymentTerms: null,
    creditLimit: null,
    calendar: '',
    holdUntil: null,
    holdReason: '',
    owner: '',
    since: null,
    insolvencyOn: null,
    maximumTermDays: null,
    notes: '',
    ...changes,
  };
}

export function contextOf(changes: Partial<IssueContext> = {}): IssueContext {
  return {
    settings: settingsOf(),
    client: clientOf(),
    corrected: null,
    today: TODAY,
    own: new Map(),
    ...changes,
  };
}

export const CORRECTED = {
  number: 'F2026-00012',
  issueDay: dayNumber('2026-10-14'),
  client: 'C1',
  currency: 'EUR',
  creditable: 108_000,
} as const;
