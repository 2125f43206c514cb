/** A paper as a PDF ready to print and to post: the same words as its page in the sheet. */
import type { CivilDate } from '../../shared/base/civil-date.ts';
import type { Paper } from '../../shared/letters/paper.ts';
import { bottomOf, footOf, paintFeet } from './frame.ts';
import { paintPaperBlocks } from './paper-blocks.ts';
import { LETTER, paintPaperHead } from './paper-head.ts';
import { closePdf, openPdf, type PrintedPdf } from './pdf.ts';

/** Prints a paper. @param madeOn the day its file bears: that of its date */
export function paperPdf(paper: Paper, madeOn: CivilDate): PrintedPdf {
  const { footer, language, placeAndDate, recipient, sender, subject } = paper;
  const pdf = openPdf({
    title: subject,
    author: sender[0] ?? '',
    subject: recipient[0] ?? '',
    language,
    madeOn,
  });
  const foot = footOf(pdf, footer, LETTER);
  const running = [sender[0] ?? '', subject, placeAndDate].filter((text) => text !== '').join(' – ');
  paintPaperBlocks(pdf, paper, paintPaperHead(pdf, paper), { area: LETTER, bottom: bottomOf(foot), running });
  paintFeet(pdf, foot);
  return closePdf(pdf);
}
