/** The firm's own texts, checked: what a client should not read, and where it stands. */
import type { TextCheck } from '../../contract/reminders.ts';
import { button, el, fill } from '../dom.ts';
import { shownCount } from '../money-text.ts';
import { banner, load, noticeLists, type Page } from '../page.ts';
import { say } from '../say.ts';

export function showTexts(page: Page): void {
  load(page, 'ui_texts', {}, (checks) => {
    const wrong = checks.filter(({ notices }) => notices.length > 0);
    fill(
      page.root,
      ...(checks.length === 0 ? [none()] : [summary(checks.length, wrong.length), ...wrong.map(card)]),
    );
  });
  fill(
    page.actions,
    button(say('Vérifier à nouveau', 'Check again'), () => showTexts(page)),
  );
}

function none(): HTMLElement {
  const text = say(
    'L’onglet Modèles n’a aucun texte à vous : ceux d’Encaisse servent, et ils sont vérifiés.',
    'The Templates tab has no text of yours: ours are used, and they have been checked.',
  );
  return el('p', { class: 'empty' }, text);
}

function summary(count: number, wrong: number): HTMLElement {
  const all = shownCount(
    count,
    ['modèle vérifié', 'modèles vérifiés'],
    ['template checked', 'templates checked'],
  );
  if (wrong === 0) return banner('good', say(`${all} : rien à redire.`, `${all}: nothing to mend.`));
  return banner('warn', say(`${all}, ${wrong} à revoir.`, `${all}, ${wrong} to be mended.`));
}

function card({ language, notices, row, template }: TextCheck): HTMLElement {
  return el(
    'article',
    { class: 'card' },
    el(
      'div',
      { class: 'pair' },
      el('strong', {}, [template, language].filter(Boolean).join(' · ')),
      el('span', { class: 'help' }, say(`ligne ${row}`, `row ${row}`)),
    ),
    ...noticeLists(notices),
  );
}
