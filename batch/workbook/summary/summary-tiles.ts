/** The four figures a partner asks for first. */

import { numberText, percentText } from '../../../shared/base/numbers-text.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import type { DsoFigures } from '../../../shared/receivables/dso.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { DAYS_FORMAT, moneyFormat, quoted } from '../formats.ts';
import { BAD, fill, font, GREY, INK, NAVY, PALE } from '../style.ts';
import { LABELS, NO_FIGURE, say, WHY_NO_FIGURE } from '../words.ts';
import { type Compared, changeSince, changeStyle, comparedAmount, comparedDays } from './summary-change.ts';
import { type Cursor, cellOf, nextRow } from './summary-grid.ts';

const WORDS = {
  overdueOf: { fr: '{share} de l’encours', en: '{share} of what is open' },
  unapplied: { fr: 'net des sommes non imputées', en: 'net of unapplied sums' },
  dso: { fr: 'DSO par épuisement', en: 'DSO, count-back' },
  dsoUnit: { fr: ' jours', en: ' days' },
  dsoChange: { fr: ' j', en: ' d' },
  best: { fr: 'minimal possible : {best} j', en: 'best possible: {best} d' },
  since: {
    week: { fr: ' sur 7 jours', en: ' in 7 days' },
    month: { fr: ' sur un mois', en: ' in a month' },
  },
} as const;

type Tile = {
  readonly label: string;
  readonly compared: Compared;
  readonly below: string;
  readonly colour: string;
};

const TILE_COLUMNS = 5;
const TILE_STEP = 6;

export function putTiles(cursor: Cursor, part: CurrencyPart): void {
  const tiles = tilesOf(part);
  tiles.forEach((tile, at) => {
    putTile(cursor, tile, at * TILE_STEP, part);
  });
  for (const height of [20, 30, 16, 15, 17]) nextRow(cursor, height);
}

function tilesOf(part: CurrencyPart): readonly Tile[] {
  const { answers, draft } = part;
  const { language } = draft;
  const { open, overdue } = answers.receivables;
  const share =
    open === 0 ? '' : say(WORDS.overdueOf, language, { share: percentText(overdue / open, 1, language) });
  return [
    amountTile(part, 'open', NAVY, ''),
    amountTile(part, 'overdue', overdue > 0 ? BAD : NAVY, share),
    amountTile(part, 'balance', NAVY, say(WORDS.unapplied, language)),
    dsoTile(part),
  ];
}

function amountTile(
  part: CurrencyPart,
  key: 'open' | 'overdue' | 'balance',
  colour: string,
  below: string,
): Tile {
  const { answers, draft } = part;
  const { before, currency, receivables } = answers;
  const minor = { today: receivables[key], week: before.week[key], month: before.month[key] };
  const format = moneyFormat(currency, draft.language, 0);
  const compared = comparedAmount(currency, minor, key === 'overdue' ? 'bad' : 'neutral');
  return {
    label: say(LABELS[key], draft.language),
    compared: { ...compared, format, change: { format, digits: 0, factor: 1 } },
    below,
    colour,
  };
}

function dsoTile({ answers, draft }: CurrencyPart): Tile {
  const { language } = draft;
  const { dso, dsoBefore } = answers;
  const figures = { today: dso.countBack, week: dsoBefore.week.countBack, month: dsoBefore.month.countBack };
  const compared = comparedDays(figures, 'bad');
  return {
    label: say(WORDS.dso, language),
    compared: {
      ...compared,
      format: DAYS_FORMAT + quoted(say(WORDS.dsoUnit, language)),
      change: { ...compared.change, format: DAYS_FORMAT + quoted(say(WORDS.dsoChange, language)) },
    },
    below: belowDso(dso, language),
    colour: NAVY,
  };
}

/** The best it could be, or why there is no DSO. */
function belowDso({ bestPossible, countBack }: DsoFigures, language: Language): string {
  if (countBack.value === null) return say(WHY_NO_FIGURE[countBack.reason], language);
  if (bestPossible.value === null) return '';
  return say(WORDS.best, language, { best: numberText(bestPossible.value, 1, language) });
}

function putTile(cursor: Cursor, tile: Tile, column: number, part: CurrencyPart): void {
  const { language } = part.draft;
  const box = {
    fill: fill(PALE),
    alignment: { vertical: 'middle', horizontal: 'left', indent: 1, shrinkToFit: true },
  } as const;
  const line = (down: number, content: string | number, style: object): void => {
    cellOf(cursor, column, TILE_COLUMNS, content, { ...box, ...style }, down);
  };
  line(0, tile.label, { font: font(9, GREY, { bold: true }) });
  line(1, tile.compared.today ?? say(NO_FIGURE, language), {
    font: font(18, tile.colour, { bold: true }),
    numFmt: tile.compared.format,
  });
  line(2, tile.below, { font: font(9, INK) });
  (['week', 'month'] as const).forEach((when, at) => {
    const change = changeSince(tile.compared, when);
    const since: Words = WORDS.since[when];
    const style = changeStyle(tile.compared, change, say(since, language));
    line(3 + at, change ?? '', style);
  });
}
