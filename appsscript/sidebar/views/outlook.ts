/** What would go out in the next thirty days if nobody paid: to be looked at before anything leaves by itself. */
import type { OutlookRow, OutlookView, Sum } from '../../contract/reminders.ts';
import { button, el, fill, folded, paragraph } from '../dom.ts';
import { amountHead } from '../figures.ts';
import { longDay, shownCount, shownDay, shownMoney } from '../money-text.ts';
import { act, banner, confirm, load, type Page } from '../page.ts';
import { say } from '../say.ts';

export function showOutlook(page: Page): void {
  load(page, 'ui_outlook', {}, (view) => {
    fill(
      page.root,
      el(
        'p',
        { class: 'as-of' },
        say(
          `Du ${shownDay(view.from)} au ${shownDay(view.through)}`,
          `From ${shownDay(view.from)} to ${shownDay(view.through)}`,
        ),
      ),
      paragraph(summaryOf(view), 'sentence'),
      modeBanner(view),
      ...view.days.map(daySection(page)),
      view.holds.length > 0 && holdsOf(page, view),
      view.dues.length > 0 && duesOf(view),
    );
    showSwitch(page, view);
  });
}

function summaryOf({ clients, messages }: OutlookView): string {
  if (messages === 0)
    return say('Rien à envoyer pendant ces trente jours.', 'Nothing to send during these thirty days.');
  const count = shownCount(messages, ['message', 'messages'], ['message', 'messages']);
  const to = shownCount(clients, ['client', 'clients'], ['client', 'clients']);
  return say(
    `${count} à ${to}, si personne ne paie d’ici là.`,
    `${count} to ${to}, if nobody pays until then.`,
  );
}

function modeBanner({ sendsByItself }: OutlookView): HTMLElement {
  return sendsByItself
    ? banner(
        'warn',
        say(
          'Mode envoi : le passage quotidien envoie les courriels de lui-même.',
          'Send mode: the daily run sends the emails by itself.',
        ),
      )
    : banner(
        'note',
        say('Mode aperçu : rien ne part sans vous.', 'Preview mode: nothing leaves without you.'),
      );
}

function daySection(page: Page): (day: OutlookView['days'][number]) => HTMLElement {
  return ({ day, messages, totals }) =>
    el(
      'section',
      { class: 'part' },
      el(
        'h2',
        { class: 'pair' },
        el('span', {}, longDay(day)),
        el('span', { class: 'amount' }, sumsText(totals)),
      ),
      ...messages.map((row) => messageCard(page, row)),
    );
}

function sumsText(sums: readonly Sum[]): string {
  return sums.map(({ currency, total }) => shownMoney(total, currency)).join(' + ');
}

function messageCard(page: Page, row: OutlookRow): HTMLElement {
  const { channel, claims, client, clientName, currency, invoices, level, total, what, why } = row;
  return el(
    'article',
    { class: 'card' },
    amountHead(clientLink(page, client, clientName), total, currency),
    el(
      'div',
      { class: 'pair small' },
      el('span', {}, `${what} · ${channel}`),
      el('span', { class: level >= 3 ? 'badge bad' : 'badge' }, say(`niveau ${level}`, `level ${level}`)),
    ),
    paragraph(invoices.join(', '), 'help'),
    paragraph(claims, 'help'),
    paragraph(why, 'why'),
  );
}

function clientLink(page: Page, code: string, name: string): HTMLElement {
  return button(name, () => page.open('client', code), 'link');
}

function holdsOf(page: Page, { holds }: OutlookView): HTMLElement {
  const cards = holds.map(({ client, clientName, currency, total, until, why }) =>
    el(
      'article',
      { class: 'card' },
      amountHead(clientLink(page, client, clientName), total, currency),
      paragraph(
        until === ''
          ? say('Jusqu’à ce que vous agissiez', 'Until you act')
          : say(`Jusqu’au ${shownDay(until)}`, `Until ${shownDay(until)}`),
        'help',
      ),
      paragraph(why, 'why'),
    ),
  );
  return folded(`${say('Retenus', 'Held back')} (${cards.length})`, ...cards);
}

function duesOf({ dues }: OutlookView): HTMLElement {
  const cards = dues.map(({ amount, clientName, currency, day, text }) =>
    el(
      'article',
      { class: 'card' },
      el(
        'div',
        { class: 'pair' },
        el('strong', {}, clientName),
        el('strong', { class: 'amount' }, amount === '' ? '' : shownMoney(amount, currency)),
      ),
      el('div', { class: 'pair small' }, el('span', {}, text), el('span', {}, shownDay(day))),
    ),
  );
  return folded(
    `${say('Promesses et échéances attendues', 'Promises and instalments expected')} (${cards.length})`,
    ...cards,
  );
}

/** Switching on asks once more; switching off does not. */
function showSwitch(page: Page, { sendsByItself }: OutlookView): void {
  const save = (sendMode: 'preview' | 'send'): void => {
    act(page, 'ui_saveSettings', { values: { sendMode } }, () => showOutlook(page));
  };
  const on = say('Activer l’envoi automatique', 'Switch automatic sending on');
  const question = say(
    'Laisser partir d’eux-mêmes, chaque matin, les courriels que vous venez de voir ? Chaque client est revérifié juste avant.',
    'Let the emails you have just seen leave by themselves, each morning? Each client is checked again right before.',
  );
  const off = say('Revenir au mode aperçu', 'Back to preview mode');
  fill(
    page.actions,
    sendsByItself
      ? button(off, () => save('preview'))
      : button(on, () => confirm(page, question, on, () => save('send'))),
    button(say('Relances du jour', 'Today’s reminders'), () => page.open('reminders')),
  );
}
