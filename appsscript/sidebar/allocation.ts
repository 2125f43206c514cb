/** To which invoices a payment goes: proposed oldest first, each part may be changed; what is left stays unapplied. */
import type { Allocation, OpenInvoice, PaymentFields } from '../contract.ts';
import { type Child, el, fill } from './dom.ts';
import { numberField } from './field-kinds.ts';
import type { Field } from './fields.ts';
import { minorOf, plainOf, shownDay, shownMinor, shownMoney } from './money-text.ts';
import { say } from './say.ts';

type Part = { readonly invoice: string; readonly field: Field };

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
    values: () =>
      state.parts
        .map(({ invoice, field }) => ({ invoice, amount: field.value() }))
        .filter(({ amount }) => (minorOf(amount, state.currency) ?? 0) !== 0),
    propose: (allocation, amount, currency, first) => {
      const shares = sharesOf(allocation, amount, currency, first);
      Object.assign(state, { amount, currency });
      state.parts = allocation.invoices.map((invoice, index) =>
        partOf(invoice, shares.get(invoice.number) ?? '', index, currency),
      );
      fill(
        node,
        el('h2', {}, say('Imputation', 'Allocation')),
        ...rowsOf(allocation.invoices, state.parts),
        rest,
      );
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

function partOf(invoice: OpenInvoice, amount: string, index: number, currency: string): Part {
  const label = say(`Part de ${invoice.number}`, `Share of ${invoice.number}`);
  const field = numberField(`allocations.${index}.amount`, label, amount, { currency: () => currency });
  return { invoice: invoice.number, field };
}

function rowsOf(invoices: readonly OpenInvoice[], parts: readonly Part[]): readonly HTMLElement[] {
  return invoices.map((invoice, index) => {
    const open = shownMoney(invoice.open, invoice.currency);
    const due = say(
      `${open} dus au ${shownDay(invoice.dueDate)}`,
      `${open} due ${shownDay(invoice.dueDate)}`,
    );
    return el(
      'div',
      { class: 'share' },
      el(
        'div',
        { class: 'row-text' },
        el('span', { class: 'row-title' }, invoice.number),
        el('span', { class: 'row-under' }, due),
      ),
      parts[index]?.field.node,
    );
  });
}

function restOf(left: number, currency: string): readonly Child[] {
  if (left === 0) return [el('span', { class: 'good-text' }, say('Tout est imputé', 'All is allocated'))];
  const label = left > 0 ? say('Non imputé', 'Not allocated') : say('En trop', 'Too much');
  return [
    el('span', {}, label),
    el('span', { class: left > 0 ? 'amount' : 'amount bad-text' }, shownMinor(Math.abs(left), currency)),
  ];
}
