/** One opened view: where it draws, how it calls the script, how it says what came of it. */
import type { Notice, SidebarCall, ViewName } from '../contract.ts';
import { type Asks, call, type Refusal, type Told } from './call.ts';
import { button, type Child, el, fill } from './dom.ts';
import { markWrong } from './fields.ts';
import { say } from './say.ts';

export type Page = {
  readonly root: HTMLElement; // what the view draws
  readonly messages: HTMLElement; // what came of the last action, above the buttons
  readonly actions: HTMLElement; // the view's buttons
  readonly state: { busy: boolean; edited: boolean };
  readonly open: (view: ViewName, argument?: string) => void;
  readonly back: () => void;
  readonly entitle: (title: string) => void;
};

export type View = (page: Page, argument: string) => void;

/** Reads from the script into a part of the view; says why where it cannot, with a button to try again. */
export async function load<C extends SidebarCall>(
  page: Page,
  name: C,
  asks: Asks<C>,
  show: (told: Told<C>, into: HTMLElement) => void,
  into: HTMLElement = page.root,
): Promise<void> {
  fill(into, el('p', { class: 'loading' }, say('Lecture du registre…', 'Reading the register…')));
  into.setAttribute('aria-busy', 'true');
  const reply = await call(name, asks);
  into.removeAttribute('aria-busy');
  if (!into.isConnected) return;
  if (reply.ok) {
    fill(into);
    show(reply.value, into);
  } else {
    const again = button(say('Réessayer', 'Try again'), () => load(page, name, asks, show, into));
    fill(into, banner('bad', reply.message, ...noticeLists(reply.notices), again));
  }
}

/** Asks the script to do something, once: until it has answered, nothing in the view can be pressed. */
export async function act<C extends SidebarCall>(
  page: Page,
  name: C,
  asks: Asks<C>,
  done: (told: Told<C>) => void,
): Promise<void> {
  if (page.state.busy) return;
  fill(page.messages);
  const release = hold(page);
  const reply = await call(name, asks);
  release();
  if (!page.root.isConnected) return;
  if (reply.ok) {
    page.state.edited = false;
    done(reply.value);
  } else refuse(page, reply, () => act(page, name, asks, done));
}

/** Disables what can be pressed or changed. @returns what gives it back, and the focus with it */
function hold(page: Page): () => void {
  const focused = document.activeElement;
  const controls = [page.root, page.actions]
    .flatMap((part) => [...part.querySelectorAll('button, input, select, textarea')])
    .filter((control) => !control.hasAttribute('disabled'));
  page.state.busy = true;
  document.body.setAttribute('aria-busy', 'true');
  for (const control of controls) control.setAttribute('disabled', '');
  return () => {
    page.state.busy = false;
    document.body.removeAttribute('aria-busy');
    for (const control of controls) control.removeAttribute('disabled');
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  };
}

function refuse(page: Page, refusal: Refusal, again: () => void): void {
  const apart = refusal.notices.filter((notice) => !markField(page.root, notice));
  const retry = refusal.lost === true && button(say('Réessayer', 'Try again'), again);
  tell(page, 'bad', refusal.message, ...noticeLists(apart), retry);
  focusWrong(page.root);
}

/** Says what came of an action, above the buttons; read out at once. */
export function tell(page: Page, tone: 'good' | 'bad', text: string, ...more: readonly Child[]): void {
  fill(page.messages, banner(tone, text, ...more));
  page.messages.scrollIntoView({ block: 'nearest' });
}

/** Puts what came of it in place of the view: there is nothing left to fill in. */
export function finish(page: Page, text: string, ...more: readonly Child[]): void {
  fill(page.messages);
  fill(page.root, el('div', { role: 'status', tabindex: -1 }, banner('good', text, ...more)));
}

/** A message that stands out. Bad ones are announced as alerts. */
export function banner(
  tone: 'good' | 'bad' | 'warn' | 'note',
  text: string,
  ...more: readonly Child[]
): HTMLElement {
  const role = tone === 'bad' ? 'alert' : undefined;
  return el('div', { class: `banner ${tone}`, role }, text !== '' && el('p', {}, text), ...more);
}

/** Notices as lists: what is wrong first, then what to be aware of. */
export function noticeLists(notices: readonly Notice[]): readonly HTMLElement[] {
  return (['error', 'warning'] as const).flatMap((severity) => {
    const texts = notices.filter((notice) => notice.severity === severity).map(({ text }) => text);
    const items = [...new Set(texts)].map((text) => el('li', {}, text));
    return items.length === 0 ? [] : [el('ul', { class: `notices ${severity}` }, ...items)];
  });
}

/** Shows a notice at the field it is about. @returns whether the view has that field */
export function markField(root: HTMLElement, { field, text, severity }: Notice): boolean {
  const found = [...root.querySelectorAll('input, select, textarea')].find(
    (control) => field !== '' && control.getAttribute('name') === field,
  );
  if (!found) return false;
  markWrong(found, text, severity);
  return true;
}

/** Leads to the first field that is wrong. */
export function focusWrong(root: HTMLElement): void {
  const wrong = root.querySelector('[aria-invalid="true"]');
  if (!(wrong instanceof HTMLElement)) return;
  wrong.closest('details')?.setAttribute('open', '');
  wrong.focus();
}

const DELIBERATE = 400; // milliseconds: the second half of a double click is no answer

/** Asks before what cannot be undone: in place of the view's buttons, one to go on and one to stay. */
export function confirm(page: Page, question: string, yes: string, work: () => void): void {
  if (page.state.busy || page.actions.querySelector('.question')) return;
  const before = [...page.actions.childNodes];
  const restore = (): void => page.actions.replaceChildren(...before);
  const shownAt = Date.now();
  const goOn = (): void => {
    if (Date.now() - shownAt < DELIBERATE) return;
    restore();
    work();
  };
  const go = button(yes, goOn, 'primary');
  const stay = button(say('Annuler', 'Cancel'), restore);
  fill(page.messages);
  fill(
    page.actions,
    el('div', { class: 'question', role: 'alertdialog', 'aria-label': question }, el('p', {}, question)),
    go,
    stay,
  );
  go.focus();
}

/** From the first thing written in this view on, leaving it asks first. */
export function guard(page: Page): void {
  page.root.addEventListener('input', () => {
    page.state.edited = true;
  });
}
