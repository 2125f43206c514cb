/** Logging a call, a promise, a dispute, a hold … Its argument: a client's code, an invoice's number, an event, on a line each. */
import { type ClientChoice, type JournalFields, LOGGED_EVENTS, type OpenInvoice } from '../../contract.ts';
import { call } from '../call.ts';
import { button, el, fill, form } from '../dom.ts';
import { allSound, type Field, missing } from '../fields.ts';
import { clientField } from '../forms/client-field.ts';
import { choiceField, dayField, longField, numberField } from '../forms/field-kinds.ts';
import { madeId } from '../forms/made-id.ts';
import { shownMoney } from '../money-text.ts';
import { act, finish, guard, load, type Page } from '../page.ts';
import { say } from '../say.ts';

type Event = JournalFields['event'];
const DATED: readonly Event[] = ['promise', 'hold', 'callBack', 'acknowledgement', 'courtAction'];

export function showJournal(page: Page, argument: string): void {
  load(page, 'ui_clients', {}, (clients) => showForm(page, clients, argument));
}

function showForm(page: Page, clients: readonly ClientChoice[], argument: string): void {
  const [code = '', invoice = '', wanted = ''] = argument.split('\n');
  const id = madeId('J');
  const all = { key: '', label: say('Toutes ses factures ouvertes', 'All that is open') };
  const which = choiceField('invoice', say('Facture', 'Invoice'), invoice, [all]);
  const client = clientField(clients, code, (chosen) => offerInvoices(which, all, chosen));
  const event = choiceField('event', say('Événement', 'Event'), wanted || 'call', eventChoices());
  const amount = numberField('amount', say('Montant', 'Amount'), '', { half: true });
  const day = dayField('day', say('Pour le', 'For the'), '', { half: true });
  const detail = longField('detail', say('Détail', 'Detail'), '');
  const needs = (field: Field, events: readonly Event[]): Field =>
    needed(field, () => events.includes(eventOf(event)));
  const fields: readonly Field[] = [
    ...[client, event, amount],
    needs(which, ['dispute', 'disputeClosed', 'receiptAcknowledged']),
    needs(day, DATED),
    needs(detail, ['dispute', 'hold', 'acknowledgement', 'courtAction', 'note']),
  ];
  const follow = (): void => showNeeded(eventOf(event), amount, day, which);
  event.control.addEventListener('input', follow);
  fill(page.root, form(...[event, client, which, amount, day, detail].map(({ node }) => node)));
  follow();
  guard(page);
  if (code !== '') offerInvoices(which, all, code);
  const save = (): void => {
    if (!allSound(fields.filter(({ node }) => !node.hidden))) return;
    const shown = (field: Field): string => (field.node.hidden ? '' : field.value());
    const values = { client: client.value(), invoice: shown(which), amount: shown(amount), day: shown(day) };
    const asks: JournalFields = {
      id,
      event: eventOf(event),
      byPhone: false,
      detail: detail.value(),
      ...values,
    };
    act(page, 'ui_log', asks, ({ text }) => done(page, text, client.value()));
  };
  fill(page.actions, button(say('Noter', 'Log'), save, 'primary'));
}

/** Some events cannot do without some fields. */
function needed(field: Field, now: () => boolean): Field {
  return { ...field, problem: () => (now() && field.value() === '' ? missing() : field.problem()) };
}

function done(page: Page, text: string, client: string): void {
  fill(
    page.actions,
    button(say('Fiche client', 'Client card'), () => page.open('client', client)),
    button(say('Terminé', 'Done'), page.back),
  );
  finish(page, text);
}

async function offerInvoices(which: Field, all: { key: string; label: string }, code: string): Promise<void> {
  const kept = which.value();
  which.control.dataset.client = code;
  const reply = code === '' ? undefined : await call('ui_client', { code });
  if (which.control.dataset.client !== code) return; // another client has been chosen meanwhile
  const invoices = reply?.ok ? reply.value.invoices : [];
  const labels = new Map(invoices.map((one) => [one.number, labelOf(one)])); // a plan has several of one number
  const options = [all, ...[...labels].map(([key, label]) => ({ key, label }))];
  fill(which.control, ...options.map(({ key, label }) => el('option', { value: key }, label)));
  which.put(options.some(({ key }) => key === kept) ? kept : '');
}

function labelOf({ number, total, currency }: OpenInvoice): string {
  return `${number} · ${shownMoney(total, currency)}`;
}

/** A promise has a day and an amount, a hold a day, a dispute an amount. */
function showNeeded(event: Event, amount: Field, day: Field, which: Field): void {
  amount.node.hidden = !['promise', 'dispute'].includes(event);
  day.node.hidden = !DATED.includes(event);
  which.node.hidden = ['hold', 'release'].includes(event);
  const label = day.node.querySelector('label');
  if (label) fill(label, dayLabel(event));
}

function dayLabel(event: Event): string {
  if (event === 'hold') return say('Jusqu’au', 'Until');
  if (event === 'acknowledgement') return say('Signée le', 'Signed on');
  if (event === 'courtAction') return say('Acte du', 'Act of');
  return event === 'callBack' ? say('Rappeler le', 'Call back on') : say('Promis pour le', 'Promised for');
}

function eventOf(field: Field): Event {
  return LOGGED_EVENTS.find((one) => one === field.value()) ?? 'note';
}

function eventChoices() {
  const labels: Readonly<Record<Event, string>> = {
    call: say('Appel', 'Call'),
    voicemail: say('Message vocal', 'Voicemail'),
    callBack: say('À rappeler', 'To call back'),
    promise: say('Promesse de paiement', 'Promise to pay'),
    dispute: say('Litige', 'Dispute'),
    disputeClosed: say('Litige réglé', 'Dispute settled'),
    hold: say('Suspension des relances', 'Hold on reminders'),
    release: say('Reprise des relances', 'Reminders resumed'),
    receiptAcknowledged: say('Réception confirmée', 'Receipt acknowledged'),
    acknowledgement: say('Reconnaissance de dette', 'Acknowledgement of debt'),
    courtAction: say('Action en justice', 'Court action'),
    note: say('Note', 'Note'),
  };
  return LOGGED_EVENTS.map((key) => ({ key, label: labels[key] }));
}
