/** What to do first. */
import { currencyDigits, decimalNumber } from '../../shared/base/money.ts';
import type { CurrencyPart } from './currency-part.ts';
import { moneyFormat } from './formats.ts';
import { linesHeight } from './page.ts';
import { bodyStyle, GOOD, GREY, proseStyle } from './style.ts';
import { ROW_HEIGHT, rightStyle } from './summary-cells.ts';
import { type Cursor, cellOf, GRID_COLUMNS, gridWidth, heading, nextRow } from './summary-grid.ts';
import { clippedTo, wrappedLines } from './text-width.ts';
import { say } from './words.ts';

const FIRST = { fr: 'À faire en premier', en: 'What to do first' };
const NOTHING = { fr: 'Rien ne presse cette semaine.', en: 'Nothing is urgent this week.' };

const MOST_LINES = 3; // of one sentence
const TEXT_COLUMNS = 18;
const SAFETY = 6; // digits: a line too many looks better than one too few

/** The few acts that bring in or protect the most money, most urgent first. */
export function putPriorities(cursor: Cursor, part: CurrencyPart): void {
  const { answers, draft } = part;
  const { language } = draft;
  heading(cursor, say(FIRST, language));
  nextRow(cursor, 21);
  const format = moneyFormat(answers.currency, language, currencyDigits(answers.currency));
  answers.priorities.forEach(({ text, amount }, at) => {
    const sentence = clippedTo(text[language], MOST_LINES * gridWidth(TEXT_COLUMNS));
    cellOf(cursor, 0, 1, at + 1, bodyStyle('0', { horizontal: 'center', vertical: 'middle' }, GREY));
    cellOf(cursor, 1, TEXT_COLUMNS, sentence, bodyStyle('General', { wrapText: true, vertical: 'middle' }));
    cellOf(
      cursor,
      19,
      4,
      amount === null ? null : decimalNumber(amount, answers.currency),
      rightStyle(format),
    );
    nextRow(cursor, linesHeight(wrappedLines(sentence, gridWidth(TEXT_COLUMNS) - SAFETY), 5));
  });
  if (answers.priorities.length > 0) return;
  cellOf(cursor, 0, GRID_COLUMNS, say(NOTHING, language), proseStyle(GOOD));
  nextRow(cursor, ROW_HEIGHT);
}
