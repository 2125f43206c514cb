/**
 * Issuing: the drafts, what each still lacks, a preview, then numbers and mails. Its argument is empty for all drafts, `selected` for
 * those selected in the sheet, or one draft's id.
 */
import type { DraftView, Issued, IssuePreview } from '../../contract.ts';
import { button, el, fill, paragraph } from '../dom.ts';
import { amountHead } from '../figures.ts';
import { type Flag, flagField } from '../forms/field-kinds.ts';
import { issuedList } from '../issued-list.ts';
import { mailBox, previewButton, printedPage } from '../mail-preview.ts';
import { shownCount } from '../money-text.ts';
import { act, confirm, load, noticeLists, type Page } from '../page.ts';
import { say } from '../say.ts';

type Choice = { readonly draft: DraftView; readonly flag: Flag };

export function showIssue(page: Page, argument: string): void {
  load(page, 'ui_drafts', { selected: argument === 'selected' }, (all) => {
    const one = all.filter(({ id }) => id === argument);
    showDrafts(page, one.length > 0 ? one : all, argument !== '');
  });
}

/** @param chosen whether the user named these drafts; of all drafts, those whose keeper says they are ready are ticked */
function showDrafts(page: Page, drafts: readonly DraftView[], chosen: boolean): void {
  if (drafts.length === 0) {
    const none = say('Aucun brouillon à émettre.', 'No draft to issue.');
    const write = button(say('Nouvelle facture', 'New invoice'), () => page.open('invoice'), 'primary');
    fill(page.root, el('div', { class: 'empty' }, el('p', {}, none), write));
    return;
  }
  const choices = drafts.map((draft) => ({
    draft,
    flag: flagField(draft.clientName, isReady(draft) && (chosen || draft.ready)),
  }));
  const ready = drafts.filter(isReady).length;
  const count = shownCount(drafts.length, ['brouillon', 'brouillons'], ['draft', 'drafts']);
  const head = say(`${count}, dont ${ready} à émettre`, `${count}, ${ready} can be issued`);
  fill(page.root, el('p', { class: 'as-of' }, head), ...choices.map((choice) => draftCard(page, choice)));
  showButtons(page, choices);
  page.root.addEventListener('change', () => showButtons(page, choices));
}

function isReady({ notices }: DraftView): boolean {
  return notices.every(({ severity }) => severity !== 'error');
}

function draftCard(page: Page, { draft, flag }: Choice): HTMLElement {
  const ready = isReady(draft);
  const shown = el('div', { class: 'preview' });
  const preview = previewButton(say('Aperçu', 'Preview'), shown, () =>
    load(page, 'ui_previewIssue', { draft: draft.id }, showPreview, shown),
  );
  const edit = button(say('Modifier', 'Edit'), () => page.open('invoice', `draft:${draft.id}`), 'quiet');
  flag.control.disabled = !ready;
  flag.control.setAttribute('aria-label', `${draft.clientName} ${draft.id}`);
  const kind = draft.type === 'creditNote' ? say('Avoir', 'Credit note') : '';
  const under = [kind, draft.id].filter(Boolean).join(' · ');
  return el(
    'article',
    { class: 'card' },
    amountHead(flag.node, draft.total, draft.currency),
    paragraph(under, 'help'),
    ...noticeLists(draft.notices),
    paragraph(draft.credit, 'help'),
    el('div', { class: 'chips' }, preview, isOfForm(draft) && edit),
    shown,
  );
}

/** Drafts typed in their tab may have any id; the form knows its own. */
function isOfForm({ id }: DraftView): boolean {
  return /^D-[A-Z0-9]{8,32}$/.test(id);
}

function showPreview({ html, mail }: IssuePreview, into: HTMLElement): void {
  fill(into, printedPage(html, say('Aperçu de la facture', 'Preview of the invoice')), mailBox(mail));
}

function showButtons(page: Page, choices: readonly Choice[]): void {
  if (page.state.busy) return;
  const drafts = choices
    .filter(({ flag }) => flag.on() && !flag.control.disabled)
    .map(({ draft }) => draft.id);
  const nameOf = (id: string): string => choices.find(({ draft }) => draft.id === id)?.draft.clientName ?? id;
  const documents = shownCount(drafts.length, ['document', 'documents'], ['document', 'documents']);
  const ask = (send: boolean, label: string): void => {
    const question = say(
      `Émettre ${documents} ? Le numéro est définitif : un document émis se corrige par un avoir.`,
      `Issue ${documents}? The number is final: an issued document is corrected by a credit note.`,
    );
    confirm(page, question, label, () => issue(page, drafts, send, nameOf));
  };
  const sending = say('Émettre et envoyer', 'Issue and send');
  const only = say('Émettre', 'Issue only');
  const both = [button(sending, () => ask(true, sending), 'primary'), button(only, () => ask(false, only))];
  for (const one of both) one.disabled = drafts.length === 0;
  fill(page.actions, ...both);
}

type Names = (draft: string) => string;

function issue(page: Page, drafts: readonly string[], send: boolean, nameOf: Names): void {
  act(page, 'ui_issue', { drafts, send }, (issued) => showIssued(page, issued, nameOf));
}

function showIssued(page: Page, issued: Issued, nameOf: Names): void {
  const waiting = issued.documents.filter(({ state }) => state === 'waiting').map(({ draft }) => draft);
  const goOn = button(
    say('Poursuivre l’envoi', 'Go on sending'),
    () => issue(page, waiting, true, nameOf),
    'primary',
  );
  fill(page.root, issuedList(page, issued, nameOf));
  fill(
    page.actions,
    waiting.length > 0 && goOn,
    button(say('Terminé', 'Done'), () => page.open('home')),
  );
  page.root.scrollIntoView();
}
