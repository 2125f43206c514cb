/** The start of the dialog in which files are read, a bank’s or another tool’s: which, and its language, stand in the page that the script sent. */
import { LANGUAGES } from '../../shared/base/words.ts';
import { showStart } from './bank/bank-start.ts';
import { showOpening } from './bank/opening-start.ts';
import { el, fill } from './dom.ts';
import type { Page } from './page.ts';
import { language, speak } from './say.ts';
import './sidebar.css';
import './bank.css';

const start = document.body.dataset.view === 'opening' ? showOpening : showStart;
speak(LANGUAGES.find((one) => one === document.body.dataset.language) ?? 'fr');
document.documentElement.lang = language();

const root = el('main', { class: 'view' });
const messages = el('div', { class: 'messages', 'aria-live': 'polite' });
const actions = el('div', { class: 'actions' });
const page: Page = {
  ...{ root, messages, actions, state: { busy: false, edited: false } },
  open: () => undefined,
  back: () => start(page),
  entitle: () => undefined,
};
fill(document.body, root, el('footer', {}, messages, actions));
start(page);
