/** The fields of a payment, a bounced payment, a refund or a write-off: each shows what it needs. */
import type { InvoiceForm, PaymentFields } from '../../contract.ts';
import { form } from '../dom.ts';
import type { Field } from '../fields.ts';
import { say } from '../say.ts';
import { type AllocationEditor, allocationEditor } from './allocation.ts';
import { clientField } from './client-field.ts';
import { choiceField, dayField, type Flag, flagField, numberField, textField } from './field-kinds.ts';

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
export function paymentForm(known: InvoiceForm, code: string, changed: () => void): PaymentForm {
  const fields = paymentFields(known, code, changed);
  const thank = flagField(say('Remercier le client par courriel', 'Thank the client by mail'), false);
  const allocation = allocationEditor();
  const kind = (): Kind => KINDS.find((one) => one === fields.kind.value()) ?? 'payment';
  const follow = (): void => showNeeded(kind(), fields, thank);
  const all = Object.values(fields);
  fields.kind.control.addEventListener('input', follow);
  for (const field of [fields.kind, fields.amount, fields.currency])
    field.control.addEventListener('input', changed);
  follow();
  return {
    node: form(...all.map(({ node }) => node), allocation.node, thank.node),
    allocation,
    kind,
    client: fields.client,
    amount: fields.amount,
    currencyField: fields.currency,
    currency: () => fields.currency.value().toUpperCase(),
    fields: () => [...all.filter((field) => !field.node.hidden), ...allocation.fields()],
    values: (id) => ({
      id,
      kind: kind(),
      ...paymentValues(fields),
      allocations: fields.invoice.node.hidden ? allocation.values() : wholeOn(fields),
      thank: !thank.node.hidden && thank.on(),
    }),
  };
}

type PaymentKey =
  | 'kind'
  | 'client'
  | 'amount'
  | 'currency'
  | 'date'
  | 'method'
  | 'reference'
  | 'invoice'
  | 'reason';
type FieldsOfPayment = Readonly<Record<PaymentKey, Field>>;

function paymentFields(known: InvoiceForm, code: string, changed: () => void): FieldsOfPayment {
  const half = { half: true };
  const needed = { half: true, required: true };
  const money = textField('currency', say('Devise', 'Currency'), known.currency, needed);
  const currency = (): string => money.value().toUpperCase();
  money.control.setAttribute('maxlength', '3');
  return {
    kind: choiceField('kind', say('Nature', 'Kind'), 'payment', kinds()),
    client: clientField(known.clients, code, changed),
    amount: numberField('amount', say('Montant', 'Amount'), '', { ...needed, currency }),
    currency: money,
    date: dayField('date', 'Date', known.today, needed),
    method: choiceField('method', say('Mode', 'Method'), 'transfer', methods(), half),
    reference: textField('reference', say('Référence', 'Reference'), ''),
    invoice: textField('invoice', say('Facture concernée', 'Invoice concerned'), ''),
    reason: textField('reason', say('Motif', 'Reason'), '', { required: true }),
  };
}

function showNeeded(kind: Kind, { method, invoice, reason }: FieldsOfPayment, thank: Flag): void {
  method.node.hidden = kind === 'writeOff';
  invoice.node.hidden = kind === 'payment' || kind === 'writeOff';
  reason.node.hidden = kind === 'payment' || kind === 'refund';
  thank.node.hidden = kind !== 'payment';
}

function paymentValues(fields: FieldsOfPayment) {
  const shown = (field: Field): string => (field.node.hidden ? '' : field.value());
  return {
    client: fields.client.value(),
    date: fields.date.value(),
    amount: fields.amount.value(),
    currency: fields.currency.value().toUpperCase(),
    method: shown(fields.method),
    reference: fields.reference.value(),
    reason: shown(fields.reason),
  };
}

/** What bounced or was paid back was paid on one invoice, or was on account. */
function wholeOn({ invoice, amount }: FieldsOfPayment): PaymentFields['allocations'] {
  return invoice.value() === '' ? [] : [{ invoice: invoice.value(), amount: amount.value() }];
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
