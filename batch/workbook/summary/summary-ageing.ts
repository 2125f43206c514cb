/** The summary's ageing, and the clients that are most overdue. */
import { decimalNumber } from '../../../shared/base/money.ts';
import { percentText } from '../../../shared/base/numbers-text.ts';
import { AGEING_BUCKETS, type AgeingBucket } from '../../../shared/receivables/ageing.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { amountFormat, SHARE_FORMAT, TEXT_FORMAT } from '../formats.ts';
import { GOOD, GREY, headerStyle, proseStyle, totalStyle } from '../style.ts';
import type { PlacedTable } from '../table/table-sheet.ts';
import { clippedTo } from '../table/text-width.ts';
import { BUCKET_WORDS, LABELS, say } from '../words.ts';
import type { TextCells } from '../xlsx/chart-xml.ts';
import { rangeOf } from '../xlsx/page.ts';
import { leftStyle, ROW_HEIGHT, rightStyle, shareOf, sumOf } from './summary-cells.ts';
import { addressOf, type Cursor, cellOf, gridWidth, heading, nextRow } from './summary-grid.ts';

const WORDS = {
  ageing: { fr: 'Balance âgée', en: 'Ageing' },
  bucket: { fr: 'Tranche', en: 'Bucket' },
  amount: { fr: 'Montant', en: 'Amount' },
  share: { fr: 'Part', en: 'Share' },
  total: { fr: 'Total', en: 'Total' },
  largest: { fr: 'Plus gros retards', en: 'Largest overdue clients' },
  noneLate: { fr: 'Aucun client n’est en retard.', en: 'No client is overdue.' },
  concentration: {
    fr: 'Dix premiers clients : {ten} de l’exposition, le premier {one}.',
    en: 'Ten largest clients: {ten} of the exposure, the largest {one}.',
  },
};

const LARGEST = 5;

/** Two tables, and two charts above them, side by side in the grid. */
export const LEFT_COLUMNS = 10;
export const RIGHT = 11;
const RIGHT_COLUMNS = 12;

/** Where the ageing chart finds its names and amounts. */
export type AgeingCells = { readonly names: TextCells; readonly amounts: string; readonly header: TextCells };

/** Ageing on the left, largest overdue clients on the right. */
export function putAgeingAndLargest(
  cursor: Cursor,
  part: CurrencyPart,
  ageing: readonly PlacedTable[],
): AgeingCells {
  const { language } = part.draft;
  heading(cursor, say(WORDS.ageing, language), 0, LEFT_COLUMNS);
  heading(cursor, say(WORDS.largest, language), RIGHT, RIGHT_COLUMNS);
  nextRow(cursor, 21);
  const cells = putAgeing(cursor, part, ageing);
  putLargest(cursor, part);
  for (let row = 0; row <= AGEING_BUCKETS.length + 1; row++) nextRow(cursor, ROW_HEIGHT);
  return cells;
}

function putAgeing(cursor: Cursor, part: CurrencyPart, ageing: readonly PlacedTable[]): AgeingCells {
  const { language } = part.draft;
  cellOf(cursor, 0, 4, say(WORDS.bucket, language), headerStyle('left'));
  const header = cellOf(cursor, 4, 4, say(WORDS.amount, language), headerStyle('right'));
  cellOf(cursor, 8, 2, say(WORDS.share, language), headerStyle('right'));
  AGEING_BUCKETS.forEach((bucket, at) => {
    putBucket(cursor, part, ageing, bucket, at + 1);
  });
  const buckets = `${addressOf(cursor, 4, 1)}:${addressOf(cursor, 4, AGEING_BUCKETS.length)}`;
  putBucketTotal(cursor, part, buckets);
  const names = `${addressOf(cursor, 0, 1)}:${addressOf(cursor, 0, AGEING_BUCKETS.length)}`;
  const texts = AGEING_BUCKETS.map((bucket) => say(BUCKET_WORDS[bucket], language));
  return {
    names: { cells: rangeOf(cursor.page, names), texts },
    amounts: rangeOf(cursor.page, buckets),
    header: { cells: rangeOf(cursor.page, header), texts: [say(WORDS.amount, language)] },
  };
}

const TOTAL_DOWN = AGEING_BUCKETS.length + 1;

function putBucket(
  cursor: Cursor,
  { answers, draft }: CurrencyPart,
  ageing: readonly PlacedTable[],
  bucket: AgeingBucket,
  down: number,
): void {
  const minor = answers.ageing.total[bucket];
  const amount = sumOf(ageing, bucket, decimalNumber(minor, answers.currency));
  cellOf(cursor, 0, 4, say(BUCKET_WORDS[bucket], draft.language), leftStyle(), down);
  const cell = cellOf(cursor, 4, 4, amount, rightStyle(amountFormat(answers.currency)), down);
  const whole = addressOf(cursor, 4, TOTAL_DOWN);
  const share = shareOf({ part: cell, whole }, { part: minor, whole: answers.receivables.open }, '');
  cellOf(cursor, 8, 2, share, rightStyle(SHARE_FORMAT), down);
}

function putBucketTotal(cursor: Cursor, { answers, draft }: CurrencyPart, buckets: string): void {
  const { currency, receivables } = answers;
  const total = { formula: `SUM(${buckets})`, value: decimalNumber(receivables.open, currency) };
  cellOf(cursor, 0, 4, say(WORDS.total, draft.language), totalStyle('General', 'left'), TOTAL_DOWN);
  cellOf(cursor, 4, 4, total, totalStyle(amountFormat(currency), 'right'), TOTAL_DOWN);
  cellOf(cursor, 8, 2, null, totalStyle(SHARE_FORMAT, 'right'), TOTAL_DOWN);
}

function putLargest(cursor: Cursor, part: CurrencyPart): void {
  const { answers, draft, report } = part;
  const { language } = draft;
  cellOf(cursor, RIGHT, 6, say(LABELS.client, language), headerStyle('left'));
  cellOf(cursor, RIGHT + 6, 4, say(LABELS.overdue, language), headerStyle('right'));
  cellOf(cursor, RIGHT + 10, 2, say(WORDS.share, language), headerStyle('right'));
  const late = answers.ageing.clients.filter(({ overdue }) => overdue > 0).slice(0, LARGEST);
  late.forEach(({ client, overdue }, at) => {
    const name = clippedTo(report.register.clients[client].name, gridWidth(6));
    const amount = decimalNumber(overdue, answers.currency);
    const share = overdue / answers.receivables.overdue;
    cellOf(cursor, RIGHT, 6, name, leftStyle(TEXT_FORMAT), at + 1);
    cellOf(cursor, RIGHT + 6, 4, amount, rightStyle(amountFormat(answers.currency)), at + 1);
    cellOf(cursor, RIGHT + 10, 2, share, rightStyle(SHARE_FORMAT), at + 1);
  });
  const [text, style, down] =
    late.length === 0
      ? ([say(WORDS.noneLate, language), proseStyle(GOOD), 1] as const)
      : ([concentrationText(part), proseStyle(GREY), late.length + 1] as const);
  cellOf(cursor, RIGHT, RIGHT_COLUMNS, text, style, down);
}

function concentrationText({ answers, draft }: CurrencyPart): string {
  const { clients, largest, topTenShare } = answers.concentration;
  if (topTenShare === null || largest === null || clients <= 10) return ''; // ten of ten say nothing
  const { language } = draft;
  return say(WORDS.concentration, language, {
    ten: percentText(topTenShare, 0, language),
    one: percentText(largest.share, 0, language),
  });
}
