/** What left the sheet: messages with their attachments, PDFs; and what the script did, call by call. */
import type { Desk, ShownExecution, ShownFile, ShownMail } from '../protocol.ts';
import { openBox } from './dialogs.ts';
import { el } from './dom.ts';
import { icon } from './icons.ts';
import { dayText, sizeText, type WordKey, word } from './words.ts';

export function openOutbox({ mails, mailsLeft }: Desk): void {
  const reading = el('div', { class: 'reading' });
  const list = el('div', { class: 'list' });
  const show = (mail: ShownMail, row: HTMLElement): void => {
    for (const other of list.children) other.classList.toggle('chosen', other === row);
    reading.replaceChildren(...letter(mail));
  };
  for (const mail of mails) {
    const row = el(
      'button',
      { type: 'button', class: 'list-row' },
      el('strong', {}, mail.to),
      el('span', {}, mail.subject),
      el('small', {}, dayText(mail.at), mail.attachments.length > 0 && icon('clip', 13)),
    );
    row.addEventListener('click', () => show(mail, row));
    list.append(row);
  }
  const left = el('p', { class: 'left' }, `${mailsLeft} ${word('mailsLeft')}`);
  const [newest] = mails;
  const body = newest ? [list, reading] : [el('p', { class: 'nothing' }, word('noMails'))];
  openBox(word('outbox'), 'large', el('div', { class: 'split' }, ...body), left);
  if (newest && list.firstElementChild instanceof HTMLElement) show(newest, list.firstElementChild);
}

const HEADERS = ['from', 'to', 'cc', 'bcc', 'replyTo'] as const satisfies readonly WordKey[];

function letter(mail: ShownMail): readonly HTMLElement[] {
  const frame = el('iframe', {
    class: 'letter',
    src: `/mails/${mail.id}`,
    sandbox: 'allow-popups',
    title: mail.subject,
  });
  const text = el('pre', { class: 'letter mail-text', hidden: true }, mail.text);
  const toggle = el('button', { type: 'button', class: 'plain small' }, word('asText'));
  toggle.addEventListener('click', () => {
    frame.hidden = !frame.hidden;
    text.hidden = !frame.hidden;
    toggle.textContent = word(text.hidden ? 'asText' : 'asHtml');
  });
  const headers = HEADERS.filter((key) => mail[key] !== '').flatMap((key) => [
    el('dt', {}, word(key)),
    el('dd', {}, mail[key]),
  ]);
  const attachments = mail.attachments.map(({ bytes, href, name }) =>
    el(
      'a',
      { class: 'attachment', href, target: '_blank' },
      icon('files', 16),
      name,
      el('small', {}, sizeText(bytes)),
    ),
  );
  return [
    el('div', { class: 'mail-head' }, el('h3', {}, mail.subject), toggle),
    el('dl', { class: 'headers' }, ...headers),
    el('div', { class: 'attachments' }, ...attachments),
    frame,
    text,
  ];
}

export function openFiles({ files }: Desk): void {
  const viewer = el('iframe', { class: 'pdf', title: 'PDF' });
  const list = el('div', { class: 'list' }, ...files.map((file) => fileRow(file, viewer)));
  const body = files.length > 0 ? [list, viewer] : [el('p', { class: 'nothing' }, word('noFiles'))];
  openBox(word('files'), 'large', el('div', { class: 'split' }, ...body));
  if (list.firstElementChild instanceof HTMLElement) list.firstElementChild.click();
}

function fileRow({ at, bytes, href, name }: ShownFile, viewer: HTMLIFrameElement): HTMLElement {
  const row = el(
    'button',
    { type: 'button', class: 'list-row' },
    el('strong', {}, name),
    el('small', {}, `${dayText(at)} · ${sizeText(bytes)}`),
  );
  row.addEventListener('click', () => {
    viewer.src = href;
    for (const other of row.parentElement?.children ?? []) other.classList.toggle('chosen', other === row);
  });
  return row;
}

export function openRuns({ executions }: Desk): void {
  const rows = executions.map(runRow);
  openBox(
    word('runs'),
    'medium',
    el(
      'div',
      { class: 'runs' },
      ...(rows.length > 0 ? rows : [el('p', { class: 'nothing' }, word('noRuns'))]),
    ),
  );
}

function runRow({ callCount, calls, error, functionName, status }: ShownExecution): HTMLElement {
  const counts = calls.map(([name, count]) => el('li', {}, `${count} × ${name}`));
  return el(
    'details',
    { class: `run ${status}` },
    el('summary', {}, el('code', {}, functionName), el('small', {}, `${callCount} ${word('calls')}`)),
    error !== null && el('p', { class: 'error' }, error),
    el('ul', {}, ...counts),
  );
}
