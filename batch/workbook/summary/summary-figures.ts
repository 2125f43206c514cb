/** Every key figure, with its change in a week and in a month. */
import type { Receivables } from '../../answers/report.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { FIGURES, type FigureWords, figureNumber } from '../sheets/figures.ts';
import { headerStyle } from '../style.ts';
import type { PlacedTable } from '../table/table-sheet.ts';
import { LABELS, NO_FIGURE, say } from '../words.ts';
import type { Content } from '../xlsx/page.ts';
import { leftStyle, ROW_HEIGHT, rightStyle, shareOf, sumOf } from './summary-cells.ts';
import {
  type Compared,
  changeSince,
  changeStyle,
  comparedAmount,
  comparedDays,
  comparedShare,
} from './summary-change.ts';
import { addressOf, type Cursor, cellOf, heading, nextRow } from './summary-grid.ts';

const WORDS = {
  figures: { fr: 'Chiffres clés', en: 'Key figures' },
  measure: { fr: 'Mesure', en: 'Measure' },
  today: { fr: 'À ce jour', en: 'Today' },
  week: { fr: 'Sur 7 jours', en: 'In 7 days' },
  month: { fr: 'Sur un mois', en: 'In a month' },
  points: { fr: ' pt', en: ' pp' },
  days: { fr: '{label}, en jours', en: '{label}, days' },
} as const;

const LABEL_COLUMNS = 11;
const VALUE_COLUMNS = 4;
const SHOWN_FIGURES = FIGURES.slice(0, 7); // the others stand on the DSO sheet

const AMOUNTS = [
  { key: 'open', rise: 'neutral' },
  { key: 'overdue', rise: 'bad' },
  { key: 'notDue', rise: 'neutral' },
  { key: 'unapplied', rise: 'neutral' },
  { key: 'balance', rise: 'neutral' },
  { key: 'disputed', rise: 'bad' },
] as const;

export function putKeyFigures(cursor: Cursor, part: CurrencyPart, ageing: readonly PlacedTable[]): void {
  const { language } = part.draft;
  heading(cursor, say(WORDS.figures, language));
  nextRow(cursor, 21);
  cellOf(cursor, 0, LABEL_COLUMNS, say(WORDS.measure, language), headerStyle('left'));
  (['today', 'week', 'month'] as const).forEach((key, at) => {
    cellOf(cursor, valueColumn(at), VALUE_COLUMNS, say(WORDS[key], language), headerStyle('right'));
  });
  nextRow(cursor, ROW_HEIGHT);
  putAmounts(cursor, part, ageing);
  for (const figure of SHOWN_FIGURES) putFigure(cursor, part, figure);
}

function valueColumn(at: number): number {
  return LABEL_COLUMNS + VALUE_COLUMNS * at;
}

function putAmounts(cursor: Cursor, part: CurrencyPart, ageing: readonly PlacedTable[]): void {
  const { answers, draft } = part;
  const { before, currency, receivables } = answers;
  const open = addressOf(cursor, LABEL_COLUMNS);
  const overdue = addressOf(cursor, LABEL_COLUMNS, 1);
  for (const { key, rise } of AMOUNTS) {
    const minor = { today: receivables[key], week: before.week[key], month: before.month[key] };
    const compared = comparedAmount(currency, minor, rise);
    const value = compared.today ?? 0;
    // Not due keeps the due date even where the buckets are by issue date, so it is no column of the ageing sheet.
    const content = key === 'notDue' ? { formula: `${open}-${overdue}`, value } : sumOf(ageing, key, value);
    putCompared(cursor, part, say(LABELS[key], draft.language), compared, content);
  }
  const share = shareOf(
    { part: overdue, whole: open },
    { part: receivables.overdue, whole: receivables.open },
    say(NO_FIGURE, draft.language),
  );
  putCompared(cursor, part, say(LABELS.overdueShare, draft.language), comparedOverdue(part), share);
}

function comparedOverdue({ answers, draft }: CurrencyPart): Compared {
  const { before, receivables } = answers;
  const share = ({ open, overdue }: Receivables): number | null => (open === 0 ? null : overdue / open);
  const shares = { today: share(receivables), week: share(before.week), month: share(before.month) };
  return comparedShare(shares, 'bad', say(WORDS.points, draft.language));
}

function putFigure(cursor: Cursor, part: CurrencyPart, { key, label, rise, unit }: FigureWords): void {
  const { dso, dsoBefore } = part.answers;
  const { language } = part.draft;
  const figures = { today: dso[key], week: dsoBefore.week[key], month: dsoBefore.month[key] };
  const name = say(label, language);
  if (unit === 'days') {
    const compared = comparedDays(figures, rise);
    putCompared(cursor, part, say(WORDS.days, language, { label: name }), compared, compared.today);
    return;
  }
  const shares = {
    today: figureNumber(figures.today, unit),
    week: figureNumber(figures.week, unit),
    month: figureNumber(figures.month, unit),
  };
  const compared = comparedShare(shares, rise, say(WORDS.points, language));
  putCompared(cursor, part, name, compared, compared.today);
}

function putCompared(
  cursor: Cursor,
  part: CurrencyPart,
  label: string,
  compared: Compared,
  today: Content,
): void {
  const nothing = say(NO_FIGURE, part.draft.language);
  cellOf(cursor, 0, LABEL_COLUMNS, label, leftStyle());
  cellOf(cursor, LABEL_COLUMNS, VALUE_COLUMNS, today ?? nothing, rightStyle(compared.format));
  (['week', 'month'] as const).forEach((when, at) => {
    const change = changeSince(compared, when);
    const style = { ...rightStyle('General'), ...changeStyle(compared, change, '') };
    cellOf(cursor, valueColumn(at + 1), VALUE_COLUMNS, change ?? nothing, style);
  });
  nextRow(cursor, ROW_HEIGHT);
}
