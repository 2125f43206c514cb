/** What an import would do, to be ticked: certain receipts, those to decide, what concerns no client. Then it is applied. */
import type { ProfileRow } from '../../../shared/exchange/bank/kept-profiles.ts';
import type { ImportView, PlannedView } from '../../contract/bank.ts';
import { button, type Child, el, fill, folded } from '../dom.ts';
import { minorOf, shownCount, shownDay, shownMinor, shownMoney } from '../money-text.ts';
import { act, banner, finish, load, type Page } from '../page.ts';
import { say } from '../say.ts';
import { type MovementCard, movementCard } from './bank-movement.ts';
import type { FilePart } from './bank-parts.ts';
import { askUndo } from './bank-undo.ts';

export type OpenFile = {
  readonly name: string;
  readonly isProven: boolean; // its balances and its movements agree
  readonly known: string; // the bank whose kept columns it was read with; empty: none
  readonly named: readonly ProfileRow[]; // columns somebody has just named, to be kept with the import
  readonly other: (() => void) | null; // names other columns, where it is a CSV
  readonly parts: readonly FilePart[];
  readonly at: number; // the part shown, from 0
};

/** One part of a file, planned by the script. */
export function showPart(page: Page, file: OpenFile): void {
  fill(page.messages);
  fill(page.actions);
  const statements = file.parts[file.at] ?? [];
  load(page, 'ui_planImport', { statements }, (view) => draw(page, view, file));
}

/** What earlier imports left to be decided. */
export function showMovements(page: Page, view: ImportView): void {
  fill(page.messages);
  draw(page, view, null);
}

function draw(page: Page, view: ImportView, file: OpenFile | null): void {
  const follow = (): void => fill(ticked, ...tickedText(cards));
  const isAsked = ({ amount, decision, isEarlier, currency }: PlannedView): boolean =>
    decision === 'ask' && (isEarlier || (minorOf(amount, currency) ?? 0) !== 0);
  const cards = view.movements
    .filter((one) => one.decision === 'apply' || isAsked(one))
    .map((one) => movementCard(page, one, follow));
  const ticked = el('p', { class: 'pair ticked', 'aria-live': 'polite' });
  const of = (decision: PlannedView['decision'], isEarlier: boolean) =>
    cards.filter(({ movement }) => movement.decision === decision && movement.isEarlier === isEarlier);
  fill(
    page.root,
    file && proofNote(file),
    file && cards.length === 0 && nothingNew(view),
    cardSection(say('Reconnus avec certitude', 'Recognised for certain'), of('apply', false), false),
    cardSection(say('À décider', 'To decide'), of('ask', false), true),
    cardSection(
      say('À décider, d’imports précédents', 'To decide, of earlier imports'),
      of('ask', true),
      true,
    ),
    others(view.movements),
  );
  follow();
  const back = button(say('Autre fichier', 'Another file'), page.back);
  const apply = button(say('Importer', 'Import'), () => applyAll(page, cards, file), 'primary');
  fill(page.actions, ticked, back, hasNew(view, cards) && apply);
}

function hasNew({ movements }: ImportView, cards: readonly MovementCard[]): boolean {
  return cards.length > 0 || movements.some(({ decision }) => decision === 'log' || decision === 'relog');
}

function proofNote({ at, isProven, known, name, other, parts }: OpenFile): HTMLElement {
  const part =
    parts.length > 1
      ? say(` (partie ${at + 1} sur ${parts.length})`, ` (part ${at + 1} of ${parts.length})`)
      : '';
  const proof = isProven
    ? say('les soldes et les mouvements concordent.', 'balances and movements agree.')
    : say(
        'le fichier ne dit pas ses soldes : vérifiez qu’il est complet.',
        'the file does not say its balances: check that it is complete.',
      );
  const bank = known === '' ? null : el('p', { class: 'small' }, readAs(known));
  const columns = other && button(say('Autres colonnes…', 'Other columns…'), other, 'quiet');
  const said = say(`${name}${part} : ${proof}`, `${name}${part}: ${proof}`);
  return banner(isProven ? 'good' : 'warn', said, bank, columns);
}

function readAs(bank: string): string {
  return say(`Colonnes connues : « ${bank} ».`, `Known columns: “${bank}”.`);
}

function nothingNew({ movements }: ImportView): HTMLElement {
  const known = movements.every(({ decision }) => decision === 'known');
  return el(
    'p',
    { class: 'empty' },
    known
      ? say('Tous ces mouvements sont déjà importés.', 'All of these movements are imported already.')
      : say('Aucun encaissement à décider dans ce relevé.', 'No receipt to decide in this statement.'),
  );
}

function cardSection(title: string, cards: readonly MovementCard[], isAll: boolean): HTMLElement | null {
  if (cards.length === 0) return null;
  const tickAll = (): void => {
    for (const { tick } of cards) tick();
  };
  const all = button(say('Tout cocher', 'Tick all'), tickAll, 'quiet');
  const heading = el(
    'h2',
    { class: 'pair' },
    `${title} (${cards.length})`,
    isAll && cards.some(({ isTickable }) => isTickable) && all,
  );
  return el('section', { class: 'part' }, heading, ...cards.map(({ node }) => node));
}

function others(movements: readonly PlannedView[]): Child {
  const quiet = movements.filter(
    ({ decision }) => decision === 'log' || decision === 'known' || decision === 'relog',
  );
  if (quiet.length === 0) return null;
  const known = quiet.filter(({ decision }) => decision === 'known').length;
  const count = quiet.length - known;
  const title = say(
    `Sans règlement à enregistrer : ${count} hors clients, ${known} déjà importés`,
    `No payment to record: ${count} of no client, ${known} imported already`,
  );
  return folded(title, el('div', {}, ...quiet.map(quietRow)));
}

function quietRow({ amount, currency, day, label, reason }: PlannedView): HTMLElement {
  return el(
    'div',
    { class: 'item pair small' },
    el('span', {}, `${shownDay(day)} · ${label} · ${reason}`),
    el('span', { class: 'amount' }, shownMoney(amount, currency)),
  );
}

/** By currency: amounts of different ones are never added. */
function tickedText(cards: readonly MovementCard[]): readonly Child[] {
  const isReceipt = ({ decision, movement: { amount, currency } }: MovementCard): boolean =>
    (decision()?.kind ?? 'ignored') !== 'ignored' && (minorOf(amount, currency) ?? 0) > 0;
  const chosen = cards.filter(isReceipt);
  const sums = new Map<string, number>();
  for (const { movement } of chosen) {
    const { amount, currency } = movement;
    sums.set(currency, (sums.get(currency) ?? 0) + (minorOf(amount, currency) ?? 0));
  }
  const count = shownCount(
    chosen.length,
    ['encaissement coché', 'encaissements cochés'],
    ['receipt ticked', 'receipts ticked'],
  );
  const sum = [...sums].map(([currency, minor]) => shownMinor(minor, currency)).join(' + ');
  return [el('span', {}, count), el('strong', { class: 'amount' }, sum)];
}

function applyAll(page: Page, cards: readonly MovementCard[], file: OpenFile | null): void {
  const statements = file?.parts[file.at] ?? [];
  const decisions = cards.flatMap(({ decision }) => decision() ?? []);
  const payments = decisions.reduce(
    (sum, { kind, parts }) => sum + (kind === 'ignored' ? 0 : Math.max(1, parts.length)),
    0,
  );
  act(
    page,
    'ui_applyImport',
    { statements, decisions, profiles: file?.named ?? [] },
    ({ importId, text }) => {
      const next = file && file.at + 1 < file.parts.length ? { ...file, at: file.at + 1 } : null;
      finish(page, text);
      fill(
        page.actions,
        importId !== '' &&
          button(say('Défaire cet import', 'Take this import back'), () =>
            askUndo(page, { importId, payments }),
          ),
        next
          ? button(say('Partie suivante', 'Next part'), () => showPart(page, next), 'primary')
          : button(say('Terminé', 'Done'), page.back, 'primary'),
      );
    },
  );
}
