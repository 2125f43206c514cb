/** A history brought along from another tool: shown before anything is written, then written whole, unsealed and marked so. */
import { countText, moneyText } from '../../../shared/base/numbers-text.ts';
import { problemText } from '../../../shared/base/problem-words.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import type { OpeningFields, OpeningView } from '../../contract/opening.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { restoreCovered } from '../covered.ts';
import { answered, appendBelow, refused, type TabView, underLock } from '../frame.ts';
import { sheetRows } from './bank-cells.ts';
import { type OpeningPlan, openingSums, planOpening } from './opening-plan.ts';

/** Nothing is written. */
export function viewOpening(world: World, fields: OpeningFields): Answer<OpeningView> {
  const plan = planOpening(world, fields);
  return plan.ok ? answered(viewOf(plan.value, fields, PLANNED, world.sheet.language)) : plan;
}

/**
 * Payments first: their invoices are looked for again by a run that takes this one up, and each is known by its id or number. Asked twice it
 * is written once; numbers that are there are never written over.
 */
export function applyOpening(world: World, fields: OpeningFields): Answer<{ readonly text: string }> {
  return underLock(world, () => {
    const { language } = world.sheet;
    const planned = planOpening(world, fields);
    if (!planned.ok) return planned;
    const { paid, payments, rows, view } = planned.value;
    const { problems, text } = viewOf(planned.value, fields, WRITTEN, language);
    if (problems.length > 0) {
      const notices = problems.map((one) => ({ field: '', severity: 'error' as const, text: one }));
      return refused(said(NOT_WRITTEN, language), notices);
    }
    append(world, payments, 'payments', 'id', paid, language);
    if (fields.table !== 'payments') {
      append(world, view, fields.table, fields.table === 'clients' ? 'code' : 'number', rows, language);
    }
    return answered({ text });
  });
}

function append(
  world: World,
  view: TabView,
  table: OpeningFields['table'],
  key: string,
  rows: OpeningPlan['rows'],
  language: Language,
): void {
  const cells = sheetRows(table, rows, language);
  restoreCovered(world, view, key, appendBelow(world, view, cells), cells);
}

const MOST_PROBLEMS = 20;

function viewOf(
  plan: OpeningPlan,
  { table }: OpeningFields,
  words: Counted,
  language: Language,
): OpeningView {
  const { known, paid, read, register, rows } = plan;
  const { currency } = register.settings;
  const problems = read.problems
    .slice(0, MOST_PROBLEMS)
    .map((one) => problemText(one, language, { table: TABLES[table].title[language], header: one.header }));
  const count = table === 'payments' ? paid.length : rows.length;
  const [before, after] = openingSums(plan);
  const sum = (minor: number): string => moneyText(minor, currency, language);
  const settled = table === 'invoices' ? paid.length : 0;
  return {
    rows: count,
    text: said(textOf(count, settled, known, words), language),
    sums: [
      { label: said({ fr: 'Reste dû avant', en: 'Open before' }, language), text: sum(before) },
      { label: said({ fr: 'Reste dû après', en: 'Open after' }, language), text: sum(after) },
    ],
    problems,
    more: read.problems.length - problems.length,
  };
}

type Counted = Readonly<Record<Language, readonly [one: string, many: string]>>;

const PLANNED: Counted = {
  fr: ['ligne à reprendre', 'lignes à reprendre'],
  en: ['row to bring along', 'rows to bring along'],
};
const WRITTEN: Counted = {
  fr: ['ligne reprise', 'lignes reprises'],
  en: ['row brought along', 'rows brought along'],
};

function textOf(
  count: number,
  settled: number,
  known: number,
  words: Counted,
): Readonly<Record<Language, string>> {
  const before = (language: Language, one: string, many: string): string =>
    settled > 0 ? `, ${countText(settled, one, many, language)}` : '';
  return {
    fr: `${countText(count, ...words.fr, 'fr')}${before('fr', 'règlement antérieur', 'règlements antérieurs')}, ${known} déjà dans le registre.`,
    en: `${countText(count, ...words.en, 'en')}${before('en', 'earlier payment', 'earlier payments')}, ${known} in the register already.`,
  };
}

function said(words: Readonly<Record<Language, string>>, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

const NOT_WRITTEN = {
  fr: 'Rien n’est repris : corrigez ces lignes dans le fichier, ou changez de colonne.',
  en: 'Nothing is brought along: mend these rows in the file, or choose another column.',
} as const;
