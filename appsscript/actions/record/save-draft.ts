/** Saves a draft by its id: saving twice saves once, and nobody ever sees a draft that is ready with only some of its lines. */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import type { CheckedDraft } from '../../../shared/invoicing/draft.ts';
import type { Answer, DraftFields, DraftView } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendRows,
  choiceText,
  findRow,
  type Refusal,
  type Row,
  refused,
  rowsWith,
  type TabView,
  tableOf,
  textOf,
  underLock,
  writeCells,
} from '../frame.ts';
import { checkedDraftOf, draftReadingOf, draftViewOf, noticesIn, openDrafting } from './drafting.ts';
import { writeRows } from './write-rows.ts';
import { draftOfFields } from './written-draft.ts';

const UNREAD: Words = {
  fr: 'Rien n’est enregistré : corrigez d’abord ce qui ne se lit pas.',
  en: 'Nothing is saved: correct first what cannot be read.',
};
const NO_CLIENT: Words = {
  fr: 'Rien n’est enregistré : choisissez un client.',
  en: 'Nothing is saved: choose a client.',
};
const ISSUED: Words = {
  fr: 'Ce brouillon est déjà émis sous le n° {} : une facture émise ne change plus, un avoir la corrige.',
  en: 'This draft is issued already, as {}: an issued invoice does not change, a credit note corrects it.',
};
const TWICE: Words = {
  fr: 'Deux lignes de l’onglet Brouillons portent cet identifiant : rien n’est enregistré. Changez l’un des deux.',
  en: 'Two rows of the Drafts tab share this id: nothing is saved. Change one of them.',
};

const COMPLETE: Words = { fr: 'Complet', en: 'Complete' };

/** An incomplete draft is saved as it is, with what it lacks; only what cannot be read is refused. */
export function saveDraftAction(world: World, fields: DraftFields): Answer<DraftView> {
  const drafting = openDrafting(world);
  const { language } = drafting;
  const draft = draftOfFields(fields, draftReadingOf(drafting.register.settings, world.sheet.locale));
  const checked = checkedDraftOf(drafting, draft);
  if (draft.notices.length > 0) return refused(UNREAD[language], noticesIn(draft.notices, language));
  if (!drafting.register.clients.some(({ code }) => code === draft.client)) {
    return refused(
      NO_CLIENT[language],
      noticesIn(checked.notices, language).filter(({ field }) => field === 'client'),
    );
  }
  return underLock(world, () => {
    const refusal = writeDraft(world, checked, language);
    return refusal ?? answered(draftViewOf(drafting, checked));
  });
}

/** Lines first, their draft last; a draft that was ready is not while its lines change. */
function writeDraft(world: World, checked: CheckedDraft, language: Language): Refusal | null {
  const drafts = tableOf(world, 'drafts');
  if (!drafts.ok) return drafts;
  const lines = tableOf(world, 'lines');
  if (!lines.ok) return lines;
  const { id } = checked.draft;
  const rows = rowsWith(drafts.value, 'id', id);
  if (rows.length > 1) return refused(TWICE[language]);
  const number = rows.length === 0 ? '' : textOf(drafts.value, rows[0], 'number');
  if (number !== '') return refused(ISSUED[language].replace('{}', number));
  if (rows.length === 1) {
    writeCells(world, drafts.value, rows[0], { ready: yesNo(false, language) });
    world.sheet.flush();
  }
  writeLines(world, lines.value, checked);
  world.sheet.flush();
  return writeHead(world, drafts.value, rows.length === 1, checked, language);
}

/** The draft's rows are used again in their order; what is left of them is emptied, what is missing comes below. */
function writeLines(world: World, view: TabView, { draft }: CheckedDraft): void {
  const rows = rowsWith(view, 'invoice', draft.id);
  const cells = draft.lines.map((line, index) => ({
    invoice: draft.id,
    position: index + 1,
    description: line.description,
    quantity: numberCell(line.quantity),
    unit: line.unit,
    unitPrice: numberCell(line.unitPrice),
    discountPercent: numberCell(line.discountPercent),
    vatRate: numberCell(line.vatRate),
    vatCategory: line.vatCategory,
    net: null,
  }));
  const kept = rows.map((row, index) => ({ row, values: cells[index] ?? EMPTY_LINE }));
  if (kept.length > 0) writeRows(world, view, kept);
  appendRows(world, view, cells.slice(rows.length));
}

const EMPTY_LINE: Row = {
  invoice: null,
  position: null,
  description: null,
  quantity: null,
  unit: null,
  unitPrice: null,
  discountPercent: null,
  vatRate: null,
  vatCategory: null,
  net: null,
};

function writeHead(
  world: World,
  view: TabView,
  isKnown: boolean,
  checked: CheckedDraft,
  language: Language,
): Refusal | null {
  const cells = headCells(checked, language);
  if (!isKnown) {
    appendRows(world, view, [cells]);
    return null;
  }
  const row = findRow(world, view, 'id', checked.draft.id);
  if (row === 0) return refused(TWICE[language]);
  writeCells(world, view, row, cells);
  return null;
}

function headCells({ draft, totals, currency, notices }: CheckedDraft, language: Language): Row {
  const amount = (minor: number | undefined): Cell =>
    minor === undefined ? null : decimalNumber(minor, currency);
  const errors = notices.filter(({ severity }) => severity === 'error').map(({ words }) => words[language]);
  return {
    id: draft.id,
    client: draft.client,
    type: choiceText('drafts', 'type', draft.type, language),
    issueDate: dayCell(draft.issueDay),
    dueDate: dayCell(draft.dueDay),
    currency,
    corrects: draft.corrects,
    reference: draft.reference,
    serviceDate: dayCell(draft.serviceDay),
    deliveryAddress: draft.deliveryAddress,
    notes: draft.notes,
    ready: yesNo(draft.ready, language),
    net: amount(totals?.netMinor),
    vat: amount(totals?.vatMinor),
    total: amount(totals?.totalMinor),
    check: errors.length === 0 ? COMPLETE[language] : errors.join(' ').slice(0, 1000),
  };
}

function yesNo(is: boolean, language: Language): string {
  return choiceText('drafts', 'ready', is ? 'yes' : 'no', language);
}

function dayCell(day: number | null): Cell {
  return day === null ? null : serialOfDay(day);
}

function numberCell(text: string): Cell {
  return text === '' ? null : Number(text);
}
