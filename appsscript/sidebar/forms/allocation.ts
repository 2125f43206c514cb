/** To which invoices a payment goes: proposed oldest first, each part may be changed; what is left stays unapplied. */
import type { Allocation, OpenInvoice, PaymentFields } from '../../contract.ts';
import { type Child, el, fill, folded } from '../dom.ts';
import type { Field } from '../fields.ts';
import { minorOf, plainOf, shownDay, shownMinor, shownMoney } from '../money-text.ts';
import { say } from '../say.ts';
import { numberField } from './field-kinds.ts';

type Part = { readonly invoice: OpenInvoice; readonly field: Field };

const SHOWN = 6; // invoices; more are folded where nothing goes to them

export type AllocationEditor = {
  readonly node: HTMLElement;
  readonly fields: () => readonly Field[];
  readonly values: () => PaymentFields['allocations'];
  /** Minor units the parts leave of the payment; negative where they are more than it. */
  readonly left: () => number;
  /** Shows the invoices and the parts proposed. @param first an invoice that gets its share before all others */
  readonly propose: (allocation: Allocation, amount: string, currency: string, first: string) => void;
  readonly clear: () => void;
};

export function allocationEditor(): AllocationEditor {
  const node = el('section', { class: 'part allocation', hidden: true });
  const rest = el('p', { class: 'pair rest', 'aria-live': 'polite' });
  const state = { parts: [] as readonly Part[], amount: '', currency: '' };
  const left = (): number => {
    const minor = (plain: string): number => minorOf(plain, state.currency) ?? 0;
    return state.parts.reduce((sum, { field }) => sum - minor(field.value()), minor(state.amount));
  };
  const showRest = (): void => fill(rest, ...restOf(left(), state.currency));
  node.addEventListener('input', showRest);
  return {
    node,
    left,
    fields: () => state.parts.map(({ field }) => field),
    values: () => {
      const isPart = ({ field }: Part): boolean => (minorOf(field.value(), state.currency) ?? 0) !== 0;
      const named = state.parts.filter(isPart);
      for (const { field } of state.parts) field.control.name = '';
      named.forEach(({ field }, index) => {
        field.control.name = `allocations.${index}.amount`; // as the script's notices name it
      });
      return named.map(({ invoice, field }) => ({ invoice: invoice.number, amount: field.value() }));
    },
    propose: (allocation, amount, currency, first) => {
      const shares = sharesOf(allocation, amount, currency, first);
      Object.assign(state, { amount, currency });
      state.parts = allocation.invoices.map((invoice) => partOf(invoice, shares.get(invoice.number) ?? ''));
      fill(node, el('h2', {}, say('Imputation', 'Allocation')), ...rowsOf(state.parts), rest);
      node.hidden = false;
      showRest();
    },
    clear: () => {
      Object.assign(state, { parts: [], amount: '' });
      fill(node);
      node.hidden = true;
    },
  };
}

/** What the script proposes; where one invoice comes first, it takes what it can and the others nothing. */
function sharesOf(
  { invoices, proposed }: Allocation,
  amount: string,
  currency: string,
  first: string,
): ReadonlyMap<string, string> {
  const chosen = invoices.find(({ number }) => number === first);
  const [whole, open] = [minorOf(amount, currency), minorOf(chosen?.open ?? '', currency)];
  if (chosen && whole !== undefined && open !== undefined) {
    return new Map([[chosen.number, plainOf(Math.min(whole, open), currency)]]);
  }
  return new Map(proposed.map((part) => [part.invoice, part.amount]));
}

function partOf(invoice: OpenInvoice, amount: string): Part {
  const label = say(`Part de ${invoice.number}`, `Share of ${invoice.number}`);
  return { invoice, field: numberField('', label, amount, { currency: () => invoice.currency }) };
}

function rowsOf(parts: readonly Part[]): readonly HTMLElement[] {
  const isShown = ({ field }: Part, index: number): boolean => index < SHOWN || field.value() !== '';
  const more = parts.filter((part, index) => !isShown(part, index));
  const others = say(`Autres factures ouvertes (${more.length})`, `Other open invoices (${more.length})`);
  return [
    ...parts.filter(isShown).map(rowOf),
    ...(more.length > 0 ? [folded(others, ...more.map(rowOf))] : []),
  ];
}

function rowOf({ invoice, field }: Part): HTMLElement {
  const open = shownMoney(invoice.open, invoice.currency);
  const day = shownDay(invoice.dueDate);
  const due = say(`${open} dus au ${day}`, `${open} due ${day}`);
  const title = el('span', { class: 'row-title' }, invoice.number);
  const under = el('span', { class: 'row-under' }, due);
  return el('div', { class: 'share' }, el('div', { class: 'row-text' }, title, under), field.node);
}

function restOf(left: number, currency: string): readonly Child[] {
  if (left === 0) return [el('span', { class: 'good-text' }, say('Tout est imputé', 'All is allocated'))];
  const label = left > 0 ? say('Non imputé', 'Not allocated') : say('En trop', 'Too much');
  return [
    el('span', {}, label),
    el('span', { class: left > 0 ? 'amount' : 'amount bad-text' }, shownMinor(Math.abs(left), currency)),
  ];
}
