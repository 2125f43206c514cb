/** A paper as plain text, for golden files: every string it has, in reading order. */
import type { Paper, PaperBlock } from '../../shared/letters/paper.ts';

export function paperText(paper: Paper): string {
  return [
    `=== ${paper.kind} (${paper.fileName})`,
    paper.sender.join(' / '),
    `> ${paper.recipient.join(' / ')}`,
    paper.placeAndDate,
    ...(paper.mention === '' ? [] : [paper.mention]),
    `# ${paper.subject}`,
    ...paper.references.map(([label, text]) => `${label} | ${text}`),
    '',
    ...paper.blocks.flatMap((block) => [...blockText(block), '']),
    paper.footer.join(' / '),
    '',
  ].join('\n');
}

function blockText(block: PaperBlock): readonly string[] {
  switch (block.block) {
    case 'paragraph':
      return [block.text];
    case 'heading':
      return [`## ${block.text}`];
    case 'list':
      return block.items.map((item) => `– ${item}`);
    case 'table':
      return [
        block.columns.map(({ align, head }) => (align === 'right' ? `${head} >` : head)).join(' | '),
        ...block.rows.map((row) => row.join(' | ')),
        ...block.sums.map(([label, text]) => `    ${label} = ${text}`),
      ];
    case 'payment':
      return [
        `[${block.title}]`,
        ...block.lines.map(([label, text]) => `${label} = ${text}`),
        ...(block.link === '' ? [] : [block.link]),
        block.transfer ? `QR ${block.transfer.amount} ${block.transfer.reference}` : 'no QR',
      ];
    case 'signature':
      return [...block.lines, ...block.places.map((place) => `[sign: ${place}]`)];
  }
}
