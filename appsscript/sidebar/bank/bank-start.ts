/** Where a statement is chosen; what earlier imports left to be decided; imports that may be taken back. */
import { isCurrency } from '../../../shared/base/money.ts';
import { headersText, sameHeaders } from '../../../shared/exchange/bank/csv-header.ts';
import { type KeptProfile, profileRow } from '../../../shared/exchange/bank/kept-profiles.ts';
import type { BankFault, BankHeader } from '../../../shared/exchange/bank/statement.ts';
import type { ImportEntry, ImportView } from '../../contract/bank.ts';
import { button, el, fill, section } from '../dom.ts';
import { shownCount, shownDay } from '../money-text.ts';
import { banner, load, type Page } from '../page.ts';
import { language, say } from '../say.ts';
import { askColumns } from './bank-columns.ts';
import { firstRows, type ReadFile, readBankFile } from './bank-file.ts';
import { partsOf } from './bank-parts.ts';
import { showMovements, showPart } from './bank-review.ts';
import { askUndo } from './bank-undo.ts';
import { fileDrop } from './file-drop.ts';

export function showStart(page: Page): void {
  fill(page.messages);
  fill(page.actions);
  load(page, 'ui_planImport', { statements: [] }, (view) => {
    const waiting = view.movements.length > 0 && waitingNote(page, view);
    fill(
      page.root,
      chooser(page, view),
      waiting,
      view.imports.length > 0 && importList(page, view.imports),
      view.profiles.length > 0 && profileList(view.profiles),
    );
  });
}

function chooser(page: Page, view: ImportView): HTMLElement {
  const title = say('Déposez ici le relevé de votre banque', 'Drop your bank’s statement here');
  return fileDrop(page, title, formats(), '.csv,.txt,.ofx,.xml,.cfo,.120', (file) => {
    void readChosen(page, view, file, null);
  });
}

function formats(): string {
  return say(
    'CSV de votre banque, OFX, CAMT.053 ou CFONB 120. Le fichier reste dans ce navigateur : seuls ses mouvements entrent dans la feuille, et rien n’est écrit avant votre accord.',
    'Your bank’s CSV, OFX, CAMT.053 or CFONB 120. The file stays in this browser: only its movements enter the sheet, and nothing is written before you agree.',
  );
}

/** @param chosen its columns, where a person has just named them */
async function readChosen(
  page: Page,
  view: ImportView,
  file: File,
  chosen: KeptProfile | null,
): Promise<void> {
  const { currency, profiles, today } = view;
  if (!isCurrency(currency)) return;
  const read = await readBankFile(
    file,
    { currency, profile: chosen?.profile ?? null, kept: profiles },
    today,
  );
  if (!read.ok) return refuse(page, view, file, read, chosen);
  const { header, isProven, statements, text } = read;
  const other =
    header === null ? null : () => nameColumns(page, view, file, text, chosen ?? keptFor(header, view));
  const named = chosen !== null && chosen.name !== '' ? [profileRow(chosen)] : [];
  const known = header?.keptAs ?? '';
  showPart(page, { name: file.name, isProven, known, named, other, parts: partsOf(statements), at: 0 });
}

function keptFor({ keptAs }: BankHeader, { profiles }: ImportView): KeptProfile | null {
  return profiles.filter(({ name }) => name === keptAs).pop() ?? null;
}

/** Faults that other columns, or another order of the days, would mend. */
const OF_COLUMNS = ['bank/columns', 'bank/profile', 'bank/days', 'bank/direction'];

function refuse(
  page: Page,
  view: ImportView,
  file: File,
  { faults, text }: Extract<ReadFile, { readonly ok: false }>,
  chosen: KeptProfile | null,
): void {
  const isUnknown = faults.every(({ code }) => code === 'bank/columns');
  if (isUnknown && nameColumns(page, view, file, text, chosen)) return;
  const before = chosen ?? keptBy(text, view);
  const isAsked = before !== null || faults.some(({ code }) => OF_COLUMNS.includes(code));
  const asked = isAsked && askColumns(text, before, (profile) => readChosen(page, view, file, profile));
  const title = say(`« ${file.name} » n’est pas importé.`, `“${file.name}” is not imported.`);
  fill(page.messages);
  fill(page.actions);
  fill(page.root, banner('bad', title, faultList(faults)), asked, chooser(page, view));
}

/** A profile that is kept for a header of the file, and may be wrong. */
function keptBy(text: string, { profiles }: ImportView): KeptProfile | null {
  const headers = firstRows(text).map(({ cells }) => headersText(cells));
  return profiles.filter((one) => headers.some((header) => sameHeaders(one.headers, header))).pop() ?? null;
}

/** @returns whether the file has headers that can be named */
function nameColumns(
  page: Page,
  view: ImportView,
  file: File,
  text: string,
  before: KeptProfile | null,
): boolean {
  const asked = askColumns(text, before, (profile) => readChosen(page, view, file, profile));
  if (asked === null) return false;
  fill(page.messages);
  fill(page.actions);
  fill(page.root, asked, chooser(page, view));
  return true;
}

const MOST_FAULTS = 10;

function faultList(faults: readonly BankFault[]): HTMLElement {
  const items = faults.slice(0, MOST_FAULTS).map(({ line, message }) => {
    const place = line > 0 ? say(`Ligne ${line} : `, `Line ${line}: `) : '';
    return el('li', {}, place + message[language()]);
  });
  const more = faults.length - items.length;
  return el(
    'ul',
    { class: 'notices error' },
    ...items,
    more > 0 && el('li', {}, say(`… et ${more} de plus`, `… and ${more} more`)),
  );
}

function waitingNote(page: Page, view: ImportView): HTMLElement {
  const count = shownCount(view.movements.length, ['mouvement', 'mouvements'], ['movement', 'movements']);
  const decide = button(say('Décider maintenant', 'Decide now'), () => showMovements(page, view));
  const text = say(`${count} d’imports précédents à décider.`, `${count} of earlier imports to be decided.`);
  return banner('warn', text, decide);
}

function importList(page: Page, imports: readonly ImportEntry[]): HTMLElement {
  return section(say('Derniers imports', 'Last imports'), ...imports.map((one) => importRow(page, one)));
}

function importRow(page: Page, entry: ImportEntry): HTMLElement {
  const { from, importId, movements, payments, to, waiting } = entry;
  const days =
    from === to
      ? shownDay(from)
      : say(`du ${shownDay(from)} au ${shownDay(to)}`, `${shownDay(from)} to ${shownDay(to)}`);
  const counts = [
    shownCount(movements, ['mouvement', 'mouvements'], ['movement', 'movements']),
    shownCount(payments, ['règlement', 'règlements'], ['payment', 'payments']),
    waiting > 0 && say(`${waiting} à décider`, `${waiting} to decide`),
  ].filter(Boolean);
  const undo = button(say('Défaire cet import', 'Take back'), () => askUndo(page, entry), 'quiet');
  return el(
    'div',
    { class: 'item pair' },
    el(
      'div',
      {},
      el('span', { class: 'row-title' }, days),
      el('span', { class: 'row-under' }, `${counts.join(', ')} · ${importId}`),
    ),
    undo,
  );
}

/** Rows of a tab like any other: renamed and forgotten there. */
function profileList(profiles: readonly KeptProfile[]): HTMLElement {
  const help = say(
    'Les colonnes de ces banques sont connues. Pour renommer ou oublier une banque : sa ligne de l’onglet Profils bancaires.',
    'The columns of these banks are known. To rename or forget a bank: its row of the tab Bank profiles.',
  );
  const rows = profiles.map(({ headers, name }) =>
    el(
      'div',
      { class: 'item' },
      el('span', { class: 'row-title' }, name),
      el('span', { class: 'row-under' }, headers),
    ),
  );
  return section(say('Banques connues', 'Known banks'), el('p', { class: 'help before' }, help), ...rows);
}
