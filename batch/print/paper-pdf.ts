/** A paper as a PDF ready to print and to post: the same words as its page in the sheet. */
import type { CivilDate } from '../../shared/base/civil-date.ts';
import type { Paper } from '../../shared/letters/paper.ts';
import { bottomOf, footOf, paintFeet } from './frame.ts';
import { paintPaperBlocks, ROOMY, type Setting, TIGHT } from './paper-blocks.ts';
import { LETTER, paintPaperHead } from './paper-head.ts';
import { closePdf, openPdf, type PrintedPdf } from './pdf.ts';

/**
 * Prints a paper. One whose last words alone would need a second page is set tighter, where that spares it.
 * @param madeOn the day its file bears: that of its date
 */
export function paperPdf(paper: Paper, madeOn: CivilDate): PrintedPdf {
  const roomy = printed(paper, madeOn, ROOMY);
  if (roomy.pages !== 2) return roomy;
  const tight = printed(paper, madeOn, TIGHT);
  return tight.pages === 1 ? tight : roomy;
}

function printed(paper: Paper, madeOn: CivilDate, setting: Setting): PrintedPdf {
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
  const place = { area: LETTER, bottom: bottomOf(foot), running };
  paintPaperBlocks(pdf, paper, setting, paintPaperHead(pdf, paper), place);
  paintFeet(pdf, foot);
  return closePdf(pdf);
}
