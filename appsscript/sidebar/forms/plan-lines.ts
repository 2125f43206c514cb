/** The instalments of a plan being made: equal parts at first, to the cent, each to be changed; their sum beside what is owed. */
import { isCurrency, money, splitMoney } from '../../../shared/base/money.ts';
import { el, fill } from '../dom.ts';
import { allSound, type Field } from '../fields.ts';
import { minorOf, plainOf, shownMinor } from '../money-text.ts';
import { say } from '../say.ts';
import { dayField, numberField } from './field-kinds.ts';

type Line = { readonly day: Field; readonly amount: Field };

export type PlanLines = {
  readonly node: HTMLElement;
  /** Equal parts on these days, in place of what there was. @param total minor units */
  readonly offer: (days: readonly string[], total: number, currency: string) => void;
  /** What is planned more than is owed, minor units; below 0: less. */
  readonly over: () => number;
  readonly values: () => readonly { readonly day: string; readonly amount: string }[];
  readonly isSound: () => boolean;
};

export function planLines(): PlanLines {
  const list = el('div', { class: 'instalments' });
  const sum = el('p', { class: 'pair whole', 'aria-live': 'polite' });
  const state: { lines: readonly Line[]; total: number; currency: string } = {
    lines: [],
    total: 0,
    currency: '',
  };
  const over = (): number =>
    state.lines.reduce((all, { amount }) => all + (minorOf(amount.value(), state.currency) ?? 0), 0) -
    state.total;
  const showSum = (): void => fill(sum, ...sumOf(over(), state.total, state.currency));
  const node = el('div', { class: 'sums' }, list, sum);
  node.addEventListener('input', showSum);
  return {
    node,
    over,
    offer: (days, total, currency) => {
      Object.assign(state, { total, currency, lines: linesOf(days, total, currency) });
      fill(list, ...state.lines.map((line, index) => lineNode(line, index)));
      showSum();
    },
    values: () => state.lines.map(({ amount, day }) => ({ day: day.value(), amount: amount.value() })),
    isSound: () => allSound(state.lines.flatMap(({ amount, day }) => [day, amount])),
  };
}

/** The cents that do not divide go to the first ones. */
function linesOf(days: readonly string[], total: number, currency: string): readonly Line[] {
  if (!isCurrency(currency) || days.length === 0) return [];
  const parts = splitMoney(
    money(total, currency),
    days.map(() => 1),
  );
  return days.map((day, index) => ({
    day: dayField(`instalments.${index}.day`, say('Le', 'On'), day, { required: true, half: true }),
    amount: numberField(
      `instalments.${index}.amount`,
      say('Montant', 'Amount'),
      plainOf(parts[index]?.minor ?? 0, currency),
      { required: true, half: true, currency: () => currency },
    ),
  }));
}

function lineNode({ amount, day }: Line, index: number): HTMLElement {
  const rank = el('span', { class: 'rank' }, String(index + 1));
  return el('div', { class: 'instalment' }, rank, day.node, amount.node);
}

function sumOf(over: number, total: number, currency: string): readonly HTMLElement[] {
  const label = say('Total de l’échéancier', 'Total of the plan');
  const amount = el('span', { class: 'amount' }, shownMinor(total + over, currency));
  if (over === 0) return [el('span', {}, label), amount];
  const gap = shownMinor(Math.abs(over), currency);
  const wrong =
    over > 0 ? say(`${gap} de trop`, `${gap} too much`) : say(`il manque ${gap}`, `${gap} missing`);
  return [el('span', { class: 'bad-text' }, wrong), amount];
}
