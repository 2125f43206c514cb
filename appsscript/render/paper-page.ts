/** A paper as a page: complete HTML that loads nothing, for the PDF and for its preview. */
import { unreachable } from '../../shared/base/result.ts';
import { MESSAGE_WORDS } from '../../shared/letters/message-words.ts';
import { INNER_PAPERS, type Paper, type PaperBlock, type PaperColumn } from '../../shared/letters/paper.ts';
import { PAPER_WORDS } from '../../shared/letters/paper-words.ts';
import page from '../../templates/paper.page.hbs';
import { safeLink } from './invoice-page.ts';
import { gifAddress, transferGif } from './qr.ts';

export function paperPage(paper: Paper): string {
  const { language, references, sender } = paper;
  const view = (block: PaperBlock): object => ({ ...NO_BLOCK, ...blockView(block, paper) });
  const end = closingAt(paper.blocks);
  return page({
    ...paper,
    isLetter: !INNER_PAPERS.includes(paper.kind),
    company: sender[0] ?? '',
    subjectLabel: PAPER_WORDS.subject[language],
    colon: MESSAGE_WORDS[language].colon,
    references: references.map(labelled),
    blocks: paper.blocks.slice(0, end).map(view),
    closing: paper.blocks.slice(end).map(view),
  });
}

/** Where the last words before the signature begin: no signature stands alone on a page. */
function closingAt(blocks: readonly PaperBlock[]): number {
  const signature = blocks.findIndex(({ block }) => block === 'signature');
  return signature < 0 ? blocks.length : Math.max(0, signature - 1);
}

/** Every hole of the template has a value. */
const NO_BLOCK = {
  paragraph: null,
  heading: '',
  items: null,
  columns: null,
  rows: [],
  sums: [],
  pay: null,
  sign: null,
};

function blockView(block: PaperBlock, { language }: Paper): object {
  switch (block.block) {
    case 'paragraph':
      return { paragraph: block.text.split('\n') };
    case 'heading':
      return { heading: block.text };
    case 'list':
      return { items: block.items };
    case 'table':
      return tableView(block.columns, block.rows, block.sums);
    case 'payment':
      return { pay: payView(block, language) };
    case 'signature':
      return { sign: { lines: block.lines, places: block.places } };
    default:
      return unreachable(block);
  }
}

function tableView(
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
  sums: readonly (readonly [label: string, text: string])[],
): object {
  const cell = (text: string, column: number): object => ({
    text,
    isRight: columns[column]?.align === 'right',
  });
  return {
    columns: columns.map(({ head }, column) => cell(head, column)),
    rows: rows.map((row) => row.map(cell)),
    sums: sums.map(labelled),
  };
}

function payView(
  { lines, link, title, transfer }: Extract<PaperBlock, { readonly block: 'payment' }>,
  language: Paper['language'],
): object {
  const words = MESSAGE_WORDS[language];
  return {
    title,
    lines: lines.map(labelled),
    link: safeLink(link),
    online: words.pay,
    qr: gifAddress(transferGif(transfer)),
    qrAlt: words.qrAlt,
  };
}

function labelled([label, text]: readonly [label: string, text: string]): object {
  return { label, text };
}
