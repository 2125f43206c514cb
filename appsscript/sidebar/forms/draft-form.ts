/** The fields of a draft around its lines. */
import type { DraftFields, InvoiceForm } from '../../contract.ts';
import { el, foldedForm, form } from '../dom.ts';
import type { Field } from '../fields.ts';
import { say } from '../say.ts';
import { clientField } from './client-field.ts';
import { type LinesEditor, linesEditor } from './draft-lines.ts';
import { dayField, longField, textField } from './field-kinds.ts';

export type DraftForm = {
  readonly node: HTMLElement;
  readonly lines: LinesEditor;
  readonly fields: () => readonly Field[];
  readonly values: (ready: boolean) => DraftFields;
};

/** A draft nothing is written in yet. */
export function emptyDraft(id: string, client: string, form: InvoiceForm): DraftFields {
  return {
    id,
    client,
    type: 'invoice',
    issueDate: '',
    dueDate: '',
    currency: form.currency,
    corrects: '',
    reference: '',
    serviceDate: '',
    deliveryAddress: '',
    notes: '',
    ready: false,
    lines: [],
  };
}

/** @param changed called after every change, by hand or by choice */
export function draftForm(known: InvoiceForm, draft: DraftFields, changed: () => void): DraftForm {
  const client = clientField(known.clients, draft.client, changed);
  const fields = headFields(draft);
  const lines = linesEditor(known, draft.lines, changed);
  const title = el('h2', {}, say('Lignes', 'Lines'));
  const { serviceDate, reference } = fields;
  const node = form(client.node, serviceDate.node, reference.node, title, lines.node, moreFields(fields));
  node.addEventListener('input', changed);
  return {
    node,
    lines,
    fields: () => [client, ...Object.values(fields), ...lines.fields()],
    values: (ready) => ({
      ...{ id: draft.id, type: draft.type, corrects: draft.corrects, client: client.value() },
      ...headValues(fields),
      ready,
      lines: lines.values(),
    }),
  };
}

type HeadKey =
  | 'serviceDate'
  | 'reference'
  | 'issueDate'
  | 'dueDate'
  | 'currency'
  | 'deliveryAddress'
  | 'notes';
type HeadFields = Readonly<Record<HeadKey, Field>>;

function headFields(draft: DraftFields): HeadFields {
  const half = { half: true };
  const address = say('Adresse de livraison', 'Delivery address');
  const fields = {
    serviceDate: dayField('serviceDate', say('Date de prestation', 'Service date'), draft.serviceDate, half),
    reference: textField('reference', say('N° de commande', 'PO number'), draft.reference, half),
    issueDate: dayField('issueDate', say('Date de facture', 'Issue date'), draft.issueDate, half),
    dueDate: dayField('dueDate', say('Échéance', 'Due date'), draft.dueDate, half),
    currency: textField('currency', say('Devise', 'Currency'), draft.currency, {
      half: true,
      required: true,
    }),
    deliveryAddress: longField('deliveryAddress', address, draft.deliveryAddress),
    notes: longField('notes', say('Mention libre', 'Note on the invoice'), draft.notes),
  };
  fields.currency.control.setAttribute('maxlength', '3');
  return fields;
}

function moreFields({ issueDate, dueDate, currency, deliveryAddress, notes }: HeadFields): HTMLElement {
  const unwritten = say(
    'Sans date : facturée le jour de l’émission, échue selon les conditions du client.',
    'Without dates: dated the day of issue, due by the client’s terms.',
  );
  return foldedForm(
    say('Dates, devise, mentions', 'Dates, currency, notes'),
    issueDate.node,
    dueDate.node,
    el('p', { class: 'help' }, unwritten),
    currency.node,
    deliveryAddress.node,
    notes.node,
  );
}

function headValues(fields: HeadFields) {
  return {
    issueDate: fields.issueDate.value(),
    dueDate: fields.dueDate.value(),
    currency: fields.currency.value().toUpperCase(),
    reference: fields.reference.value(),
    serviceDate: fields.serviceDate.value(),
    deliveryAddress: fields.deliveryAddress.value(),
    notes: fields.notes.value(),
  };
}
