/** What a tab shows by itself: rows coloured by their state, and a warning before what the add-on writes is edited. */
import { ruleFormula, type TabPlan } from '../../shared/register/tabs/tab-plan.ts';
import type { PlacedColumn } from '../world.ts';
import { runs } from './column-dress.ts';
import { columnLetters } from './sheet.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Adds the colour rules that the tab lacks; a rule is known by its formula. */
export function colourRows(sheet: Tab, plan: TabPlan, columns: readonly PlacedColumn[]): void {
  const places = new Map(columns.map(({ plan: column, place }) => [column.key, place]));
  const letterOf = (key: string): string | null => {
    const place = places.get(key);
    return place === undefined ? null : columnLetters(place);
  };
  const there = sheet.getConditionalFormatRules();
  const known = there.flatMap((rule) => rule.getBooleanCondition()?.getCriteriaValues() ?? []);
  const added: Rule[] = [];
  for (const rule of plan.rules) {
    const formula = ruleFormula(rule, letterOf);
    if (formula === null || known.includes(formula)) continue;
    const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula);
    if (rule.background !== '') builder.setBackground(rule.background);
    if (rule.colour !== '') builder.setFontColor(rule.colour);
    added.push(builder.setRanges(coloured(sheet, rule.columns, columns)).build());
  }
  if (added.length > 0) sheet.setConditionalFormatRules([...there, ...added]);
}

function coloured(sheet: Tab, keys: readonly string[], columns: readonly PlacedColumn[]): Range[] {
  if (keys.length === 0) {
    const last = Math.max(...columns.map(({ place }) => place));
    return [sheet.getRange(`A2:${columnLetters(last)}`)];
  }
  return runs(columns.filter(({ plan }) => keys.includes(plan.key))).map(([from, to]) =>
    sheet.getRange(`${columnLetters(from.place)}2:${columnLetters(to.place)}`),
  );
}

const MARK = 'Encaisse';

/**
 * A warning, never a refusal: the owner of a spreadsheet is never kept out of it, and whoever may issue may also edit by hand. What was
 * changed after issuing is found by the chain of seals.
 */
export function warnOnEdit(sheet: Tab, plan: TabPlan, columns: readonly PlacedColumn[]): void {
  if (plan.isProtected) {
    const there = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
    if (!there.some(isOurs)) mark(sheet.protect());
    return;
  }
  const guarded = columns.filter((column) => column.plan.isProtected);
  if (guarded.length === 0) return;
  const ranges = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).filter(isOurs);
  const covered = ranges.map((protection) => protection.getRange());
  const bare = guarded.filter(
    ({ place }) => !covered.some((range) => range.getColumn() <= place && place <= range.getLastColumn()),
  );
  for (const [from, to] of runs(bare)) {
    const letters = `${columnLetters(from.place)}2:${columnLetters(to.place)}`;
    mark(sheet.getRange(letters).protect());
  }
}

function isOurs(protection: Protection): boolean {
  return protection.getDescription() === MARK;
}

function mark(protection: Protection): void {
  protection.setDescription(MARK).setWarningOnly(true);
}
