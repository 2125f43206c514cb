/** A paper as a page: all it says is on it, nothing of it becomes an element or an address, and the look of one is kept. */
import { describe, expect, test } from 'vitest';
import { paperPage } from '../../appsscript/render/paper-page.ts';
import { unreachable } from '../../shared/base/result.ts';
import { LANGUAGES } from '../../shared/base/words.ts';
import type { Paper, PaperBlock } from '../../shared/letters/paper.ts';
import { expectGolden } from '../golden-file.ts';
import { everyPaper, notice } from '../letters/every-paper.ts';
import { ATTACKS } from './attacks.ts';
import { addressesOf, skeletonOf } from './markup.ts';

/** The strings of a paper that a reader sees. */
function stringsOf(paper: Paper): readonly string[] {
  const { blocks, footer, mention, placeAndDate, recipient, references, subject } = paper;
  const head = [mention, placeAndDate, subject, ...recipient.slice(0, 1), ...references.flat()];
  return [...head, ...blocks.flatMap(blockStrings), ...footer];
}

function blockStrings(block: PaperBlock): readonly string[] {
  switch (block.block) {
    case 'paragraph':
      return block.text.split('\n');
    case 'heading':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.columns.map(({ head }) => head), ...block.rows.flat(), ...block.sums.flat()];
    case 'payment':
      return [block.title, ...block.lines.flat()];
    case 'signature':
      return [...block.lines, ...block.places];
    default:
      return unreachable(block);
  }
}

/** As a page holds it. */
function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#x27;')
    .replace(/=/g, '&#x3D;')
    .replace(/`/g, '&#x60;');
}

for (const language of LANGUAGES) {
  test(`every string of every paper in ${language} is on its page`, () => {
    for (const paper of everyPaper(language)) {
      const page = paperPage(paper);
      const lacking = stringsOf(paper).filter((text) => !page.includes(escaped(text)));
      expect([paper.kind, ...lacking]).toEqual([paper.kind]);
      expect(page.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN/);
    }
  });
}

test('the look of a formal notice is kept', () => {
  const [paper] = notice('company', 'fr');
  if (!paper) throw new Error('there is no notice');
  expectGolden('render/formal-notice.fr.html', paperPage(paper));
});

describe('no text becomes an element, an attribute or an address', () => {
  const [plain] = notice('company', 'fr');
  if (!plain) throw new Error('there is no notice');
  const withText = (text: string): Paper => ({
    ...plain,
    sender: plain.sender.map(() => text),
    recipient: plain.recipient.map(() => text),
    placeAndDate: text,
    mention: text,
    subject: text,
    references: [[text, text]],
    footer: [text],
    blocks: [
      { block: 'paragraph', text },
      { block: 'heading', text },
      { block: 'list', items: [text] },
      { block: 'table', columns: [{ head: text, align: 'right' }], rows: [[text]], sums: [[text, text]] },
      { block: 'payment', title: text, lines: [[text, text]], link: text, transfer: null },
      { block: 'signature', lines: [text], places: [text] },
    ],
  });
  const skeleton = skeletonOf(paperPage(withText('plain words')));
  for (const attack of ATTACKS.filter((one) => !one.includes('\n'))) {
    test(JSON.stringify(attack), () => {
      const page = paperPage(withText(attack));
      expect(skeletonOf(page)).toEqual(skeleton);
      expect(addressesOf(page)).toEqual([]);
    });
  }
});

test('a link leads only to https', () => {
  const [paper] = everyPaper('fr');
  if (!paper) throw new Error('there is no paper');
  const linked = (link: string): Paper => ({
    ...paper,
    blocks: [{ block: 'payment', title: 'x', lines: [], link, transfer: null }],
  });
  expect(addressesOf(paperPage(linked('https://pay.example.com/1')))).toEqual(['https://pay.example.com/1']);
  for (const link of ['http://pay.example.com', 'javascript:alert(1)', '//evil.example'])
    expect(addressesOf(paperPage(linked(link)))).toEqual([]);
});
