/**
 * A formal notice to pay (mise en demeure de payer): the claim and its proof, the sum, the deadline, what follows, whose signature.
 * The law has no list; a sufficient summons is what it asks for (C. civ. 1344), and the interest it lets run is that of 1344-1.
 */
import { ok, type Result, refuse } from '../../base/result.ts';
import { isFormalNotice, ladderFinder } from '../../dunning/calendar.ts';
import type { DunningDecision } from '../../dunning/decision.ts';
import type { Register } from '../../register/entries.ts';
import type { Desk } from '../letterhead.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { PAPER_WORDS } from '../paper-words.ts';
import { proofSheetPaper } from './proof-sheet-paper.ts';
import { reminderPaper } from './reminder-paper.ts';

export type FormalNotice = {
  readonly notice: Paper;
  readonly proofSheet: Paper; // enclosed: all that was sent before
};

/**
 * @param decision that of the day; its own sentence says why where there is none to send
 * @param tracking the registered letter's number; empty where it has none yet
 * @returns refused where the calendar's next level is no formal notice, or where it is held (fewer than three reminders, a dispute …)
 */
export function formalNoticePaper(
  desk: Desk,
  decision: DunningDecision,
  tracking = '',
): Result<FormalNotice, 'no-formal-notice' | 'held'> {
  if (!leadsToFormalNotice(desk.ledger.register, decision)) return refuse('no-formal-notice');
  if (decision.action !== 'send') return refuse('held');
  const paper = reminderPaper(desk, decision, tracking);
  const invoices = decision.asked.map(({ invoice }) => invoice);
  return ok({
    notice: { ...paper, blocks: [...paper.blocks, ...enclosures(paper)] },
    proofSheet: proofSheetPaper(desk, decision.client, invoices),
  });
}

/** Whether the level to come is a formal notice, by the client's calendar. */
export function leadsToFormalNotice(register: Register, { client, level }: DunningDecision): boolean {
  const { steps } = ladderFinder(register)(register.clients[client]);
  return steps.some((step) => step.level === level && isFormalNotice(step));
}

function enclosures({ language }: Paper): readonly PaperBlock[] {
  const { copies, enclosed, proofSheet } = PAPER_WORDS;
  return [
    { block: 'paragraph', text: enclosed[language] },
    { block: 'list', items: [copies[language], proofSheet[language]] },
  ];
}
