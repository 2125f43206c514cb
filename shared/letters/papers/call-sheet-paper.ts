/** The call sheet on paper. It stays in the firm. */
import { civilDate } from '../../base/civil-date.ts';
import type { DunningDecision } from '../../dunning/decision.ts';
import { type Desk, innerLetterhead, paperFileName } from '../letterhead.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { heading, paragraph, table } from '../paper-blocks.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { type CallSheet, callSheet } from './call-sheet.ts';

export function callSheetPaper(
  desk: Desk,
  client: number,
  currency: number,
  decision: DunningDecision | null,
): Paper {
  const { asOf, ledger } = desk;
  const { clients, settings } = ledger.register;
  const { language } = settings;
  const sheet = callSheet(desk, client, currency, decision);
  const { code } = clients[client];
  return {
    ...innerLetterhead(desk, clients[client]),
    kind: 'callSheet',
    mention: '',
    subject: language === 'fr' ? `Fiche d’appel – ${sheet.name}` : `Call sheet – ${sheet.name}`,
    references: [
      [WORDS.clientCode[language], code],
      [WORDS.phone[language], sheet.phone === '' ? WORDS.toBeFound[language] : sheet.phone],
      ...sheet.who,
      ...sheet.figures,
    ],
    blocks: [
      ...listBlock(WORDS.toSay[language], sheet.say),
      ...invoiceBlocks(sheet),
      ...listBlock(WORDS.promises[language], sheet.promises),
      ...listBlock(WORDS.lastContacts[language], sheet.contacts),
      ...(sheet.notes === '' ? [] : [heading(WORDS.notes[language]), paragraph(sheet.notes)]),
    ],
    fileName: paperFileName(language === 'fr' ? 'appel' : 'call', code, civilDate(asOf)),
  };
}

function listBlock(title: string, items: readonly string[]): readonly PaperBlock[] {
  return items.length === 0 ? [] : [heading(title), { block: 'list', items }];
}

function invoiceBlocks({ invoices, language }: CallSheet): readonly PaperBlock[] {
  if (invoices.length === 0) return [];
  return [
    heading(WORDS.lateInvoices[language]),
    table(
      [WORDS.invoice[language], WORDS.due[language], `>${WORDS.late[language]}`, `>${WORDS.open[language]}`],
      invoices.map(({ due, isDisputed, late, number, open }) => [
        isDisputed ? `${number} (${WORDS.inDispute[language]})` : number,
        due,
        late,
        open,
      ]),
    ),
  ];
}
