/** The printed paper: every word of it, its address in the window, nothing torn apart. */
import { describe, expect, test } from 'vitest';
import { WINDOW } from '../../batch/print/paper-head.ts';
import { paperPdf } from '../../batch/print/paper-pdf.ts';
import type { Paper, PaperBlock } from '../../shared/letters/paper.ts';
import { PAPER, PLAN, STATEMENT } from './papers.ts';
import { type ReadPdf, readPdf, wordsIn } from './read-pdf.ts';

function printed(paper: Paper): ReadPdf {
  return readPdf(paperPdf(paper, '2026-11-25').bytes);
}

function bare(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function textsOf(block: PaperBlock): readonly string[] {
  switch (block.block) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.columns.map(({ head }) => head), ...block.rows.flat(), ...block.sums.flat()];
    case 'payment':
      return [block.title, ...block.lines.flat(), block.link];
    case 'signature':
      return [...block.lines, ...block.places];
  }
}

describe('everything a paper says is printed', () => {
  for (const [name, paper] of [
    ['reminder', PAPER],
    ['statement', STATEMENT],
    ['plan', PLAN],
    ['call sheet', { ...STATEMENT, kind: 'callSheet' as const }],
    ['in English', { ...PAPER, language: 'en' as const }],
  ] as const) {
    test(name, () => {
      const said = bare(wordsIn(printed(paper)));
      const { footer, mention, placeAndDate, recipient, references, sender, subject } = paper;
      const isInner = paper.kind === 'callSheet';
      const head = [mention, placeAndDate, subject, ...references.flat(), ...footer];
      const wanted = [
        ...head,
        ...(isInner ? sender.slice(0, 1) : [...sender, ...recipient]),
        ...paper.blocks.flatMap(textsOf),
      ];
      expect(wanted.filter((text) => !said.includes(bare(text)))).toEqual([]);
    });
  }
});

describe('the window of an envelope', () => {
  const ADDRESSES = [
    ['a short address', PAPER.recipient],
    ['seven lines', ['A', 'B', 'C', 'D', 'E', 'F', 'ALLEMAGNE']],
    [
      'long lines',
      [
        'Société coopérative d’intérêt collectif à responsabilité limitée des tapissiers',
        ...PAPER.recipient.slice(1),
        'FRANCE',
      ],
    ],
    ['twelve lines', Array.from({ length: 12 }, (_, index) => `Ligne ${index + 1}`)],
  ] as const;
  for (const [name, recipient] of ADDRESSES) {
    test(`${name}: all of it shows, and nothing else`, () => {
      const { words } = printed({ ...PAPER, recipient }).pages[0];
      const shown = words.filter(
        ({ size, x, y }) =>
          x >= WINDOW.left &&
          x < WINDOW.right &&
          y - size * 0.7 >= WINDOW.top &&
          y + size * 0.2 <= WINDOW.bottom,
      );
      expect(bare(shown.map(({ text }) => text).join(' '))).toBe(bare(recipient.join(' ')));
      const near = words.filter(
        ({ x, y }) => x >= WINDOW.left - 28 && y >= WINDOW.top - 31 && y <= WINDOW.bottom + 31,
      );
      const beside = near.filter((word) => !shown.includes(word)).map(({ text }) => text);
      expect(beside).toEqual([]); // eleven millimetres: what an envelope lets a sheet slip
    });
  }
});

describe('over pages', () => {
  test('heads come back, sums stand below rows', () => {
    const { pages } = printed(STATEMENT);
    expect(pages).toHaveLength(3);
    for (const { words } of pages) expect(words.some(({ text }) => text === 'Opération')).toBe(true);
    const last = pages[2].words.map(({ text }) => text);
    expect(last.indexOf('Solde en votre faveur')).toBeGreaterThan(last.indexOf('Virement reçu'));
    expect(last).toContain('3 / 3');
  });
  test('a signature is never alone: the last words go with it', () => {
    for (let count = 12; count < 24; count++) {
      const filler = Array.from(
        { length: count },
        (): PaperBlock => ({ block: 'paragraph', text: 'Un mot.' }),
      );
      const close: PaperBlock = { block: 'paragraph', text: 'Salutations distinguées.' };
      const signature: PaperBlock = { block: 'signature', lines: ['Claire Perrin'], places: [] };
      const { pages } = printed({ ...PLAN, blocks: [...filler, close, signature] });
      const signed = pages.find(({ words }) => words.some(({ text }) => text === 'Claire Perrin'));
      expect(signed?.words.some(({ text }) => text === 'Salutations distinguées.')).toBe(true);
    }
  });
  test('a heading stands above what it heads', () => {
    for (let count = 12; count < 24; count++) {
      const filler = Array.from(
        { length: count },
        (): PaperBlock => ({ block: 'paragraph', text: 'Un mot.' }),
      );
      const { pages } = printed({ ...STATEMENT, blocks: [...filler, ...STATEMENT.blocks.slice(1)] });
      const page = pages.find(({ words }) => words.some(({ text }) => text === 'Mouvements en euros'));
      expect(page?.words.some(({ text }) => text === 'Opération')).toBe(true);
    }
  });
  test('one whose last words would need a page of their own is set tighter; one that needs more is not', () => {
    const size = (pdf: ReadPdf): number | undefined =>
      pdf.pages[0].words.find(({ text }) => text === 'Madame, Monsieur,')?.size;
    const spared = printed(PAPER);
    expect([spared.pages.length, size(spared)]).toEqual([1, 10]);
    const long: readonly PaperBlock[] = [...PAPER.blocks, ...PAPER.blocks];
    const needed = printed({ ...PAPER, blocks: long });
    expect([needed.pages.length, size(needed)]).toEqual([2, 10.5]);
    const short = printed({ ...PAPER, blocks: PAPER.blocks.slice(0, 4) });
    expect([short.pages.length, size(short)]).toEqual([1, 10.5]);
  });
  test('an empty table has its head', () => {
    const [, , table] = STATEMENT.blocks;
    const blocks = table.block === 'table' ? [{ ...table, rows: [], sums: [] }] : [];
    expect(wordsIn(printed({ ...STATEMENT, blocks }))).toContain('Opération');
  });
  test('a paragraph longer than a page goes on', () => {
    const text = Array.from({ length: 900 }, (_, index) => `mot${index}`).join(' ');
    const pdf = printed({ ...PAPER, blocks: [{ block: 'paragraph', text }] });
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(bare(wordsIn(pdf)).replace(/(\d+ \/ \d+|Atelier Mérinos[^m]*)/g, '')).toContain('mot899');
  });
});

test('where two sign, each has a frame and a name', () => {
  const { boxes, words } = printed(PLAN).pages[0];
  const names = words
    .filter(({ text }) => text.startsWith('Atelier Mérinos') || text.startsWith('Hôtel'))
    .slice(-3);
  expect(names.length).toBeGreaterThanOrEqual(2);
  expect(boxes.filter(({ height, width }) => height > 70 && width > 200)).toHaveLength(2);
});

test('the same paper is the same file', () =>
  expect(paperPdf(PAPER, '2026-11-25').bytes).toEqual(paperPdf(PAPER, '2026-11-25').bytes));
