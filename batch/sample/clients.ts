/** The sample's clients: the cast first, then ordinary ones, each with its size, terms and habit of paying. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import type { Language } from '../../shared/base/words.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { type PaymentTerms, parseTerms } from '../../shared/register/terms.ts';
import { type Abroad, CAST, type Role, type Story } from './cast.ts';
import { clientName, kindOf, MOST_CLIENTS } from './client-names.ts';
import { clientRow } from './client-rows.ts';
import { lastPayDay, NEVER, PAYER_PERCENT, PAYERS, type Payer } from './payers.ts';
import type { Random } from './random.ts';
import type { SampleRow } from './rows.ts';

export type SampleClient = {
  readonly code: string;
  readonly kind: ClientKind;
  readonly country: string;
  readonly language: Language;
  readonly currency: string;
  readonly email: string;
  readonly payer: Payer;
  readonly size: number; // multiplies quantities
  readonly weight: number; // how often it is invoiced, against the others
  readonly terms: PaymentTerms;
  readonly firstDay: DayNumber; // invoiced from this day …
  readonly lastDay: DayNumber; // … to this one
  readonly heldFrom: DayNumber; // reminders stop; NEVER where they do not
  readonly owner: string;
  readonly stories: readonly Story[];
  readonly row: SampleRow<'clients'>;
};

/** The span the register covers and what it holds. */
export type Span = {
  readonly start: DayNumber;
  readonly asOf: DayNumber;
  readonly clients: number;
  readonly invoices: number;
  readonly stories: boolean; // whether the cast plays
};

const SETTING_TERMS = '30 jours';

/** How often terms occur among companies, in percent; empty is the setting's. */
const COMPANY_TERMS: readonly (readonly [text: string, percent: number])[] = [
  ['30 jours', 48],
  ['45 jours fin de mois', 10],
  ['30 jours fin de mois le 10', 12],
  ['', 14],
  ['60 jours', 5],
  ['comptant', 8],
  ['45 jours, fin de mois', 3],
];

/** Draws the clients of a register, of which the first is there from the first day to the last. Throws a RangeError without any, and above MOST_CLIENTS. */
export function drawClients(span: Span, random: Random): readonly SampleClient[] {
  if (!(span.clients >= 1 && span.clients <= MOST_CLIENTS)) {
    throw new RangeError(`a sample has 1 to ${MOST_CLIENTS} clients, not ${span.clients}`);
  }
  const roles = span.stories ? CAST.slice(0, span.clients) : [];
  const ordinary = Array.from({ length: span.clients - roles.length }, (_, i) =>
    drawOrdinary(i, span, random),
  );
  const ordinaryWeight = ordinary.reduce((sum, draft) => sum + draft.weight, 0) || 1;
  const castPercent = roles.reduce((sum, role) => sum + role.sharePercent, 0);
  const weightOfPercent = ordinaryWeight / (100 - castPercent);
  const drafts = [...roles.map((role) => draftOf(role, weightOfPercent, span)), ...ordinary];
  const total = drafts.reduce((sum, draft) => sum + draft.weight, 0);
  return drafts.map((draft, index) => clientOf(draft, index, total, span, random));
}

/** What is decided of a client before its row is written. */
export type Draft = Omit<
  SampleClient,
  'code' | 'email' | 'owner' | 'row' | 'terms' | 'country' | 'language' | 'currency'
> & {
  readonly name: string;
  readonly termsText: string;
  readonly limitMonths: number; // 0: no limit
  readonly abroad: Abroad | null;
  readonly withoutEmail: boolean;
  readonly holdUntil: DayNumber | null;
  readonly holdReason: string;
  readonly notes: string;
};

function draftOf(role: Role, weightOfPercent: number, { start, asOf }: Span): Draft {
  return {
    name: role.name,
    kind: role.kind,
    payer: role.payer,
    size: role.size,
    weight: role.sharePercent * weightOfPercent,
    termsText: role.terms,
    limitMonths: role.limitMonths ?? 3.5,
    firstDay: start,
    lastDay: lastInvoiceDay(role.payer, asOf),
    heldFrom: role.hold ? asOf - role.hold.before : NEVER,
    stories: role.stories,
    abroad: role.abroad ?? null,
    withoutEmail: role.withoutEmail === true,
    holdUntil: role.hold ? asOf - role.hold.before + role.hold.days : null,
    holdReason: role.hold ? role.hold.reason : '',
    notes: role.notes ?? '',
  };
}

const OLD_CLIENT_SHARE = 0.8;
const WITHOUT_LIMIT_SHARE = 0.1;
const WEIGHTS = [1, 1, 1, 2, 2, 3, 4, 6] as const;
const INDIVIDUAL_WEIGHT = 0.4;

function drawOrdinary(index: number, span: Span, random: Random): Draft {
  const kind = kindOf(index);
  const payer = index === 0 ? 'punctual' : drawPayer(random);
  const old = index === 0 || random.chance(OLD_CLIENT_SHARE);
  const joined = span.start + random.int(0, Math.floor((span.asOf - span.start) * 0.7));
  return {
    name: clientName(index),
    kind,
    payer,
    size: random.bell(50, 160) / 100,
    weight: random.pick(WEIGHTS) * (kind === 'individual' ? INDIVIDUAL_WEIGHT : 1),
    termsText: drawTerms(kind, random),
    limitMonths: hasLimit(kind, random) ? random.int(28, 60) / 10 : 0,
    firstDay: old ? span.start : Math.min(joined, lastInvoiceDay(payer, span.asOf)),
    lastDay: lastInvoiceDay(payer, span.asOf),
    heldFrom: NEVER,
    stories: [],
    abroad: null,
    withoutEmail: false,
    holdUntil: null,
    holdReason: '',
    notes: '',
  };
}

function hasLimit(kind: ClientKind, random: Random): boolean {
  return kind !== 'administration' && kind !== 'individual' && !random.chance(WITHOUT_LIMIT_SHARE);
}

/** Who pays nothing any more is invoiced for six weeks longer. */
function lastInvoiceDay(payer: Payer, asOf: DayNumber): DayNumber {
  const last = lastPayDay(payer, asOf);
  return last === NEVER ? NEVER : last + 42;
}

function drawPayer(random: Random): Payer {
  let ticket = random.next() * 100;
  for (const payer of PAYERS) {
    ticket -= PAYER_PERCENT[payer];
    if (ticket < 0) return payer;
  }
  return 'punctual';
}

function drawTerms(kind: ClientKind, random: Random): string {
  if (kind === 'administration') return '30 jours';
  if (kind === 'individual') return random.chance(0.6) ? 'comptant' : '15 jours';
  if (kind === 'association') return random.chance(0.5) ? '30 jours' : '';
  let ticket = random.next() * 100;
  for (const [text, percent] of COMPANY_TERMS) {
    ticket -= percent;
    if (ticket < 0) return text;
  }
  return SETTING_TERMS;
}

function clientOf(draft: Draft, index: number, total: number, span: Span, random: Random): SampleClient {
  const { abroad } = draft;
  const row = clientRow(draft, index, (draft.weight / total) * span.invoices, span, random);
  return {
    ...draft,
    code: row.code,
    email: row.email,
    owner: row.owner,
    terms: termsOf(draft.termsText),
    country: row.country,
    language: abroad ? 'en' : 'fr',
    currency: abroad ? abroad.currency : 'EUR',
    row,
  };
}

function termsOf(text: string): PaymentTerms {
  const terms = parseTerms(text || SETTING_TERMS);
  if (!terms.ok) throw new Error(`unreadable terms: ${text}`);
  return terms.value;
}
