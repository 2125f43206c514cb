/** A history brought along from another tool: its file, which column is which, what would come of it, and then it is written. */
import {
  OPENING_TABLES,
  type OpeningTable,
  openingColumns,
  proposedColumns,
} from '../../../shared/exchange/opening/mapping.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import { MOST_OPENING_ROWS, type OpeningFields, type OpeningView } from '../../contract/opening.ts';
import { button, el, fill, form } from '../dom.ts';
import { type Field, markWrong } from '../fields.ts';
import { figureGrid } from '../figures.ts';
import { choiceField } from '../forms/field-kinds.ts';
import { shownCount } from '../money-text.ts';
import { act, banner, finish, load, type Page, tell } from '../page.ts';
import { language, say } from '../say.ts';
import { readRows } from './bank-file.ts';
import { fileDrop } from './file-drop.ts';

export function showOpening(page: Page): void {
  fill(page.messages);
  fill(page.actions);
  const choices = OPENING_TABLES.map((key) => ({ key, label: TABLES[key].title[language()] }));
  const kind = choiceField(
    'table',
    say('Ce que contient le fichier', 'What the file holds'),
    'invoices',
    choices,
  );
  const title = say('Déposez ici l’export de votre ancien outil', 'Drop your former tool’s export here');
  const take = (file: File): void => {
    const table = OPENING_TABLES.find((one) => one === kind.value()) ?? 'invoices';
    void readChosen(page, table, file);
  };
  fill(page.root, form(kind.node), fileDrop(page, title, helpText(), '.csv,.txt', take));
}

function helpText(): string {
  return say(
    'Un CSV avec une ligne d’en-têtes : clients d’abord, puis factures, puis règlements. Rien n’est écrit avant votre accord ; ce qui est déjà dans le registre n’est pas touché, et les factures reprises ne sont pas scellées.',
    'A CSV with a header row: clients first, then invoices, then payments. Nothing is written before you agree; what is in the register already is left alone, and invoices brought along are not sealed.',
  );
}

async function readChosen(page: Page, table: OpeningTable, file: File): Promise<void> {
  const rows = await readRows(file);
  const [header, ...rest] = rows ?? [];
  if (!header)
    return tell(
      page,
      'bad',
      say('Ce fichier n’est pas un CSV avec des en-têtes.', 'This file is no CSV with headers.'),
    );
  if (rest.length > MOST_OPENING_ROWS) {
    const most = say(
      `${MOST_OPENING_ROWS} lignes au plus à la fois : coupez le fichier en plusieurs.`,
      `${MOST_OPENING_ROWS} rows at most at a time: cut the file in several.`,
    );
    return tell(page, 'bad', most);
  }
  const headers = header.cells.map((cell) => cell.trim());
  const cells = rest.map(({ cells: row, line }) => ({
    line,
    cells: row.map((cell) => cell.trim().slice(0, 1000)),
  }));
  showColumns(page, { table, headers, rows: cells, map: [] }, file.name);
}

/** Each header of the file, and which column of the register it is. */
function showColumns(page: Page, fields: OpeningFields, name: string): void {
  fill(page.messages);
  const { headers, rows, table } = fields;
  const proposed = proposedColumns(table, headers);
  const selects = headers.map((header, at) => columnField(fields, header, at, proposed[at] ?? ''));
  const check = (): void => {
    if (!areSingle(selects)) return;
    const map = headers.map((header, at) => ({ header, column: selects[at]?.value() ?? '' }));
    showPlan(page, { ...fields, map }, () => showColumns(page, fields, name));
  };
  const size = shownCount(rows.length, ['ligne', 'lignes'], ['row', 'rows']);
  const count = say(`${name} : ${size}`, `${name}: ${size}`);
  fill(page.root, banner('note', count), form(...selects.map(({ node }) => node)));
  fill(
    page.actions,
    button(say('Autre fichier', 'Another file'), page.back),
    button(say('Vérifier', 'Check'), check, 'primary'),
  );
}

/** With the first thing the file holds there, by which people know a column. */
function columnField({ rows, table }: OpeningFields, header: string, at: number, proposed: string): Field {
  const none = { key: '', label: say('— laisser de côté', '— leave out') };
  const columns = openingColumns(table).map(({ header: words, key }) => ({ key, label: words[language()] }));
  const example = rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '';
  const label = example === '' ? header : `${header} (${example.slice(0, 40)})`;
  return choiceField(`column.${at}`, label, proposed, [none, ...columns], { half: true });
}

function areSingle(selects: readonly Field[]): boolean {
  const values = selects.map((field) => field.value());
  const twice = selects.filter((_, at) => values[at] !== '' && values.indexOf(values[at] ?? '') !== at);
  for (const field of twice)
    markWrong(field.control, say('Cette colonne est déjà prise.', 'This column is taken already.'));
  return twice.length === 0;
}

function showPlan(page: Page, fields: OpeningFields, back: () => void): void {
  fill(page.messages);
  fill(page.actions, button(say('Revenir aux colonnes', 'Back to the columns'), back));
  load(page, 'ui_planOpening', fields, (view) => {
    fill(page.root, ...planParts(view));
    const go = (): void => {
      act(page, 'ui_applyOpening', fields, ({ text }) => {
        finish(page, text);
        fill(page.actions, button(say('Terminé', 'Done'), page.back, 'primary'));
      });
    };
    const isReady = view.problems.length === 0 && view.rows > 0;
    fill(
      page.actions,
      button(say('Revenir aux colonnes', 'Back to the columns'), back),
      !isReady && button(say('Autre fichier', 'Another file'), page.back),
      isReady && button(say('Reprendre', 'Bring along'), go, 'primary'),
    );
  });
}

function planParts({ more, problems, rows, sums, text }: OpeningView): readonly (HTMLElement | null)[] {
  const items = problems.map((one) => el('li', {}, one));
  const rest = more > 0 && el('li', {}, say(`… et ${more} de plus`, `… and ${more} more`));
  if (problems.length === 0)
    return [
      banner(rows > 0 ? 'good' : 'note', text),
      figureGrid(sums.map((sum) => ({ ...sum, tone: 'plain' as const }))),
    ];
  const count = shownCount(problems.length + more, ['cellule', 'cellules'], ['cell', 'cells']);
  const title = say(
    `${count} à corriger dans le fichier : rien n’est repris.`,
    `${count} to be mended in the file: nothing is brought along.`,
  );
  const help = say(
    'Les lignes sont celles du fichier. Corrigez-les dans votre tableur ou dans l’ancien outil, puis choisissez le fichier de nouveau ; ou revenez aux colonnes si l’une est mal désignée.',
    'Rows are those of the file. Mend them in your spreadsheet or in the former tool, then choose the file again; or go back to the columns if one is wrongly named.',
  );
  return [
    banner('bad', title),
    el('p', { class: 'help before' }, help),
    el('ul', { class: 'notices error' }, ...items, rest),
  ];
}
