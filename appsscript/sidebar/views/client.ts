/** A client's card: balances, habits, open invoices, history; and the fields, to be mended or filled in for a new client. */
import type { ClientCard, OpenInvoice } from '../../contract.ts';
import { button, type Child, el, fill, folded, paragraph, section } from '../dom.ts';
import { eInvoiceParts } from '../e-invoice-chip.ts';
import { ageingBar, amountHead, figureGrid } from '../figures.ts';
import { clientForm } from '../forms/client-form.ts';
import { legalPart } from '../legal-part.ts';
import { shownDay, shownMoney } from '../money-text.ts';
import { load, noticeLists, type Page } from '../page.ts';
import { say } from '../say.ts';

export function showClient(page: Page, code: string): void {
  if (code === '') {
    page.entitle(say('Nouveau client', 'New client'));
    load(page, 'ui_clients', {}, (clients) => {
      const taken = new Set(clients.map((client) => client.code.toLowerCase()));
      fill(
        page.root,
        clientForm(page, undefined, taken, (card) => page.open('client', card.fields.code)),
      );
    });
  } else load(page, 'ui_client', { code }, (card) => showCard(page, card));
}

function showCard(page: Page, card: ClientCard): void {
  const { code, name } = card.fields;
  page.entitle(name);
  const form = editForm(page, card);
  fill(
    page.root,
    ...headOf(card, form),
    ...noticeLists(card.notices),
    ...balancesOf(card),
    paragraph(card.credit, 'sentence'),
    paragraph(card.proposedLimit, 'sentence'),
    paragraph(card.habit, 'sentence'),
    acts(page, code),
    openInvoices(page, card.invoices),
    legalPart(page, card),
    historyOf(card),
    form,
  );
  const invoice = button(say('Nouvelle facture', 'New invoice'), () => page.open('invoice', code), 'primary');
  const payment = button(say('Règlement', 'Payment'), () => page.open('payment', code));
  fill(page.actions, invoice, payment);
}

/** The fields, made when they are asked for. */
function editForm(page: Page, card: ClientCard): HTMLDetailsElement {
  const form = folded(say('Modifier la fiche', 'Edit the card'));
  const saved = (next: ClientCard): void => {
    showCard(page, next);
    page.root.scrollIntoView();
  };
  form.addEventListener('toggle', () => {
    if (form.open && form.childElementCount === 1) form.append(clientForm(page, card, new Set(), saved));
  });
  return form;
}

function headOf({ fields }: ClientCard, form: HTMLDetailsElement): readonly HTMLElement[] {
  const { code, city, contact, email, phone } = fields;
  const edit = (): void => {
    form.open = true;
    form.scrollIntoView();
  };
  const where = el('p', { class: 'as-of' }, [code, city].filter(Boolean).join(' · '));
  return [
    el('div', { class: 'pair' }, where, button(say('Modifier', 'Edit'), edit, 'quiet')),
    el('p', { class: 'contact' }, [contact, email, phone].map(unbroken).filter(Boolean).join(' · ')),
  ];
}

/** A name or a telephone number stays on one line. */
function unbroken(text: string): string {
  return text.length > 25 ? text : text.replace(/ /g, '\u00a0');
}

function balancesOf({ balances, invoices }: ClientCard): readonly Child[] {
  return balances.flatMap(({ currency, figures }) => [
    balances.length > 1 && el('h2', {}, currency),
    figureGrid(figures),
    ageingBar(invoices, currency),
  ]);
}

function acts(page: Page, code: string): HTMLElement {
  const log = (event: string, label: string): HTMLElement =>
    button(label, () => page.open('journal', `${code}\n\n${event}`), 'quiet');
  return el(
    'div',
    { class: 'chips', role: 'group', 'aria-label': say('Noter au journal', 'Log an event') },
    button(say('Appeler', 'Call'), () => page.open('callSheet', code), 'quiet'),
    log('promise', say('Promesse', 'Promise')),
    log('dispute', say('Litige', 'Dispute')),
    log('hold', say('Suspendre', 'Hold')),
    log('note', say('Note', 'Note')),
    button(say('Échéancier', 'Plan'), () => page.open('plan', code), 'quiet'),
    button(say('Lettres', 'Letters'), () => page.open('letter', `${code}\nstatement`), 'quiet'),
    button(say('Historique', 'History'), () => page.open('letter', `${code}\nhistory`), 'quiet'),
  );
}

function openInvoices(page: Page, invoices: readonly OpenInvoice[]): HTMLElement {
  const none = paragraph(say('Aucune facture ouverte.', 'No open invoice.'), 'quiet-text');
  const cards = invoices.map((invoice) => invoiceCard(page, invoice));
  return section(say('Factures ouvertes', 'Open invoices'), ...(cards.length > 0 ? cards : [none]));
}

function invoiceCard(page: Page, invoice: OpenInvoice): HTMLElement {
  const { client, number, currency, daysOverdue } = invoice;
  const log = (event: string) => () => page.open('journal', `${client}\n${number}\n${event}`);
  const [xml, made] = eInvoiceParts(page, number);
  return el(
    'article',
    { class: 'card' },
    amountHead(el('strong', {}, number), invoice.open, currency),
    el(
      'div',
      { class: 'pair small' },
      dueText(invoice),
      el('span', { class: daysOverdue > 0 ? 'badge bad' : 'badge' }, lateText(daysOverdue)),
    ),
    paragraph(invoice.nextStep, 'help'),
    el(
      'div',
      { class: 'chips' },
      button(say('Régler', 'Pay'), () => page.open('payment', `${client}\n${number}`), 'quiet'),
      button(say('Promesse', 'Promise'), log('promise'), 'quiet'),
      button(say('Litige', 'Dispute'), log('dispute'), 'quiet'),
      button(say('Reçue', 'Received'), log('receiptAcknowledged'), 'quiet'),
      button(say('Avoir', 'Credit note'), () => page.open('invoice', `credit:${number}`), 'quiet'),
      xml,
    ),
    made,
  );
}

function dueText({ dueDate, total, open, currency }: OpenInvoice): HTMLElement {
  const due = say(`Échéance ${shownDay(dueDate)}`, `Due ${shownDay(dueDate)}`);
  const of = say(`sur ${shownMoney(total, currency)}`, `of ${shownMoney(total, currency)}`);
  return el('span', {}, total === open ? due : `${due} · ${of}`);
}

function lateText(days: number): string {
  if (days <= 0) return say('non échue', 'not due');
  return say(`${days} j de retard`, days === 1 ? '1 day late' : `${days} days late`);
}

function historyOf({ history }: ClientCard): HTMLElement {
  const items = history.map(({ at, text, detail }) =>
    el(
      'li',
      {},
      el('span', { class: 'row-under' }, shownDay(at)),
      el('span', { class: 'row-title' }, text),
      paragraph(detail, 'help'),
    ),
  );
  const none = paragraph(say('Rien encore.', 'Nothing yet.'), 'quiet-text');
  return section(
    say('Échanges', 'History'),
    items.length > 0 ? el('ol', { class: 'history' }, ...items) : none,
  );
}
