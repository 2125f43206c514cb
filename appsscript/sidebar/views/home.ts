/** Home: where the register stands, what is to be done today, the daily run. */
import type { HomeView, ViewName } from '../../contract.ts';
import { takeChanged } from '../call.ts';
import { el, fill, paragraph, rowButton, section } from '../dom.ts';
import { figureGrid } from '../figures.ts';
import { flagField } from '../forms/field-kinds.ts';
import { type Icon, icon } from '../icons.ts';
import { shownDay } from '../money-text.ts';
import { act, banner, load, type Page, tell } from '../page.ts';
import { say, speak } from '../say.ts';

export function showHome(page: Page): void {
  load(page, 'ui_home', { renew: takeChanged() }, (home, into) => {
    speak(home.language);
    document.documentElement.lang = home.language;
    if (home.companyName !== '') page.entitle(home.companyName);
    fill(into, ...(home.isSetUp ? standing(page, home) : [welcome(page)]), rooms(page), dailyRun(page, home));
  });
}

function welcome(page: Page): HTMLElement {
  const setUp = el('button', { type: 'button', class: 'button primary' }, say('Installer', 'Set up'));
  setUp.addEventListener('click', () => page.open('setup'));
  const text = say(
    'Cette feuille n’est pas encore un registre. L’installation crée les onglets ; rien de ce qui s’y trouve n’est effacé.',
    'This sheet is no register yet. Setting up makes the tabs; nothing that is in it is erased.',
  );
  return banner('note', text, setUp);
}

function standing(page: Page, home: HomeView): readonly HTMLElement[] {
  const day = say(`Au ${shownDay(home.today)}`, `As of ${shownDay(home.today)}`);
  return [el('p', { class: 'as-of' }, day), figureGrid(home.figures), toDoList(page, home)];
}

function toDoList(page: Page, { toDo }: HomeView): HTMLElement {
  const rows = toDo.map(({ text, view, argument }) =>
    rowButton(() => page.open(view, argument), text, '', icon('next')),
  );
  const nothing = paragraph(say('Rien n’attend aujourd’hui.', 'Nothing is waiting today.'), 'quiet-text');
  return section(say('À faire', 'To do'), ...(rows.length > 0 ? rows : [nothing]));
}

function rooms(page: Page): HTMLElement {
  const tile = (view: ViewName, drawing: Icon, label: string): HTMLElement => {
    const node = el('button', { type: 'button', class: 'tile' }, icon(drawing), el('span', {}, label));
    node.addEventListener('click', () => page.open(view));
    return node;
  };
  return el(
    'nav',
    { class: 'tiles', 'aria-label': say('Ce que vous pouvez faire', 'What you can do') },
    tile('invoice', 'invoice', say('Nouvelle facture', 'New invoice')),
    tile('issue', 'issue', say('Émettre', 'Issue')),
    tile('payment', 'payment', say('Règlement', 'Payment')),
    tile('reminders', 'reminders', say('Relances', 'Reminders')),
    tile('outlook', 'outlook', say('Ce qui partira', 'What will go out')),
    tile('followUp', 'followUp', say('Promesses', 'Promises')),
    tile('clients', 'clients', say('Clients', 'Clients')),
    tile('journal', 'journal', say('Journal', 'Log')),
    tile('setup', 'setup', say('Réglages', 'Settings')),
    tile('unknown', 'search', say('Envois à vérifier', 'Messages to check')),
  );
}

function dailyRun(page: Page, home: HomeView): HTMLElement | null {
  if (!home.isSetUp) return null;
  const daily = flagField(
    say('Passage automatique chaque jour', 'Automatic run every day'),
    home.dailyRunOn,
    'switch',
  );
  const sentence = el('p', { class: 'help' }, home.dailyRun);
  daily.control.addEventListener('change', () => {
    const on = daily.on();
    daily.control.checked = !on; // until the script has done it
    act(page, 'ui_dailyRun', { on }, ({ text }) => {
      daily.control.checked = on;
      fill(sentence, text);
      tell(page, 'good', text);
    });
  });
  return section(say('Passage quotidien', 'Daily run'), daily.node, sentence);
}
