/** The head of a printed paper: a letter's for an envelope with a window, another's as a title. */
import { INNER_PAPERS, type Paper } from '../../shared/letters/paper.ts';
import { PAPER_WORDS } from '../../shared/letters/paper-words.ts';
import { paintFacts } from './facts.ts';
import { type Area, TOP } from './frame.ts';
import { COLORS, type Ink, ink } from './ink.ts';
import { mm, PAGE, type Pdf, untagged } from './pdf.ts';
import { rule } from './pen.ts';
import { type Paragraph, paintStack, type Stack, stackOf } from './stack.ts';

/** Between a letter's margins. */
export const LETTER: Area = { x: mm(20), width: PAGE.width - mm(40) };

/**
 * What shows in the window of a French DL envelope (110 × 220 mm, its window 45 × 100 mm, 20 mm from the right and the lower edge),
 * however a sheet folded in three slips in it.
 */
export const WINDOW = { left: mm(100), right: mm(190), top: mm(45), bottom: mm(79) } as const;

const COMPANY = ink(14, COLORS.green, 'bold', 1.2);
const SENDER = ink(9, COLORS.soft);
const DATE = ink(10.5, COLORS.text);
const MENTION = ink(10.5, COLORS.text, 'bold');
const SUBJECT = ink(11, COLORS.text, 'bold');
const TITLE = ink(17, COLORS.text, 'bold', 1.2);
const REFERENCE = ink(9.5, COLORS.soft);

const SENDER_WIDTH = mm(68);
const BELOW_WINDOW = mm(91); // the lowest that the window shows, where the sheet stands high

const FOLDS = [mm(99), mm(198)];
const MOST_LINES = 12;
const FACTS_A_ROW = 3;

/** Paints the head of a paper. @returns where its blocks may begin */
export function paintPaperHead(pdf: Pdf, paper: Paper): number {
  if (INNER_PAPERS.includes(paper.kind) || paper.recipient.length === 0) return paintTitle(pdf, paper);
  paintStack(pdf, senderStack(pdf, paper), LETTER.x, TOP + 4);
  paintRecipient(pdf, paper.recipient);
  untagged(pdf, () => {
    for (const fold of FOLDS) rule(pdf, COLORS.line, mm(4), fold, mm(4));
  });
  paintDate(pdf, paper);
  return paintSubject(pdf, paper, paintMention(pdf, paper));
}

function senderStack(pdf: Pdf, { sender }: Paper): Stack {
  const words = sender.map((text, index) => ({
    text,
    ink: index === 0 ? COMPANY : SENDER,
    above: index === 1 ? 3 : 0,
  }));
  return stackOf(pdf, words, SENDER_WIDTH);
}

function paintRecipient(pdf: Pdf, lines: readonly string[]): void {
  const at = { x: WINDOW.left + mm(5), y: WINDOW.top + mm(2) };
  const width = WINDOW.right - at.x;
  const room = WINDOW.bottom - at.y - mm(1);
  const [largest] = [11, 10, 9, 8, 7, 6]
    .map((size) => recipientStack(pdf, lines, ink(size, COLORS.text, 'regular', 1.22), width))
    .filter(({ height }, index, all) => height <= room || index === all.length - 1);
  paintStack(pdf, largest, at.x, at.y);
}

function recipientStack(pdf: Pdf, lines: readonly string[], look: Ink, width: number): Stack {
  const words = lines.slice(0, MOST_LINES);
  return stackOf(
    pdf,
    words.map((text, index) => ({ text, ink: index === 0 ? { ...look, face: 'bold' } : look })),
    width,
  );
}

/** Above the window, where it never shows. */
function paintDate(pdf: Pdf, { placeAndDate }: Paper): void {
  const left = LETTER.x + SENDER_WIDTH + mm(5);
  const date = stackOf(pdf, [{ text: placeAndDate, ink: DATE }], LETTER.x + LETTER.width - left);
  paintStack(pdf, date, left, TOP + 5, 'right');
}

function paintMention(pdf: Pdf, { mention }: Paper): number {
  if (mention === '') return BELOW_WINDOW;
  const said = stackOf(pdf, [{ text: mention, ink: MENTION }], LETTER.width);
  paintStack(pdf, said, LETTER.x, BELOW_WINDOW);
  return BELOW_WINDOW + said.height + 8;
}

function paintSubject(pdf: Pdf, { language, references, subject }: Paper, top: number): number {
  const words = stackOf(
    pdf,
    [
      { text: PAPER_WORDS.subject[language] + subject, ink: SUBJECT, tag: 'H1' },
      ...referenceWords(references, language),
    ],
    LETTER.width,
  );
  paintStack(pdf, words, LETTER.x, top);
  return top + words.height + 8;
}

function referenceWords(references: Paper['references'], language: Paper['language']): readonly Paragraph[] {
  const text = references.map(([label, value]) => label + PAPER_WORDS.colon[language] + value).join(' · ');
  return text === '' ? [] : [{ text, ink: REFERENCE, above: 3 }];
}

/** What stays in the firm begins with what it is. */
function paintTitle(pdf: Pdf, { mention, placeAndDate, references, sender, subject }: Paper): number {
  const from = [sender[0] ?? '', placeAndDate].filter((text) => text !== '').join(' – ');
  const words: readonly Paragraph[] = [
    { text: from, ink: REFERENCE },
    { text: subject, ink: TITLE, above: 4, tag: 'H1' },
    ...(mention === '' ? [] : [{ text: mention, ink: MENTION, above: 3 }]),
  ];
  const stack = stackOf(pdf, words, LETTER.width);
  paintStack(pdf, stack, LETTER.x, TOP + 4);
  const facts = references.map(([label, text]) => ({ label, text }));
  return paintFacts(pdf, facts, LETTER, TOP + stack.height + 14, FACTS_A_ROW) + 4;
}
