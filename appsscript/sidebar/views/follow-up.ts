/** What was agreed and what became of it: letters to post, what needs somebody today, what is to come, what was kept. */
import type { AgreementRow, FollowUp, PendingLetter } from '../../contract/reminders.ts';
import { agreementCard } from '../agreement-card.ts';
import { type Child, el, fill, folded, paragraph, section, webLink } from '../dom.ts';
import { postingForm } from '../forms/posting.ts';
import { shownDay } from '../money-text.ts';
import { load, type Page } from '../page.ts';
import { say } from '../say.ts';

export function showFollowUp(page: Page): void {
  load(page, 'ui_followUp', {}, (view) => {
    const cards = (states: readonly AgreementRow['state'][]): readonly HTMLElement[] =>
      view.agreements
        .filter(({ state }) => states.includes(state))
        .map((row) => agreementCard(page, row, true));
    const urgent = cards(['broken', 'grace', 'today']);
    const coming = cards(['pending']);
    const kept = cards(['kept']);
    const nothing = view.agreements.length + view.letters.length === 0;
    fill(
      page.root,
      nothing &&
        el(
          'p',
          { class: 'empty' },
          say(
            'Aucune promesse, aucun échéancier, aucune lettre en attente.',
            'No promise, no plan, no letter waiting.',
          ),
        ),
      view.letters.length > 0 && lettersOf(page, view),
      !nothing &&
        titled(
          say('À suivre', 'To follow'),
          urgent,
          say('Rien à vérifier aujourd’hui.', 'Nothing to check today.'),
        ),
      coming.length > 0 && titled(say('À venir', 'To come'), coming, ''),
      kept.length > 0 &&
        folded(
          `${say('Tenues ces 30 derniers jours', 'Kept in the last 30 days')} (${kept.length})`,
          ...kept,
        ),
    );
  });
}

function titled(title: string, cards: readonly HTMLElement[], otherwise: string): HTMLElement {
  return section(
    `${title} (${cards.length})`,
    ...(cards.length > 0 ? cards : [paragraph(otherwise, 'quiet-text')]),
  );
}

function lettersOf(page: Page, { letters, today }: FollowUp): HTMLElement {
  const cards = letters.map((letter) => letterCard(page, letter, today));
  return section(`${say('Lettres à poster', 'Letters to post')} (${cards.length})`, ...cards);
}

function letterCard(page: Page, letter: PendingLetter, today: string): HTMLElement {
  const { clientName, isRegistered, letter: id, madeOn, text, url } = letter;
  const opened: Child = webLink(url, say('Ouvrir le PDF', 'Open the PDF'));
  return el(
    'article',
    { class: 'card' },
    el('div', { class: 'pair' }, el('strong', {}, clientName), opened),
    el('div', { class: 'pair small' }, el('span', {}, text), el('span', {}, shownDay(madeOn))),
    postingForm(page, { letter: id, isRegistered, day: today }),
  );
}
