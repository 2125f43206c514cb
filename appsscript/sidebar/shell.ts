/** The frame of the sidebar: the bar at its top, the view, what came of an action and the view's buttons at its foot. */
import type { ViewName } from '../contract.ts';
import { el, fill } from './dom.ts';
import { icon, iconButton } from './icons.ts';
import { confirm, type Page } from './page.ts';
import { language, say } from './say.ts';
import { titleOf, VIEW } from './views.ts';

type Place = { readonly view: ViewName; readonly argument: string };

let trail: readonly Place[] = [];
let page: Page | undefined;

/** Opens a view, and remembers where one came from; asks first where a form has been written in. */
export function open(view: ViewName, argument = ''): void {
  leave(() => {
    const here = trail[trail.length - 1];
    const same = here?.view === view && here.argument === argument;
    if (view === 'home') trail = [{ view, argument }];
    else if (!same) trail = [...trail, { view, argument }];
    draw({ view, argument });
  });
}

function back(): void {
  leave(() => {
    trail = trail.slice(0, -1);
    const place = trail[trail.length - 1] ?? { view: 'home', argument: '' };
    if (trail.length === 0) trail = [place];
    draw(place);
  });
}

function leave(go: () => void): void {
  const here = page;
  if (!here?.state.edited || !here.root.isConnected) {
    go();
    return;
  }
  const question = say(
    'Quitter sans enregistrer ? Ce que vous avez saisi sera perdu.',
    'Leave without saving? What you have entered will be lost.',
  );
  confirm(here, question, say('Quitter', 'Leave'), () => {
    here.state.edited = false;
    go();
  });
}

function draw({ view, argument }: Place): void {
  const title = el('h1', { tabindex: -1 }, titleOf(view));
  const state = { busy: false, edited: false };
  const root = el('main', { class: `view ${view}` });
  const messages = el('div', { class: 'messages', 'aria-live': 'polite' });
  const actions = el('div', { class: 'actions' });
  const entitle = (text: string): void => fill(title, text);
  page = { root, messages, actions, state, open, back, entitle };
  fill(document.body, bar(view, title), root, el('footer', {}, messages, actions));
  document.documentElement.lang = language();
  window.scrollTo(0, 0);
  VIEW[view].show(page, argument);
  if (trail.length > 1) title.focus({ preventScroll: true });
}

function bar(view: ViewName, title: HTMLElement): HTMLElement {
  if (view === 'home')
    return el('header', { class: 'bar home' }, el('span', { class: 'mark' }, icon('done')), title);
  const home = iconButton('home', say('Accueil', 'Home'), () => open('home'));
  return el('header', { class: 'bar' }, iconButton('back', say('Retour', 'Back'), back), title, home);
}
