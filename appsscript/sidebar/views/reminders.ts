/** Today's reminders: whom, for which invoices, at which level and why; who is held, and why; then sending them. */
import type { ReminderPreview, ReminderRow, Sent } from '../../contract.ts';
import { button, el, fill, folded, paragraph, section } from '../dom.ts';
import { amountHead } from '../figures.ts';
import { type Flag, flagField } from '../forms/field-kinds.ts';
import { mailBox, previewButton } from '../mail-preview.ts';
import { shownCount } from '../money-text.ts';
import { act, banner, confirm, load, noticeLists, type Page } from '../page.ts';
import { say } from '../say.ts';
import { stateBadge } from '../send-state.ts';

type Choice = { readonly row: ReminderRow; readonly flag: Flag };

export function showReminders(page: Page): void {
  load(page, 'ui_reminders', {}, (rows) => {
    const due = rows.filter(({ action }) => action === 'send');
    const byMail = due.filter(({ channel }) => channel === 'email');
    const byHand = due.filter(({ channel }) => channel !== 'email');
    const held = rows.filter(({ action }) => action === 'hold');
    const choices = byMail.map((row) => ({ row, flag: flagField(row.clientName, true) }));
    const none = paragraph(
      say('Aucune relance à envoyer aujourd’hui.', 'No reminder to send today.'),
      'quiet-text',
    );
    fill(
      page.root,
      section(
        `${say('À envoyer', 'To send')} (${byMail.length})`,
        ...choices.map(({ row, flag }) => reminderCard(page, row, flag.node)),
        byMail.length === 0 && none,
      ),
      byHand.length > 0 &&
        section(
          `${say('À faire de vive voix ou par lettre', 'By phone or letter')} (${byHand.length})`,
          ...byHand.map((row) => reminderCard(page, row, el('strong', {}, row.clientName))),
        ),
      held.length > 0 &&
        folded(
          `${say('Retenues', 'Held back')} (${held.length})`,
          ...held.map((row) => reminderCard(page, row, el('strong', {}, row.clientName))),
        ),
    );
    showButton(page, choices);
    page.root.addEventListener('change', () => showButton(page, choices));
  });
}

function reminderCard(page: Page, row: ReminderRow, name: HTMLElement): HTMLElement {
  const shown = el('div', { class: 'preview' });
  const log = (event: string): void => page.open('journal', `${row.client}\n\n${event}`);
  const { client, currency } = row;
  const preview = previewButton(say('Texte', 'Text'), shown, () =>
    load(page, 'ui_previewReminder', { client, currency }, showPreview, shown),
  );
  return el(
    'article',
    { class: 'card' },
    amountHead(name, row.total, currency),
    el(
      'div',
      { class: 'pair small' },
      el('span', { class: 'help' }, row.invoices.join(', ')),
      levelBadge(row),
    ),
    paragraph(row.why, 'why'),
    el(
      'div',
      { class: 'chips' },
      row.action === 'send' && preview,
      button(say('Appeler', 'Call'), () => page.open('callSheet', client), 'quiet'),
      row.action === 'send' && letterButton(page, row),
      button(say('Promesse', 'Promise'), () => log('promise'), 'quiet'),
      button(say('Litige', 'Dispute'), () => log('dispute'), 'quiet'),
      button(say('Suspendre', 'Hold'), () => log('hold'), 'quiet'),
      button(say('Fiche', 'Card'), () => page.open('client', client), 'quiet'),
    ),
    shown,
  );
}

/** A registered letter is a formal notice. */
function letterButton(page: Page, { channel, client, currency }: ReminderRow): HTMLElement {
  const kind = channel === 'registeredLetter' ? 'formal-notice' : 'reminder';
  return button(
    say('Lettre', 'Letter'),
    () => page.open('letter', `${client}\n${kind}\n${currency}`),
    'quiet',
  );
}

function levelBadge({ level, action }: ReminderRow): HTMLElement | null {
  if (level === null) return null;
  const tone = action === 'hold' ? '' : level >= 3 ? 'bad' : 'warn';
  return el('span', { class: `badge ${tone}` }, say(`niveau ${level}`, `level ${level}`));
}

function showPreview({ mail, notices }: ReminderPreview, into: HTMLElement): void {
  fill(into, ...noticeLists(notices), mailBox(mail));
}

function showButton(page: Page, choices: readonly Choice[]): void {
  if (page.state.busy) return;
  const clients = choices.filter(({ flag }) => flag.on()).map(({ row }) => row);
  const count = shownCount(clients.length, ['relance', 'relances'], ['reminder', 'reminders']);
  const label = say(`Envoyer ${count}`, `Send ${count}`);
  const question = say(
    `Envoyer ${count} ? Chacune est revérifiée juste avant : qui a payé entre-temps ne reçoit rien.`,
    `Send ${count}? Each is checked again right before: who has paid meanwhile receives nothing.`,
  );
  const send = button(label, () => confirm(page, question, label, () => remind(page, clients)), 'primary');
  fill(page.actions, clients.length > 0 && send);
}

function remind(page: Page, rows: readonly ReminderRow[]): void {
  const clients = rows.map(({ client, currency }) => ({ client, currency }));
  act(page, 'ui_remind', { clients }, (sent) => showSent(page, sent, rows));
}

function showSent(page: Page, { rows, left }: Sent, asked: readonly ReminderRow[]): void {
  const nameOf = (code: string): string => asked.find(({ client }) => client === code)?.clientName ?? code;
  const done = rows.filter(({ state }) => state === 'sent').length;
  const count = shownCount(
    done,
    ['relance envoyée', 'relances envoyées'],
    ['reminder sent', 'reminders sent'],
  );
  const cards = rows.map(({ client, state, text }) =>
    el(
      'article',
      { class: 'card' },
      el('div', { class: 'pair' }, el('strong', {}, nameOf(client)), stateBadge(state)),
      paragraph(text, 'help'),
    ),
  );
  const goOn = button(say(`Poursuivre (${left})`, `Go on (${left})`), () => remind(page, asked), 'primary');
  fill(
    page.root,
    el(
      'div',
      { class: 'results', role: 'status' },
      banner(done > 0 ? 'good' : 'warn', `${count}.`),
      ...cards,
    ),
  );
  fill(
    page.actions,
    left > 0 && goOn,
    button(say('Terminé', 'Done'), () => page.open('home')),
  );
  page.root.scrollIntoView();
}
