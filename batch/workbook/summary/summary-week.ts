/** What has changed, in plain sentences. */
import { dayText } from '../../../shared/base/numbers-text.ts';
import { partSentences } from '../../answers/week-sentences.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { proseStyle } from '../style.ts';
import { clippedTo, wrappedLines } from '../table/text-width.ts';
import { say } from '../words.ts';
import { cleanText } from '../xlsx/cell-text.ts';
import { linesHeight } from '../xlsx/page.ts';
import { type Cursor, cellOf, GRID_COLUMNS, gap, gridWidth, heading, nextRow } from './summary-grid.ts';

const CHANGED = {
  fr: 'Ce qui a changé depuis le {day}',
  en: 'What has changed since {day}',
};
const KEPT = {
  fr: 'Ce qui a changé depuis le rapport du {day}',
  en: 'What has changed since the report of {day}',
};

const MOST_LINES = 3; // of one sentence
const SAFETY = 8; // digits: a line too many looks better than one too few

/** Writes nothing where there is nothing to say. */
export function putWeek(cursor: Cursor, part: CurrencyPart): void {
  const { answers, draft, report } = part;
  const { language } = draft;
  const sentences = partSentences(report, answers).map((words) => words[language]);
  if (sentences.length === 0) return;
  const { kept, since } = answers.changes;
  heading(cursor, say(kept ? KEPT : CHANGED, language, { day: dayText(since, language) }));
  nextRow(cursor, 21);
  const width = gridWidth(GRID_COLUMNS) - SAFETY;
  for (const sentence of sentences) {
    const text = clippedTo(`•\u00a0${cleanText(sentence)}`, MOST_LINES * width);
    cellOf(cursor, 0, GRID_COLUMNS, text, {
      ...proseStyle(),
      alignment: { vertical: 'middle', wrapText: true },
    });
    nextRow(cursor, linesHeight(wrappedLines(text, width), 1.5));
  }
  gap(cursor);
}
