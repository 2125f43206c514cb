/** The five things to do this week, each with its amount and the way to it. */
import { currencyDigits, decimalNumber } from '../../../shared/base/money.ts';
import type { Priority } from '../../../shared/insight/priorities.ts';
import { firstFive } from '../../answers/first-five.ts';
import { type ActPlaces, actLink } from '../act-place.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { moneyFormat } from '../formats.ts';
import { bodyStyle, GOOD, GREY, LINK_FONT, proseStyle } from '../style.ts';
import { clippedTo, wrappedLines } from '../table/text-width.ts';
import { say } from '../words.ts';
import { linesHeight } from '../xlsx/page.ts';
import { ROW_HEIGHT, rightStyle } from './summary-cells.ts';
import { addressOf, type Cursor, cellOf, GRID_COLUMNS, gridWidth, heading, nextRow } from './summary-grid.ts';

const FIRST = { fr: 'À faire cette semaine', en: 'What to do this week' };
const NOTHING = { fr: 'Rien ne presse cette semaine.', en: 'Nothing is urgent this week.' };
const SEE = { fr: 'voir', en: 'see' };

const MOST_LINES = 3; // of one sentence
const TEXT_COLUMNS = 17;
const AMOUNT_COLUMN = 18;
const LINK_COLUMN = 21;
const SAFETY = 6; // digits: a line too many looks better than one too few

/** The few acts that bring in or protect the most money, most urgent first. */
export function putPriorities(cursor: Cursor, part: CurrencyPart, places: ActPlaces): void {
  const { answers, draft } = part;
  const { language } = draft;
  heading(cursor, say(FIRST, language));
  nextRow(cursor, 21);
  const format = moneyFormat(answers.currency, language, currencyDigits(answers.currency));
  const acts = firstFive(answers.priorities);
  acts.forEach((act, at) => {
    const { amount, text } = act;
    const sentence = clippedTo(text[language], MOST_LINES * gridWidth(TEXT_COLUMNS));
    const figure = amount === null ? null : decimalNumber(amount, answers.currency);
    cellOf(cursor, 0, 1, at + 1, bodyStyle('0', { horizontal: 'center', vertical: 'middle' }, GREY));
    cellOf(cursor, 1, TEXT_COLUMNS, sentence, bodyStyle('General', { wrapText: true, vertical: 'middle' }));
    cellOf(cursor, AMOUNT_COLUMN, LINK_COLUMN - AMOUNT_COLUMN, figure, rightStyle(format));
    putLink(cursor, act, part, places);
    nextRow(cursor, linesHeight(wrappedLines(sentence, gridWidth(TEXT_COLUMNS) - SAFETY), 5));
  });
  if (acts.length > 0) return;
  cellOf(cursor, 0, GRID_COLUMNS, say(NOTHING, language), proseStyle(GOOD));
  nextRow(cursor, ROW_HEIGHT);
}

function putLink(cursor: Cursor, act: Priority, part: CurrencyPart, places: ActPlaces): void {
  const link = actLink(addressOf(cursor, LINK_COLUMN), act, part, places);
  const style = rightStyle('General');
  const columns = GRID_COLUMNS - LINK_COLUMN;
  if (link === null) {
    cellOf(cursor, LINK_COLUMN, columns, null, style);
    return;
  }
  cellOf(cursor, LINK_COLUMN, columns, say(SEE, part.draft.language), { ...style, font: LINK_FONT });
  cursor.page.links.push(link);
}
