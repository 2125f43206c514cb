/** What a draft is read and checked against, read once: settings, clients, what they owe, the firm's own texts. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import type { Language } from '../../../shared/base/words.ts';
import { languageOf } from '../../../shared/base/words.ts';
import { type CreditDesk, creditDesk } from '../../../shared/insight/credit/credit-decision.ts';
import {
  type CheckedDraft,
  type Corrected,
  checkDraft,
  type IssueContext,
} from '../../../shared/invoicing/draft.ts';
import type { OwnTexts } from '../../../shared/invoicing/mentions.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import { type Draft, type DraftReading, readDrafts } from '../../../shared/invoicing/read-drafts.ts';
import { buildLedger, type Ledger } from '../../../shared/receivables/ledger.ts';
import { ADDON_TABLES } from '../../../shared/register/addon-tables.ts';
import { dateOrderOf } from '../../../shared/register/cell-dates.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { Register, Settings } from '../../../shared/register/entries.ts';
import { matchHeaders } from '../../../shared/register/headers.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import type { DraftView, Notice } from '../../contract.ts';
import type { Grid, World } from '../../world.ts';
import { readRegisterOf } from '../frame.ts';

export type Drafting = {
  readonly register: Register;
  readonly ledger: Ledger;
  readonly credit: CreditDesk; // rates the register at its first question
  readonly own: OwnTexts;
  readonly today: DayNumber;
  readonly language: Language;
  readonly drafts: readonly Draft[]; // of the drafts tab, in the order of its rows; ids that stand twice are noticed
  readonly grids: ReadonlyMap<TableKey, Grid>; // of the tables seen
  readonly draftsGrid: Grid;
  readonly linesGrid: Grid;
  readonly templatesGrid: Grid;
};

/** The tables that credit and corrections are seen from. */
export const CREDIT_SEEN_FROM = ['settings', 'clients', 'invoices', 'payments', 'instalments'] as const;

/**
 * Eight service calls, however many rows there are. @param seen fewer tables where credit is not asked for
 * @param texts the firm's own texts, where the caller can do without reading them
 */
export function openDrafting(
  world: World,
  seen: readonly TableKey[] = CREDIT_SEEN_FROM,
  texts?: OwnTexts,
): Drafting {
  const { register, grids } = readRegisterOf(world, seen);
  const draftsGrid = world.sheet.read('drafts');
  const linesGrid = world.sheet.read('lines');
  const templatesGrid = texts ? [] : world.sheet.read('templates');
  const own = texts ?? ownTextsOf(templatesGrid);
  const drafts = readDrafts(draftsGrid, linesGrid, draftReadingOf(register.settings, world.sheet.locale));
  const ledger = buildLedger(register);
  const today = world.now().day;
  return {
    register,
    ledger,
    credit: creditDesk(ledger, today),
    own,
    today,
    language: world.sheet.language,
    drafts: withIdNotices(drafts, register),
    grids,
    draftsGrid,
    linesGrid,
    templatesGrid,
  };
}

/** How drafts are read: by the register's own locale, else by the spreadsheet's. */
export function draftReadingOf({ locale, texts }: Settings, sheetLocale: string): DraftReading {
  const used = locale === '' ? sheetLocale : locale;
  return { locale: used, dateOrder: dateOrderOf(used), isRegistered: (texts.get('vatNumber') ?? '') !== '' };
}

/** The texts of the templates tab by `template/language`. */
export function ownTextsOf(grid: Grid): OwnTexts {
  const { columns } = matchHeaders(ADDON_TABLES.templates, grid[0] ?? []);
  const text = (row: Grid[number], key: string): string => readText(row[columns.get(key) ?? -1] ?? null);
  const language = (row: Grid[number]): Language =>
    languageOf(/^(en|english|anglais)/i.test(text(row, 'language')) ? 'en' : 'fr');
  return new Map(
    grid
      .slice(1)
      .filter((row) => text(row, 'template') !== '')
      .map((row) => [`${text(row, 'template')}/${language(row)}`, text(row, 'body')] as const),
  );
}

/** A copied row has its neighbour's id: which of the two is meant, nobody can tell. */
function withIdNotices(drafts: readonly Draft[], register: Register): readonly Draft[] {
  const counts = new Map<string, number>();
  for (const { id } of drafts) counts.set(id, (counts.get(id) ?? 0) + 1);
  const numbers = numbersAmong(register, counts);
  return drafts.map((draft) => {
    const notice = idNotice(draft, (counts.get(draft.id) ?? 0) > 1, numbers.has(draft.id));
    return notice === null ? draft : { ...draft, notices: [...draft.notices, notice] };
  });
}

function numbersAmong({ invoices }: Register, ids: ReadonlyMap<string, number>): ReadonlySet<string> {
  const found = new Set<string>();
  for (let index = 0; index < invoices.count; index++) {
    const number = invoices.numberAt(index);
    if (ids.has(number)) found.add(number);
  }
  return found;
}

function idNotice({ id, number }: Draft, isDouble: boolean, isNumber: boolean): CheckNotice | null {
  if (id === '') {
    return errorOn(
      'id',
      'Donnez un identifiant à ce brouillon, et le même à ses lignes.',
      'Give this draft an id, and its lines the same.',
    );
  }
  if (isDouble) {
    return errorOn(
      'id',
      `Deux brouillons portent l’identifiant ${id} : changez l’un des deux.`,
      `Two drafts share the id ${id}: change one of them.`,
    );
  }
  if (!isNumber || number !== '') return null;
  return errorOn(
    'id',
    `${id} est déjà le numéro d’une facture : changez cet identifiant.`,
    `${id} is the number of an invoice already: change this id.`,
  );
}

/** @returns -1 where the register has no such document */
export function invoiceIndex({ invoices }: Register, number: string): number {
  for (let index = 0; index < invoices.count; index++) {
    if (invoices.numberAt(index) === number) return index;
  }
  return -1;
}

/** What a draft is checked against. */
export function issueContextOf(
  drafting: Pick<Drafting, 'register' | 'own' | 'today'>,
  draft: Draft,
): IssueContext {
  const { register, own, today } = drafting;
  return {
    settings: register.settings,
    client: register.clients.find(({ code }) => code === draft.client) ?? null,
    corrected: draft.corrects === '' ? null : correctedOf(register, draft.corrects),
    today,
    own,
  };
}

/** The invoice a credit note names, with what is left to credit of it. */
function correctedOf(register: Register, number: string): Corrected | null {
  const { invoices, clients, currencies } = register;
  const index = invoiceIndex(register, number);
  if (index < 0 || invoices.creditNote[index] === 1) return null;
  let creditable = invoices.total[index];
  for (let note = 0; note < invoices.count; note++) {
    if (invoices.creditNote[note] === 1 && invoices.corrects[note] === index)
      creditable -= invoices.total[note];
  }
  return {
    number,
    issueDay: invoices.issueDay[index],
    client: clients[invoices.client[index]].code,
    currency: currencies[invoices.currency[index]],
    creditable: Math.max(0, creditable),
  };
}

/** Checks a draft against what was read. */
export function checkedDraftOf(drafting: Drafting, draft: Draft): CheckedDraft {
  return checkDraft(draft, issueContextOf(drafting, draft));
}

/** Notices in the user's language. */
export function noticesIn(notices: readonly CheckNotice[], language: Language): readonly Notice[] {
  return notices.map(({ field, severity, words }) => ({ field, severity, text: words[language] }));
}

/** A draft as the sidebar shows it. */
export function draftViewOf(drafting: Drafting, checked: CheckedDraft): DraftView {
  const { draft, totals, currency } = checked;
  const client = drafting.register.clients.find(({ code }) => code === draft.client);
  const amount = (minor: number | undefined): string =>
    minor === undefined ? '' : decimalText(minor, currency);
  return {
    id: draft.id,
    clientName: client ? client.name : draft.client,
    type: draft.type,
    currency,
    net: amount(totals?.netMinor),
    vat: amount(totals?.vatMinor),
    total: amount(totals?.totalMinor),
    dueDate: draft.type === 'invoice' ? civilDate(checked.dueDay) : '',
    ready: draft.ready,
    notices: noticesIn(checked.notices, drafting.language),
    credit: creditOf(drafting, checked),
  };
}

function creditOf(drafting: Drafting, { draft, totals, currency }: CheckedDraft): string {
  const { credit, register, language } = drafting;
  const client = register.clients.findIndex(({ code }) => code === draft.client);
  if (client < 0 || totals === null) return '';
  const amount = draft.type === 'creditNote' ? -totals.totalMinor : totals.totalMinor;
  const question = { client, amount, currency, waiting: waitingOf(drafting, draft) };
  const { figures, words } = credit(question);
  return `${words[language]} ${figures.words[language]}`.trim();
}

/** The client's other drafts that are ready, in the register's own currency. */
function waitingOf(drafting: Drafting, draft: Draft): number {
  return drafting.drafts
    .filter((one) => one.ready && one.number === '' && one.client === draft.client && one.id !== draft.id)
    .map((one) => checkedDraftOf(drafting, one))
    .filter(({ currency }) => currency === drafting.register.settings.currency)
    .reduce(
      (sum, { draft: one, totals }) => sum + (one.type === 'creditNote' ? -1 : 1) * (totals?.totalMinor ?? 0),
      0,
    );
}
