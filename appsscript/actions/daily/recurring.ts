/** Recurring invoices: each period that has begun becomes a draft of its own, once, with the subscription's lines. */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import {
  type DuePeriods,
  duePeriods,
  type Recurring,
  readRecurring,
} from '../../../shared/invoicing/recurring.ts';
import { readChoice } from '../../../shared/register/cell-choices.ts';
import { readText } from '../../../shared/register/cells.ts';
import { YES_NO_CHOICES } from '../../../shared/register/tables.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendRows,
  choiceText,
  placeOf,
  type Row,
  readRegisterOf,
  rowsByText,
  type TabView,
  tableOf,
  textOf,
  textsOf,
  underLock,
} from '../frame.ts';
import { draftReadingOf } from '../record/drafting.ts';
import { writeRows } from '../record/write-rows.ts';

/**
 * Makes the drafts that are due. A period's draft has its id from the subscription and the day: a run that died after writing it writes
 * it no second time.
 * @returns the ids of all drafts of subscriptions that are ready, whether this run made them or an earlier one
 */
export function draftRecurring(world: World): Answer<readonly string[]> {
  return underLock(world, (): Answer<readonly string[]> => {
    const recurring = tableOf(world, 'recurring');
    if (!recurring.ok) return recurring;
    if (recurring.value.grid.length < 2) return answered([]);
    const drafts = tableOf(world, 'drafts');
    const lines = tableOf(world, 'lines');
    if (!drafts.ok) return drafts;
    if (!lines.ok) return lines;
    const { settings } = readRegisterOf(world, ['settings']).register;
    const reading = draftReadingOf(settings, world.sheet.locale);
    const { day } = world.now();
    const due = readRecurring(recurring.value.grid, reading)
      .recurring.map((one) => ({ one, ...duePeriods(one, day) }))
      .filter(({ periods }) => periods.length > 0);
    const made = due.flatMap(({ one, periods }) => periods.map((period) => ({ one, period })));
    writeLines(
      world,
      lines.value,
      made.map(({ one, period }) => ({ from: one.id, to: period.draft })),
    );
    const there = new Set(textsOf(drafts.value, 'id'));
    const fresh = made.filter(({ period }) => !there.has(period.draft));
    appendRows(
      world,
      drafts.value,
      fresh.map(({ one, period }) => draftRow(world, one, period)),
    );
    world.sheet.flush();
    moveOn(world, recurring.value, due);
    return answered([...waitingDrafts(drafts.value), ...fresh.map(({ period }) => period.draft)]);
  });
}

type Due = { readonly one: Recurring } & DuePeriods;

/** The next period of each, beside its id as it stands now. */
function moveOn(world: World, view: TabView, due: readonly Due[]): void {
  if (due.length === 0) return;
  const ids = world.sheet.readColumn('recurring', placeOf(view, 'id') + 1).map(readText);
  const rows = due.flatMap(({ one, next, periods }) => {
    const row = ids.indexOf(one.id) + 1;
    const isOnce = row > 1 && ids.lastIndexOf(one.id) === row - 1;
    const values = { next: serialOfDay(next), lastDraft: periods[periods.length - 1].draft };
    return isOnce ? [{ row, values }] : [];
  });
  writeRows(world, view, rows);
}

/** Drafts of subscriptions that earlier runs made and nobody issued or held back. */
function waitingDrafts(view: TabView): readonly string[] {
  return textsOf(view, 'id').filter((id, index) => {
    const text = (key: string): string => textOf(view, index + 2, key);
    const ready = readChoice(text('ready'), YES_NO_CHOICES);
    return (
      id !== '' && text('recurring') !== '' && text('number') === '' && ready.ok && ready.value === 'yes'
    );
  });
}

/** Lines stand before their draft does: a draft without lines is refused, lines without a draft harm nobody. */
function writeLines(
  world: World,
  view: TabView,
  copies: readonly { readonly from: string; readonly to: string }[],
): void {
  const rows = rowsByText(view, 'invoice');
  const copied = copies
    .filter(({ to }) => !rows.has(to))
    .flatMap(({ from, to }) => (rows.get(from) ?? []).map((row) => lineCopy(view, row, to)));
  appendRows(world, view, copied);
  world.sheet.flush();
}

function lineCopy(view: TabView, row: number, invoice: string): Row {
  const cells = view.grid[row - 1];
  const copy = Array.from(view.places, ([key, place]) => [key, cells[place] ?? null] as const);
  return { ...Object.fromEntries(copy), invoice };
}

function draftRow(
  world: World,
  one: Recurring,
  period: { readonly day: number; readonly draft: string },
): Row {
  const { language } = world.sheet;
  return {
    id: period.draft,
    client: one.client,
    type: choiceText('drafts', 'type', 'invoice', language),
    serviceDate: serialOfDay(period.day),
    reference: one.reference,
    notes: one.notes,
    ready: choiceText('drafts', 'ready', 'yes', language),
    recurring: one.id,
  };
}
