/** The fields of a payment, a bounced payment, a refund or a write-off: each shows what it needs. */
import type { InvoiceForm, PaymentFields } from '../contract.ts';
import { type AllocationEditor, allocationEditor } from './allocation.ts';
import { clientField } from './client-field.ts';
import { el } from './dom.ts';
import { choiceField, dayField, flagField, numberField, textField } from './field-kinds.ts';
import type { Field } from './fields.ts';
import { say } from './say.ts';

const KINDS = ['payment', 'bounced', 'refund', 'writeOff'] as const;
type Kind = PaymentFields['kind'];

export type PaymentForm = {
  readonly node: HTMLElement;
  readonly allocation: AllocationEditor;
  readonly kind: () => Kind;
  readonly client: Field;
  readonly amount: Field;
  readonly currencyField: Field;
  readonly currency: () => string;
  readonly fields: () => readonly Field[]; // those that are shown
  readonly values: (id: string) => PaymentFields;
};

/** @param changed called when client, amount, currency or kind change: the allocation has to be proposed anew */
export function paymentForm(form: InvoiceForm, code: string, changed: () => void): PaymentForm {
  const half = { half: true };
  const needed = { half: true, required: true };
  const client = clientField(form.clients, code, changed);
  const kind = choiceField('kind', say('Nature', 'Kind'), 'payment', kinds());
  const money = textField('currency', say('Devise', 'Currency'), form.currency, needed);
  const currency = (): string => money.value().toUpperCase();
  const amount = numberField('amount', say('Montant', 'Amount'), '', {
    half: true,
    required: true,
    currency,
  });
  const date = dayField('date', say('Date', 'Date'), form.today, needed);
  const method = choiceField('method', say('Mode', 'Method'), 'transfer', methods(), half);
  const reference = textField('reference', say('Référence', 'Reference'), '');
  const invoice = textField('invoice', say('Facture concernée', 'Invoice concerned'), '');
  const reason = textField('reason', say('Motif', 'Reason'), '', { required: true });
  const thank = flagField(say('Remercier le client par courriel', 'Thank the client by mail'), false);
  const allocation = allocationEditor();
  money.control.setAttribute('maxlength', '3');
  const kindOf = (): Kind => KINDS.find((one) => one === kind.value()) ?? 'payment';
  const follow = (): void => {
    const now = kindOf();
    method.node.hidden = now === 'writeOff';
    invoice.node.hidden = now === 'payment' || now === 'writeOff';
    reason.node.hidden = now === 'payment' || now === 'refund';
    thank.node.hidden = now !== 'payment';
    changed();
  };
  const all = [kind, client, amount, money, date, method, reference, invoice, reason];
  for (const field of [amount, money]) field.control.addEventListener('input', changed);
  kind.control.addEventListener('input', follow);
  const parts = [...all.map(({ node }) => node), allocation.node, thank.node];
  const node = el('form', { class: 'form', novalidate: true }, ...parts);
  node.addEventListener('submit', (event) => event.preventDefault());
  const shown = (field: Field): string => (field.node.hidden ? '' : field.value());
  const allocations = (): PaymentFields['allocations'] => {
    if (invoice.node.hidden) return allocation.values();
    return invoice.value() === '' ? [] : [{ invoice: invoice.value(), amount: amount.value() }];
  };
  const values = (id: string): PaymentFields => ({
    id,
    kind: kindOf(),
    client: client.value(),
    date: date.value(),
    amount: amount.value(),
    currency: currency(),
    method: shown(method),
    reference: reference.value(),
    reason: shown(reason),
    allocations: allocations(),
    thank: !thank.node.hidden && thank.on(),
  });
  const fields = (): readonly Field[] => [
    ...all.filter((field) => !field.node.hidden),
    ...allocation.fields(),
  ];
  queueMicrotask(follow);
  return { node, allocation, kind: kindOf, client, amount, currencyField: money, currency, fields, values };
}

function kinds() {
  return [
    { key: 'payment', label: say('Règlement reçu', 'Payment received') },
    { key: 'bounced', label: say('Règlement rejeté', 'Bounced payment') },
    { key: 'refund', label: say('Remboursement', 'Refund') },
    { key: 'writeOff', label: say('Abandon de créance', 'Write-off') },
  ];
}

function methods() {
  return [
    { key: 'transfer', label: say('Virement', 'Transfer') },
    { key: 'card', label: say('Carte', 'Card') },
    { key: 'cheque', label: say('Chèque', 'Cheque') },
    { key: 'cash', label: say('Espèces', 'Cash') },
    { key: 'directDebit', label: say('Prélèvement', 'Direct debit') },
  ];
}
