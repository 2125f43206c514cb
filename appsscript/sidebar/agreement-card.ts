/** Promises, instalments and calls to be made again, as cards. */
import type { AgreementRow, AgreementState } from '../contract/reminders.ts';
import { button, el, paragraph } from './dom.ts';
import { shownMoney } from './money-text.ts';
import type { Page } from './page.ts';
import { say } from './say.ts';

/** @param isNamed whether the client's name stands on it: among one client's it need not */
export function agreementCard(page: Page, row: AgreementRow, isNamed: boolean): HTMLElement {
  const { amount, client, clientName, currency, invoice, kind, text, title } = row;
  const head = isNamed ? clientName : title;
  const sum = amount !== '' && el('strong', { class: 'amount' }, shownMoney(amount, currency));
  const about = [isNamed ? title : '', invoice].filter(Boolean).join(' · ');
  const pay = button(
    say('Règlement', 'Payment'),
    () => page.open('payment', invoice === '' ? client : `${client}\n${invoice}`),
    'quiet',
  );
  return el(
    'article',
    { class: 'card' },
    el('div', { class: 'pair' }, el('strong', {}, head), sum),
    el('div', { class: 'pair small' }, el('span', {}, about), agreementBadge(row)),
    paragraph(text, 'why'),
    el(
      'div',
      { class: 'chips' },
      isNamed && button(say('Appeler', 'Call'), () => page.open('callSheet', client), 'quiet'),
      kind !== 'callBack' && pay,
      isNamed && button(say('Fiche', 'Card'), () => page.open('client', client), 'quiet'),
    ),
  );
}

function agreementBadge({ kind, state }: AgreementRow): HTMLElement {
  const { text, tone } = badgeOf(kind, state);
  return el('span', { class: `badge ${tone}` }, text);
}

function badgeOf(
  kind: AgreementRow['kind'],
  state: AgreementState,
): { readonly text: string; readonly tone: string } {
  switch (state) {
    case 'broken':
      if (kind === 'callBack') return { tone: 'bad', text: say('oublié', 'overdue') };
      return {
        tone: 'bad',
        text: kind === 'promise' ? say('non tenue', 'broken') : say('impayée', 'unpaid'),
      };
    case 'grace':
      return { tone: 'warn', text: say('à surveiller', 'watch') };
    case 'today':
      return { tone: 'warn', text: say('aujourd’hui', 'today') };
    case 'kept':
      return { tone: 'good', text: kind === 'promise' ? say('tenue', 'kept') : say('payée', 'paid') };
    default:
      return { tone: '', text: say('à venir', 'to come') };
  }
}
