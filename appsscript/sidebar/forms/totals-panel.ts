/** The totals under a draft's lines, and what the script says of it so far: what is missing, what it does to the client's credit. */
import type { DraftFields, DraftView } from '../../contract.ts';
import { call } from '../call.ts';
import { type Child, el, fill, paragraph } from '../dom.ts';
import { shownDay, shownMinor, shownMoney } from '../money-text.ts';
import { noticeLists } from '../page.ts';
import { language, say } from '../say.ts';
import { shownDecimal } from './decimals.ts';
import { type LiveTotals, totalsOf } from './totals.ts';

const PAUSE = 700; // milliseconds without a key before the script is asked

export type TotalsPanel = {
  readonly node: HTMLElement;
  /** Shows the totals at once; asks the script when the writing pauses. @returns what was computed here */
  readonly show: (draft: DraftFields) => LiveTotals;
  /** Shows what the script has just said of the draft. */
  readonly told: (draft: DraftView) => void;
};

/** @param sound whether the draft can be sent to be checked */
export function totalsPanel(sound: (draft: DraftFields) => boolean): TotalsPanel {
  const sums = el('dl', { class: 'totals' });
  const check = el('div', { class: 'check', 'aria-live': 'polite' });
  const node = el('section', { class: 'part sums' }, sums, check);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (draft: DraftFields): Promise<void> => {
    asked += 1;
    const mine = asked;
    const reply = await call('ui_checkDraft', draft);
    if (mine !== asked || !node.isConnected) return;
    if (reply.ok) told(reply.value);
    else fill(check, paragraph(reply.message, 'help'), ...noticeLists(reply.notices));
  };
  const told = (draft: DraftView): void => {
    if (draft.total !== '') fill(sums, ...sumRows(draft));
    fill(check, paragraph(draft.credit, 'sentence'), ...noticeLists(draft.notices));
  };
  const show = (draft: DraftFields): LiveTotals => {
    const live = totalsOf(draft.lines, draft.currency);
    fill(sums, ...liveRows(live, draft.currency));
    asked += 1; // what is on its way is about another draft
    clearTimeout(timer);
    if (sound(draft)) timer = setTimeout(() => ask(draft), PAUSE);
    return live;
  };
  return { node, show, told };
}

function liveRows({ net, vats, total }: LiveTotals, currency: string): readonly Child[] {
  return [
    row(say('Total HT', 'Net'), shownMinor(net, currency)),
    ...vats.map(({ rate, vat }) => {
      const percent = shownDecimal(rate, 0, language());
      return row(say(`TVA ${percent} %`, `VAT ${percent}%`), shownMinor(vat, currency));
    }),
    row(say('Total TTC', 'Total'), shownMinor(total, currency), 'whole'),
  ];
}

function sumRows({ net, vat, total, currency, dueDate }: DraftView): readonly Child[] {
  return [
    row(say('Total HT', 'Net'), shownMoney(net, currency)),
    row(say('TVA', 'VAT'), shownMoney(vat, currency)),
    row(say('Total TTC', 'Total'), shownMoney(total, currency), 'whole'),
    dueDate !== '' && row(say('Échéance', 'Due date'), shownDay(dueDate)),
  ];
}

function row(label: string, text: string, kind = ''): HTMLElement {
  return el('div', { class: `pair ${kind}` }, el('dt', {}, label), el('dd', { class: 'amount' }, text));
}
