/**
 * An import applied: payments of what was ticked, and every movement in the log. Under the lock, from the sheet as it is; known by its
 * movements, so that asked twice, or taken up after a run that was cut short, it stands once.
 */
import { countText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import type { ImportPlan } from '../../../shared/exchange/match/import-plan.ts';
import {
  type Decision,
  type ImportRows,
  importRows,
  type RowTexts,
} from '../../../shared/exchange/match/import-rows.ts';
import type { SealedPayment } from '../../../shared/invoicing/sealed-payments.ts';
import type { BankState } from '../../../shared/register/addon-tables.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { ImportDone, ImportFields } from '../../contract/bank.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { restoreCovered } from '../covered.ts';
import { answered, appendBelow, placeOf, refused, type TabView, textsOf, underLock } from '../frame.ts';
import { sealRecorded } from '../issue/seal-changes.ts';
import { noticesIn } from '../record/drafting.ts';
import { type BankBook, openBankBook } from './bank-book.ts';
import { sheetRows } from './bank-cells.ts';
import { checkDecisions } from './bank-decisions.ts';
import { keepBankProfiles } from './bank-profiles.ts';
import { appendPayments } from './below.ts';
import { changeLog, type LogChange, standingRows } from './log-changes.ts';
import { mendLeftOver } from './mend-payments.ts';

export function applyBank(world: World, fields: ImportFields): Answer<ImportDone> {
  return underLock(world, () => {
    mendLeftOver(world);
    const book = openBankBook(world, fields.statements);
    if (!book.ok) return book;
    const { language, ledger, plan, waiting } = book.value;
    const { byKey, notices } = checkDecisions(fields.decisions, [plan, waiting], ledger);
    if (notices.length > 0) return refused(NOT_APPLIED[language], noticesIn(notices, language));
    const rows = importRows(onlyDecided(plan, byKey), ledger.register, byKey);
    const later = importRows(settled(waiting, byKey), ledger.register, byKey);
    if (hasChanged(world, book.value)) return refused(CHANGED_MEANWHILE[language]);
    writeAll(world, book.value, rows, later);
    const done = doneOf(plan, rows, later, language);
    const kept = keepBankProfiles(world, fields.profiles, book.value.profiles);
    return answered({ ...done, text: [done.text, ...kept].join(' ') });
  });
}

/**
 * Whether payments or movements stand in the sheet that did not when it was read: written by a command through Google's API, which knows
 * no lock. Two calls, right before writing.
 */
function hasChanged(world: World, { bank, payments }: BankBook): boolean {
  return [[payments, 'id'] as const, [bank, 'key'] as const].some(([view, key]) => {
    const before = textsOf(view, key);
    const known = new Set(before);
    const now = world.sheet
      .readColumn(view.tab, placeOf(view, key) + 1)
      .slice(1)
      .map((cell) => readText(cell));
    const count = (texts: readonly string[]): number => texts.filter((text) => text !== '').length;
    return count(now) > count(before) || now.some((text) => !known.has(text) && text !== '');
  });
}

/** Nothing is applied that nobody ticked: what has become certain since it was shown waits for its turn. */
function onlyDecided({ importId, movements }: ImportPlan, byKey: ReadonlyMap<string, Decision>): ImportPlan {
  const asked = movements.map((one) =>
    one.decision === 'apply' && !byKey.has(one.key) ? { ...one, decision: 'ask' as const } : one,
  );
  return { importId, movements: asked };
}

/** What earlier imports left, where it is decided now, or was paid already by a run that was cut short. */
function settled({ importId, movements }: ImportPlan, byKey: ReadonlyMap<string, Decision>): ImportPlan {
  return {
    importId,
    movements: movements.filter(({ decision, key }) => decision === 'relog' || byKey.has(key)),
  };
}

/** Payments first: a log without its payments would lose them; payments without their log are found again by their ids. */
function writeAll(
  world: World,
  { bank, language, payments }: BankBook,
  rows: ImportRows,
  later: ImportRows,
): void {
  const paid = [...rows.payments, ...later.payments];
  appendPayments(world, payments, sheetRows('payments', paid, language));
  append(world, bank, sheetRows('bank', rows.bank, language));
  const standing = standingRows(bank, language);
  const changes = later.bank.map((row) => [standing.get(row.key) ?? 0, changeOf(row)] as const);
  changeLog(world, bank, new Map(changes.filter(([row]) => row > 0)));
  if (paid.length > 0) sealRecorded(world, paid.map(sealedOf));
}

function append(world: World, bank: TabView, rows: ReturnType<typeof sheetRows>): void {
  const first = appendBelow(world, bank, rows); // all or none of them
  restoreCovered(world, bank, 'key', first, rows);
}

function changeOf({ client, payments, state }: RowTexts): LogChange {
  return { client, payments, state: STATES.find((one) => one === state) ?? 'open' };
}

const STATES: readonly BankState[] = ['applied', 'unapplied', 'ignored'];

/** As the chain keeps it: what the row says, read back. */
function sealedOf({ amount, client, currency, date, id, invoice }: RowTexts): SealedPayment {
  return { amount, client, currency, date, id, invoice };
}

function doneOf(
  { importId }: ImportPlan,
  rows: ImportRows,
  later: ImportRows,
  language: Language,
): ImportDone {
  const all = [...rows.bank, ...later.bank].map(({ state }) => state);
  if (all.length === 0) return { importId: '', text: said(ALREADY, language) };
  const count = (states: readonly string[]): number => all.filter((state) => states.includes(state)).length;
  const [paid, open] = [count(['applied', 'unapplied']), count(['open'])];
  const words = {
    fr: `${countText(paid, 'encaissement enregistré', 'encaissements enregistrés', 'fr')}, ${open} à décider, ${count(['ignored'])} hors clients.`,
    en: `${countText(paid, 'receipt recorded', 'receipts recorded', 'en')}, ${open} to decide, ${count(['ignored'])} of no client.`,
  };
  return { importId: rows.bank.length > 0 ? importId : '', text: said(words, language) };
}

function said(words: { readonly fr: string; readonly en: string }, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

const NOT_APPLIED = {
  fr: 'Rien n’est importé : le registre ou vos choix ne le permettent pas.',
  en: 'Nothing is imported: the register or your choices do not allow it.',
} as const;
const CHANGED_MEANWHILE = {
  fr: 'Des règlements ou des mouvements viennent d’être écrits d’ailleurs : rien n’est importé. Recommencez dans un instant.',
  en: 'Payments or movements have just been written from elsewhere: nothing is imported. Try again in a moment.',
} as const;
const ALREADY = {
  fr: 'Tout était déjà importé : rien n’a été ajouté.',
  en: 'All of it was imported already: nothing was added.',
} as const;
