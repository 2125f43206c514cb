/**
 * Sealing: under the lock, the drafts asked for become numbers in one write of whole rows. There is no counter: a number exists when its
 * row does. What the seal's row implies elsewhere (`heal.ts`) can always be made again from it.
 */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { parseCivilDate } from '../../../shared/base/civil-date.ts';
import {
  type CheckedDraft,
  checkDraft,
  type IssueContext,
  snapshotOf,
} from '../../../shared/invoicing/draft.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import {
  DEFAULT_FORMATS,
  nextNumber,
  parseNumberFormat,
  type TakenNumber,
  takenBySeals,
} from '../../../shared/invoicing/numbering.ts';
import type { Draft } from '../../../shared/invoicing/read-drafts.ts';
import { type ChainHead, genesisHead, type SealRow, sealNext } from '../../../shared/invoicing/seal.ts';
import { snapshotText } from '../../../shared/invoicing/snapshot-text.ts';
import type { World } from '../../world.ts';
import { textsOf } from '../frame.ts';
import { issueContextOf } from '../record/drafting.ts';
import type { Book } from './book.ts';

/** What becomes of the drafts asked for. */
export type Sealing = {
  readonly rows: readonly SealRow[]; // new in the chain
  readonly refused: readonly { readonly draft: string; readonly notices: readonly CheckNotice[] }[];
};

/** Numbers and seals what may be issued, oldest issue date first. Nothing is written yet. @param send whether they are to be mailed */
export function sealingOf(world: World, book: Book, ids: readonly string[], send: boolean): Sealing {
  const asked = Array.from(new Set(ids));
  const known = asked.flatMap((id) => book.drafting.drafts.filter((draft) => draft.id === id).slice(0, 1));
  const refused = asked
    .filter((id) => !known.some((draft) => draft.id === id))
    .map((draft) => ({ draft, notices: [unknownDraft(draft)] }));
  const issued = new Set(book.sealed.map(({ draft }) => draft));
  const today = world.now();
  const rows: SealRow[] = [];
  const taken = takenNumbers(book);
  const credited = creditedBeside(book);
  let head: ChainHead = book.head ?? genesisHead(world.sheet.id, world.token());
  for (const draft of inOrder(known, today.day)) {
    if (issued.has(draft.id)) continue; // issued before: asking twice issues once
    const context = contextOf(book, draft, credited);
    const checked = checkDraft(draft, context);
    const numbered = numberOf(book, checked, taken);
    if (!checked.canIssue || typeof numbered !== 'string') {
      const own = typeof numbered === 'string' ? [] : [numbered];
      refused.push({ draft: draft.id, notices: [...checked.notices, ...own] });
      continue;
    }
    const snapshot = {
      ...snapshotOf(checked, context, numbered),
      ...(send ? {} : { delivery: 'none' }),
    };
    const content = { number: numbered, at: today.instant, snapshotText: snapshotText(snapshot) };
    const row = sealNext(head, { ...content, type: draft.type === 'creditNote' ? 'CREDIT' : 'ISSUE' });
    rows.push(row);
    head = row;
    taken.push({ number: numbered, issueDay: checked.issueDay });
    if (draft.type === 'creditNote') addCredit(credited, snapshot.corrects, Number(snapshot.totalMinor));
  }
  return { rows, refused };
}

/** Credit, by the invoice it corrects, that the invoices tab does not show yet: sealed by a run that was cut short. */
function creditedBeside(book: Book): Map<string, number> {
  const credited = new Map<string, number>();
  const shown = new Set(textsOf(book.invoices, 'number'));
  for (const one of book.sealed) {
    if (!one.isCreditNote || shown.has(one.number)) continue;
    addCredit(credited, one.snapshot.corrects, Number(one.snapshot.totalMinor));
  }
  return credited;
}

function addCredit(credited: Map<string, number>, invoice: string, minor: number): void {
  credited.set(invoice, (credited.get(invoice) ?? 0) + minor);
}

function contextOf(book: Book, draft: Draft, credited: ReadonlyMap<string, number>): IssueContext {
  const context = issueContextOf(book.drafting, draft);
  const { corrected } = context;
  if (corrected === null) return context;
  const creditable = Math.max(0, corrected.creditable - (credited.get(corrected.number) ?? 0));
  return { ...context, corrected: { ...corrected, creditable } };
}

function inOrder(drafts: readonly Draft[], today: DayNumber): readonly Draft[] {
  return [...drafts].sort((a, b) => (a.issueDay ?? today) - (b.issueDay ?? today));
}

function unknownDraft(id: string): CheckNotice {
  return errorOn(
    'id',
    `Le brouillon ${id} n’est plus dans l’onglet Brouillons.`,
    `The draft ${id} is no longer in the Drafts tab.`,
  );
}

/** Numbers the chain has, and those of rows that were never sealed: an older register goes on where it stood. */
function takenNumbers(book: Book): TakenNumber[] {
  const { invoices } = book.register;
  const taken = [...takenBySeals(book.chain)];
  for (let index = 0; index < invoices.count; index++) {
    taken.push({ number: invoices.numberAt(index), issueDay: invoices.issueDay[index] });
  }
  return taken;
}

/** The next number, or what speaks against it. */
function numberOf(book: Book, checked: CheckedDraft, taken: readonly TakenNumber[]): string | CheckNotice {
  const isNote = checked.draft.type === 'creditNote';
  const key = isNote ? 'creditNoteNumberFormat' : 'invoiceNumberFormat';
  const written = book.register.settings.texts.get(key) ?? '';
  const format = parseNumberFormat(
    written === '' ? (isNote ? DEFAULT_FORMATS.creditNote : DEFAULT_FORMATS.invoice) : written,
  );
  if (!format.ok) {
    return errorOn(
      `seller.${key}`,
      `Le format des numéros « ${written} » ne convient pas : écrivez par exemple F{YYYY}-{00000}.`,
      `The number format “${written}” will not do: write F{YYYY}-{00000}, for instance.`,
    );
  }
  const next = nextNumber(format.value, checked.issueDay, taken);
  if (next.ok) return next.number;
  return next.error === 'number/too-long'
    ? errorOn(
        `seller.${key}`,
        'Le numéro dépasserait 35 caractères : raccourcissez le format.',
        'The number would exceed 35 characters: shorten the format.',
      )
    : errorOn(
        'issueDate',
        `La série va déjà jusqu’au ${next.lastDay} (${next.lastNumber}) : une facture ne peut pas être datée d’avant.`,
        `The series already runs to ${next.lastDay} (${next.lastNumber}): no invoice may be dated before.`,
      );
}

/** The day of a text that was checked when it was sealed. */
export function sealedDay(text: string): DayNumber | null {
  const day = parseCivilDate(text);
  return day.ok ? day.value : null;
}
