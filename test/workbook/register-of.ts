/** Registers made by hand for the workbook's tests: clients and open invoices, as many as wanted. */
import type { SourceInfo } from '../../batch/sources/source.ts';
import type { CivilDate } from '../../shared/base/civil-date.ts';
import type { Currency } from '../../shared/base/money.ts';
import type { Problem } from '../../shared/base/problem.ts';
import type { Language } from '../../shared/base/words.ts';
import type { Client, Invoices, Payments, Register, Settings } from '../../shared/register/entries.ts';

export type Wanted = {
  readonly language?: Language;
  readonly currencies?: readonly Currency[];
  readonly clients?: number;
  readonly items?: number; // a currency
  readonly asOf?: CivilDate;
  readonly name?: string;
  readonly clientName?: (index: number) => string;
  readonly problems?: readonly Problem[];
  readonly source?: SourceInfo;
  readonly months?: number;
};

const NAMES = [
  'Atelier Lumière & Fils',
  'Boulangerie du Vieux-Port',
  'Cabinet d’architecture Roussel-Delacroix et Associés',
  'Mairie de Saint-Étienne-du-Rouvray',
  'Pépinières Görtz',
  'SARL L’Œuvre au noir',
  'Transports Nguyễn',
  'Clinique vétérinaire des Trois Rivières',
  'Imprimerie Moderne de l’Ouest',
  'Garage Benali',
];

/** Whole numbers that look random and are the same in every run. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function registerOf(wanted: Wanted, asOfDay: number): Register {
  const { language = 'fr', currencies = ['EUR'], clients = 60, items = 150 } = wanted;
  const count = items * currencies.length;
  const nameOf = wanted.clientName ?? nameAt;
  return {
    settings: settingsOf(wanted),
    currencies,
    clients: Array.from({ length: clients }, (_, at) => clientOf(at, nameOf(at), language)),
    invoices: invoicesOf(count, items, clients, asOfDay),
    payments: NO_PAYMENTS,
    penaltyPayments: [],
    unreadPayments: [],
    plans: [],
    journal: [],
    calendars: [],
    rates: [],
    bank: [],
    rowCounts: {
      settings: 12,
      clients,
      invoices: count * 9,
      lines: 0,
      payments: count * 8,
      instalments: 6,
      journal: 0,
      calendars: 0,
      rates: 0,
    },
  };
}

function nameAt(at: number): string {
  return NAMES[at % NAMES.length] + (at < NAMES.length ? '' : ` ${at}`);
}

function settingsOf({ currencies = ['EUR'], language = 'fr', name = '' }: Wanted): Settings {
  return {
    companyName: name,
    locale: language === 'fr' ? 'fr_FR' : 'en_GB',
    language,
    currency: currencies[0] ?? 'EUR',
    timeZone: 'Europe/Paris',
    paymentTerms: [{ step: 'days', count: 30 }],
    reportRecipients: [],
    agedBy: 'dueDate',
    texts: new Map(),
  };
}

const NO_PAYMENTS: Payments = {
  count: 0,
  row: new Int32Array(),
  day: new Int32Array(),
  appliedDay: new Int32Array(),
  client: new Int32Array(),
  invoice: new Int32Array(),
  currency: new Uint8Array(),
  amount: new Float64Array(),
  method: new Uint8Array(),
  note: new Int32Array(),
};

function clientOf(at: number, name: string, language: Language): Client {
  return {
    row: at + 2,
    code: `C${String(at + 1).padStart(4, '0')}`,
    name,
    kind: 'company',
    legalId: '',
    vatNumber: '',
    addressLine1: '',
    addressLine2: '',
    postalCode: '',
    city: '',
    country: '',
    language,
    contact: '',
    email: '',
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
  };
}

function invoicesOf(count: number, each: number, clients: number, asOfDay: number): Invoices {
  const draw = drawer(7);
  const numbers = (of: (index: number) => number): Int32Array =>
    Int32Array.from({ length: count }, (_, at) => of(at));
  const issueDay = numbers(() => asOfDay - draw(200));
  return {
    count,
    row: numbers((at) => at + 2),
    numberAt: (at) => `F2026-${String(at + 1).padStart(5, '0')}`,
    creditNote: new Uint8Array(count),
    client: numbers(() => draw(Math.max(1, clients))),
    issueDay,
    dueDay: issueDay.map((day) => day + 30),
    currency: Uint8Array.from({ length: count }, (_, at) => Math.floor(at / Math.max(1, each))),
    total: Float64Array.from({ length: count }, () => 5_000 + draw(900_000)),
    corrects: new Int32Array(count).fill(-1),
    disputes: new Map(),
  };
}
