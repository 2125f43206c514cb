/** Where a statement is chosen; what earlier imports left to be decided; imports that may be taken back. */
import { isCurrency } from '../../../shared/base/money.ts';
import type { CsvProfile } from '../../../shared/exchange/bank/csv-columns.ts';
import type { BankFault } from '../../../shared/exchange/bank/statement.ts';
import type { ImportEntry, ImportView } from '../../contract/bank.ts';
import { button, el, fill, section } from '../dom.ts';
import { shownCount, shownDay } from '../money-text.ts';
import { banner, load, type Page } from '../page.ts';
import { language, say } from '../say.ts';
import { askColumns } from './bank-columns.ts';
import { type ReadFile, readBankFile } from './bank-file.ts';
import { partsOf } from './bank-parts.ts';
import { showMovements, showPart } from './bank-review.ts';
import { askUndo } from './bank-undo.ts';
import { fileDrop } from './file-drop.ts';

export function showStart(page: Page): void {
  fill(page.messages);
  fill(page.actions);
  load(page, 'ui_planImport', { statements: [] }, (view) => {
    const waiting = view.movements.length > 0 && waitingNote(page, view);
    fill(page.root, chooser(page, view), waiting, view.imports.length > 0 && importList(page, view.imports));
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

/** @param profile its columns, where a person had to name them */
async function readChosen(
  page: Page,
  view: ImportView,
  file: File,
  profile: CsvProfile | null,
): Promise<void> {
  if (!isCurrency(view.currency)) return;
  const read = await readBankFile(file, view.currency, view.today, profile);
  if (read.ok) {
    const parts = partsOf(read.statements);
    showPart(page, { name: file.name, isProven: read.isProven, parts, at: 0 });
  } else refuse(page, view, file, read);
}

function refuse(
  page: Page,
  view: ImportView,
  file: File,
  read: Extract<ReadFile, { readonly ok: false }>,
): void {
  const isAsked = read.faults.some(({ code }) => code === 'bank/columns' || code === 'bank/profile');
  const asked = isAsked ? askColumns(read.text, (profile) => readChosen(page, view, file, profile)) : null;
  const title = say(`« ${file.name} » n’est pas importé.`, `“${file.name}” is not imported.`);
  fill(page.messages);
  fill(page.root, asked ?? banner('bad', title, faultList(read.faults)), chooser(page, view));
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
