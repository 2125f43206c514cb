/** One movement to be ticked: what it would pay and why, or another choice: a client, its invoices, or nobody. */
import type { ImportDecision, PlannedView } from '../../contract/bank.ts';
import { button, el, fill } from '../dom.ts';
import { minorOf, shownDay, shownMoney } from '../money-text.ts';
import type { Page } from '../page.ts';
import { say } from '../say.ts';
import { editChoice } from './bank-choice.ts';
import { type Chosen, targetText } from './bank-chosen.ts';

export type MovementCard = {
  readonly movement: PlannedView;
  readonly node: HTMLElement;
  /** What is ticked or chosen; nothing where it waits. */
  readonly decision: () => ImportDecision | null;
  readonly isTickable: boolean; // something is proposed
  readonly tick: () => void;
};

/** @param changed called when what is decided changes */
export function movementCard(page: Page, movement: PlannedView, changed: () => void): MovementCard {
  const state = { chosen: proposedOf(movement) };
  const box = el('input', { type: 'checkbox', 'aria-label': labelOf(movement) });
  const target = el('p', { class: 'target' });
  const editor = el('div', { class: 'editor', hidden: true });
  const show = (): void => {
    fill(target, state.chosen?.text ?? '');
    box.disabled = state.chosen === null;
    changed();
  };
  const keep = (chosen: Chosen): void => {
    Object.assign(state, { chosen });
    box.checked = true;
    editor.hidden = true;
    show();
  };
  box.checked = movement.decision === 'apply';
  box.addEventListener('change', changed);
  const node = el('article', { class: 'card movement' }, box, bodyOf(page, movement, target, editor, keep));
  fill(target, state.chosen?.text ?? '');
  box.disabled = state.chosen === null;
  const tick = (): void => {
    box.checked = state.chosen !== null;
    changed();
  };
  const decision = (): ImportDecision | null => (box.checked ? (state.chosen?.decision ?? null) : null);
  return { movement, node, decision, isTickable: state.chosen !== null, tick };
}

function labelOf({ amount, currency, label }: PlannedView): string {
  return `${label}, ${shownMoney(amount, currency)}`;
}

function bodyOf(
  page: Page,
  movement: PlannedView,
  target: HTMLElement,
  editor: HTMLElement,
  keep: (chosen: Chosen) => void,
): HTMLElement {
  const { amount, currency, day, label, payer, reason } = movement;
  const isIn = (minorOf(amount, currency) ?? 0) > 0;
  const other = button(
    say('Autre choix…', 'Another choice…'),
    () => editChoice(page, movement, editor, keep),
    'quiet',
  );
  const nobody = button(say('Hors clients', 'No client’s'), () => keep(ignored(movement)), 'quiet');
  return el(
    'div',
    { class: 'body' },
    el(
      'div',
      { class: 'pair' },
      el('strong', { class: 'label' }, label),
      el('span', { class: 'amount' }, shownMoney(amount, currency)),
    ),
    target,
    el('p', { class: 'small why' }, [shownDay(day), payer, reason].filter(Boolean).join(' · ')),
    el('div', { class: 'chips' }, isIn && other, nobody),
    editor,
  );
}

function ignored({ key }: PlannedView): Chosen {
  return {
    decision: { key, kind: 'ignored', client: '', parts: [] },
    text: say(
      '→ hors clients : gardé dans le relevé, aucun règlement',
      '→ no client’s: kept in the log, no payment',
    ),
  };
}

/** What the script proposes: invoices, paid or owed again, or a client whose money is not applied yet; nothing where it knows nobody. */
function proposedOf(movement: PlannedView): Chosen | null {
  const { amount, client, clientName, currency, key, left, parts } = movement;
  const isOut = (minorOf(amount, currency) ?? 0) <= 0;
  if (client === '' || (isOut && parts.length === 0)) return null;
  const kind = parts.length > 0 ? 'parts' : 'unapplied';
  return { decision: { key, kind, client, parts }, text: targetText(parts, left, currency, clientName) };
}
