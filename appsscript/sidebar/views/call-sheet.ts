/** The call sheet: what to say, and what came of it in two clicks. Its argument is a client's code. */
import type { CallSheet } from '../../contract/reminders.ts';
import type { OpenInvoice } from '../../contract.ts';
import { agreementCard } from '../agreement-card.ts';
import { button, type Child, el, fill, folded, paragraph, section } from '../dom.ts';
import { amountHead, figureGrid } from '../figures.ts';
import { callResults } from '../forms/call-results.ts';
import { shownDay } from '../money-text.ts';
import { load, type Page } from '../page.ts';
import { say } from '../say.ts';

export function showCallSheet(page: Page, code: string): void {
  load(page, 'ui_callSheet', { client: code }, (sheet) => {
    page.entitle(sheet.clientName);
    fill(
      page.root,
      dial(sheet),
      figureGrid(sheet.figures),
      listOf(say('À dire', 'What to say'), sheet.say, 'saying'),
      section(say('Résultat de l’appel', 'What came of it'), callResults(page, sheet)),
      sheet.agreements.length > 0 &&
        section(
          say('Promesses et échéances', 'Promises and instalments'),
          ...sheet.agreements.map((row) => agreementCard(page, row, false)),
        ),
      section(say('Factures ouvertes', 'Open invoices'), ...sheet.invoices.map(invoiceRow)),
      listOf(say('Derniers contacts', 'Last contacts'), sheet.contacts, 'contacts'),
      sheet.notes !== '' && folded(say('Notes', 'Notes'), paragraph(sheet.notes)),
    );
    fill(
      page.actions,
      button(say('Échéancier', 'Payment plan'), () => page.open('plan', sheet.client)),
      button(say('Fiche client', 'Client card'), () => page.open('client', sheet.client)),
    );
  });
}

/** The number to dial, where there is one. */
function dial({ email, phone }: CallSheet): HTMLElement {
  const number = phone.replace(/[^+\d]/g, '');
  const link: Child =
    number === ''
      ? el('span', { class: 'bad-text' }, say('Pas de numéro : à trouver', 'No number: to be found'))
      : el('a', { class: 'dial', href: `tel:${number}` }, phone);
  return el('div', { class: 'dialled' }, link, paragraph(email, 'help'));
}

function listOf(title: string, lines: readonly string[], kind: string): Child {
  if (lines.length === 0) return null;
  return section(title, el('ul', { class: kind }, ...lines.map((line) => el('li', {}, line))));
}

function invoiceRow({ currency, daysOverdue, dueDate, number, open }: OpenInvoice): HTMLElement {
  const late =
    daysOverdue > 0
      ? say(`${daysOverdue} j de retard`, daysOverdue === 1 ? '1 day late' : `${daysOverdue} days late`)
      : say('non échue', 'not due');
  return el(
    'div',
    { class: 'item' },
    amountHead(el('strong', {}, number), open, currency),
    el(
      'div',
      { class: 'pair small' },
      el('span', {}, say(`Échéance ${shownDay(dueDate)}`, `Due ${shownDay(dueDate)}`)),
      el('span', { class: daysOverdue > 0 ? 'badge bad' : 'badge' }, late),
    ),
  );
}
