/** A desk with one client of a kind: three late invoices, one part-paid, one disputed in part; reminders, a call, a promise, a plan elsewhere. */
import { messageTexts } from '../../appsscript/render/message-texts.ts';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { Language } from '../../shared/base/words.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import type { DunningDecision } from '../../shared/dunning/decision.ts';
import { SHIPPED_CALENDARS } from '../../shared/dunning/shipped-calendars.ts';
import type { Desk } from '../../shared/letters/letterhead.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import type { Register } from '../../shared/register/entries.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { type DunningRecords, dunningRegister, type JournalRecord } from '../dunning/decided.ts';

export const AS_OF = '2026-11-25';

/** The firm's settings. */
export const FIRM: Readonly<Record<string, string>> = {
  legalForm: 'SARL',
  shareCapital: '10 000',
  legalId: '732829320',
  vatNumber: 'FR83732829320',
  addressLine1: '14, quai des Tanneurs',
  postalCode: '69005',
  city: 'Lyon',
  country: 'France',
  email: 'contact@merinos.example',
  replyTo: 'claire@merinos.example',
  senderName: 'Claire Martin',
  phone: '04 78 00 00 00',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  paymentLink: 'https://pay.example.com/{number}?amount={amount}',
};

const CLIENT = {
  code: 'C001',
  email: 'compta@exemple.fr',
  phone: '04 72 00 00 00',
  addressLine1: '3, place du Marché',
  postalCode: '69440',
  city: 'Saint-Cyr',
};

const NAMES: Readonly<Record<ClientKind, string>> = {
  company: 'Hôtel du Parc & Fils',
  individual: 'Mme Anaïs L’Hôte',
  association: 'Les Amis du Canal',
  administration: 'Commune de Saint-Cyr',
};

const INVOICES = [
  { number: 'F2026-00009', issued: '2026-09-10', due: '2026-10-10', total: 171258 },
  {
    number: 'F2026-00010',
    issued: '2026-09-25',
    due: '2026-10-25',
    total: 48000,
    dispute: { from: '2026-11-02', amount: 8000 },
  },
  { number: 'F2026-00011', issued: '2026-10-12', due: '2026-11-11', total: 6550 },
] as const;

/** What was sent up to a level, each step to its own day and way. */
const SENT: readonly JournalRecord[] = [
  {
    at: '2026-09-10',
    event: 'invoiceSent',
    invoice: 'F2026-00009',
    channel: 'email',
    recipient: 'compta@exemple.fr',
    status: 'sent',
  },
  {
    at: '2026-10-12',
    level: 1,
    channel: 'email',
    recipient: 'compta@exemple.fr',
    status: 'sent',
    invoice: 'F2026-00009',
  },
  {
    at: '2026-10-27',
    level: 2,
    channel: 'email',
    recipient: 'compta@exemple.fr',
    status: 'sent',
    invoice: 'F2026-00009',
  },
  {
    at: '2026-10-27',
    level: 1,
    channel: 'email',
    recipient: 'compta@exemple.fr',
    status: 'sent',
    invoice: 'F2026-00010',
  },
  { at: '2026-11-03', event: 'promise', promisedOn: '2026-11-10', amount: 100000 },
  {
    at: '2026-11-12',
    level: 3,
    event: 'call',
    channel: 'call',
    recipient: 'Mme Roux',
    status: 'sent',
    detail: 'attend le virement de son client',
  },
];

export type DeskOf = {
  readonly kind?: ClientKind;
  readonly language?: Language;
  readonly level: number;
  readonly records?: Partial<DunningRecords>;
  readonly asOf?: CivilDate;
};

export type Told = { readonly desk: Desk; readonly decision: DunningDecision };

/** A desk whose client is to receive the level; what came before is in its journal. */
export function deskOf(told: DeskOf): Told {
  const { asOf = AS_OF, kind = 'company', level } = told;
  const ledger = buildLedger(registerFor(told));
  const day = dayNumber(asOf);
  const [decided] = decideDunning(ledger, day);
  if (!decided) throw new Error('nothing is decided');
  const step = SHIPPED_CALENDARS[kind].find((one) => one.level === level);
  if (!step) throw new Error(`the calendar has no level ${level}`);
  const newDeadline = step.newDeadlineDays === null ? null : day + step.newDeadlineDays;
  const each = decided.asked.map(({ invoice }) => ({ invoice, interest: 896, indemnity: 4000 }));
  const claims = step.penalties
    ? { interest: { minor: 2688 }, indemnity: { minor: 12000 }, claims: each }
    : {};
  const reached = { action: 'send' as const, level, newDeadline, channel: step.channel };
  return {
    desk: { ledger, asOf: day, texts: messageTexts([]) },
    decision: { ...decided, ...reached, ...claims },
  };
}

function registerFor({ asOf = AS_OF, kind = 'company', language = 'fr', level, records }: DeskOf): Register {
  const steps = SHIPPED_CALENDARS[kind];
  const register = dunningRegister(
    {
      settings: FIRM,
      clients: [{ ...CLIENT, name: NAMES[kind], kind, language }],
      invoices: INVOICES,
      payments: [{ day: '2026-10-30', invoice: 'F2026-00009', amount: 50000 }],
      journal: SENT.filter((row) => (row.level ?? 0) < level),
      rates: [
        ['2026-07-01', 2.4, 'ECB-MRO'],
        ['2026-07-01', 2.75, 'FR-LEGAL-B'],
      ],
      calendar: steps.map(
        (step) => [step.level, step.offsetDays, step.channel, { ...step, calendar: kind }] as const,
      ),
      ...records,
    },
    asOf,
  );
  return { ...register, settings: { ...register.settings, companyName: 'Atelier Mérinos', language } };
}
