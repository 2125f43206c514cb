/**
 * Setting up: makes every tab of the register, or completes what an older or hand-made one lacks. Run twice it changes nothing the second
 * time; it moves, renames and erases nothing, whatever it finds.
 */
import type { Cell } from '../../shared/base/problem.ts';
import type { Language, Words } from '../../shared/base/words.ts';
import { registerPlans } from '../../shared/dunning/register-plan.ts';
import { DASHBOARD_CHARTS, dashboardLooks } from '../../shared/register/tabs/dashboard-layout.ts';
import { missingOf } from '../../shared/register/tabs/tab-missing.ts';
import { SCHEMA_VERSION, type TabPlan } from '../../shared/register/tabs/tab-plan.ts';
import { todayLooks } from '../../shared/register/tabs/today-layout.ts';
import type { Answer, SetUpDone } from '../contract.ts';
import type { Builder, Grid, World } from '../world.ts';
import { answered, refused, underLock } from './frame.ts';
import { refreshWhole } from './refresh/whole.ts';

/** The document property that keeps which plan the register was last completed to. */
const SCHEMA_PROPERTY = 'schemaVersion';

type Site = World & { readonly builder: Builder };

const TOO_NEW: Words = {
  fr: 'Ce registre a été mis en place par une version plus récente d’Encaisse\u202f: rien n’a été fait.',
  en: 'This register was set up by a newer version of Encaisse: nothing was done.',
};

/** @param site the world, and what makes tabs */
export function setUp(site: Site): Answer<SetUpDone> {
  const language = site.sheet.language;
  const done = underLock(site, () => {
    const schema = schemaOf(site);
    if (schema > SCHEMA_VERSION) return refused(TOO_NEW[language]);
    const isOlder = schema > 0 && schema < SCHEMA_VERSION;
    const applied = applyPlans(site, registerPlans(language), language, isOlder);
    site.sheet.flush();
    site.properties.write(SCHEMA_PROPERTY, String(SCHEMA_VERSION));
    return answered(applied);
  });
  if (!done.ok) return done;
  site.builder.makeFolder();
  refreshWhole(site); // the dashboard shows its charts at once
  if (done.value.made.length > 0) site.builder.show('dashboard');
  return done;
}

/** 0 where the register was never set up, or by hand. */
function schemaOf(world: World): number {
  return Number(world.properties.read().get(SCHEMA_PROPERTY) ?? 0);
}

function applyPlans(site: Site, plans: readonly TabPlan[], language: Language, isOlder: boolean): SetUpDone {
  const made: string[] = [];
  const completed: string[] = [];
  plans.forEach((plan, position) => {
    const isNew = !site.sheet.has(plan.tab);
    if (isNew) site.builder.make(plan, position);
    const isChanged = applyPlan(site, plan, isNew, isOlder);
    paintBoard(site, plan, language, isOlder);
    if (isNew) made.push(plan.title);
    else if (isChanged) completed.push(plan.title);
  });
  return { made, completed, notices: [] };
}

/**
 * A board is painted while nothing is written on it: a run that was stopped before has it painted by the next one. What an older
 * add-on painted is painted over, once.
 */
function paintBoard(site: Site, plan: TabPlan, language: Language, isOlder: boolean): void {
  if (plan.tab !== 'dashboard' && plan.tab !== 'today') return;
  const looks = plan.tab === 'dashboard' ? dashboardLooks(language) : todayLooks(language);
  if (isOlder || site.sheet.read(plan.tab).length === 0) site.builder.paint(plan, looks);
  if (plan.tab === 'dashboard') site.builder.draw(plan, DASHBOARD_CHARTS, language);
}

/**
 * Headers come last: where Google stops the script before them, the next run finds the columns missing and dresses them anew.
 * @returns whether a column or a row came to the tab
 */
function applyPlan(site: Site, plan: TabPlan, isNew: boolean, isOlder: boolean): boolean {
  const grid: Grid = isNew ? [] : site.sheet.read(plan.tab);
  const { columns, rows, places, width, lastRow } = missingOf(plan, grid);
  const added = new Set(columns.map(({ key }) => key));
  const placed = plan.columns.flatMap((column) => {
    const place = places.get(column.key);
    if (place === undefined) return [];
    const isAdded = added.has(column.key);
    const isDated = isOlder && !isAdded && column.isProtected;
    return [{ plan: column, place: place + 1, isNew: isAdded, isDated }];
  });
  site.builder.widen(plan, Math.max(width, 1));
  site.builder.dress(plan, placed, isNew);
  if (columns.length > 0) {
    const headers: readonly Cell[] = columns.map(({ header }) => header);
    site.sheet.write(plan.tab, 1, width - columns.length + 1, [headers]);
  }
  if (rows.length > 0) site.sheet.write(plan.tab, Math.max(lastRow, 1) + 1, 1, rows);
  return columns.length > 0 || rows.length > 0;
}
