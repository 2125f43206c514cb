/** The fields of a draft around its lines. */
import type { DraftFields, InvoiceForm } from '../contract.ts';
import { clientField } from './client-field.ts';
import { el, folded } from './dom.ts';
import { type LinesEditor, linesEditor } from './draft-lines.ts';
import { dayField, longField, textField } from './field-kinds.ts';
import type { Field } from './fields.ts';
import { say } from './say.ts';

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
export function draftForm(form: InvoiceForm, draft: DraftFields, changed: () => void): DraftForm {
  const half = { half: true };
  const client = clientField(form.clients, draft.client, changed);
  const fields = {
    serviceDate: dayField('serviceDate', say('Date de prestation', 'Service date'), draft.serviceDate, half),
    reference: textField('reference', say('N° de commande', 'PO number'), draft.reference, half),
    issueDate: dayField('issueDate', say('Date de facture', 'Issue date'), draft.issueDate, half),
    dueDate: dayField('dueDate', say('Échéance', 'Due date'), draft.dueDate, half),
    currency: textField('currency', say('Devise', 'Currency'), draft.currency, {
      half: true,
      required: true,
    }),
    deliveryAddress: longField(
      'deliveryAddress',
      say('Adresse de livraison', 'Delivery address'),
      draft.deliveryAddress,
    ),
    notes: longField('notes', say('Mention libre', 'Note on the invoice'), draft.notes),
  };
  fields.currency.control.setAttribute('maxlength', '3');
  const lines = linesEditor(form, draft.lines, changed);
  const more = folded(say('Dates, devise, mentions', 'Dates, currency, notes'));
  const { issueDate, dueDate, currency, deliveryAddress, notes } = fields;
  const unwritten = say(
    'Sans date : facturée le jour de l’émission, échue selon les conditions du client.',
    'Without dates: dated the day of issue, due by the client’s terms.',
  );
  const help = el('p', { class: 'help' }, unwritten);
  const inside = [issueDate, dueDate].map((field) => field.node);
  more.append(el('div', { class: 'form' }, ...inside, help, currency.node, deliveryAddress.node, notes.node));
  const node = el(
    'form',
    { class: 'form', novalidate: true },
    client.node,
    fields.serviceDate.node,
    fields.reference.node,
    el('h2', {}, say('Lignes', 'Lines')),
    lines.node,
    more,
  );
  node.addEventListener('input', changed);
  node.addEventListener('submit', (event) => event.preventDefault());
  return {
    node,
    lines,
    fields: () => [client, ...Object.values(fields), ...lines.fields()],
    values: (ready) => ({
      id: draft.id,
      type: draft.type,
      corrects: draft.corrects,
      client: client.value(),
      issueDate: issueDate.value(),
      dueDate: dueDate.value(),
      currency: currency.value().toUpperCase(),
      reference: fields.reference.value(),
      serviceDate: fields.serviceDate.value(),
      deliveryAddress: deliveryAddress.value(),
      notes: notes.value(),
      ready,
      lines: lines.values(),
    }),
  };
}
