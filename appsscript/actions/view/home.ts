/**
 * Home: where the register stands and what waits. It never reads the register: the dashboard says what the last refresh found, the
 * drafts tab what is ready. Five calls, however many rows there are.
 */
import { civilDate, type DayNumber, dayOfSerial } from '../../../shared/base/civil-date.ts';
import { currencyDigits, isCurrency, roundHalfAway } from '../../../shared/base/money.ts';
import { countText, moneyText, numberText, percentText } from '../../../shared/base/numbers-text.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { unreachable } from '../../../shared/base/result.ts';
import type { Language } from '../../../shared/base/words.ts';
import { lateDrafts } from '../../../shared/invoicing/late-issue.ts';
import { type Draft, readDrafts } from '../../../shared/invoicing/read-drafts.ts';
import { dateOrderOf } from '../../../shared/register/cell-dates.ts';
import { readText } from '../../../shared/register/cells.ts';
import {
  CELLS_TO_MEND,
  DASHBOARD,
  FIGURE_KEYS,
  FIGURE_LABELS,
  type FigureKey,
} from '../../../shared/register/tabs/dashboard-layout.ts';
import type { Answer, Figure, HomeView, SidebarCalls } from '../../contract.ts';
import type { Grid, World } from '../../world.ts';
import { dailyState } from '../daily-state.ts';
import { answered } from '../frame.ts';
import { refreshWhole } from '../refresh/whole.ts';

/** Where something was done since the last look, everything is recalculated first; elsewhere home opens at once. */
export function homeAction(world: World, { renew }: SidebarCalls['ui_home']['asks']): Answer<HomeView> {
  if (renew) refreshWhole(world);
  return homeView(world);
}

export function homeView(world: World): Answer<HomeView> {
  const { sheet } = world;
  const { language } = sheet;
  const today = world.now().day;
  const isSetUp = sheet.has('invoices') && sheet.has('drafts') && sheet.has('settings');
  const board = readBoard(isSetUp ? sheet.read('dashboard') : []);
  const drafts = isSetUp ? openDrafts(sheet.read('drafts'), sheet.locale) : [];
  return answered({
    language,
    isSetUp,
    companyName: board.company,
    today: civilDate(board.day ?? today),
    figures: [...mendFigures(board, language), ...figuresOf(board, language), readyFigure(drafts, language)],
    toDo: toDoOf(board, drafts, today, language),
    ...(isSetUp ? dailyState(world, language) : { dailyRunOn: false, dailyRun: '' }),
  });
}

type Board = {
  readonly company: string;
  readonly day: DayNumber | null; // null: never refreshed, or its cells were moved
  readonly currency: string;
  readonly figures: ReadonlyMap<FigureKey, number>;
  readonly toMend: number; // cells that could not be read
};

const NO_BOARD: Board = { company: '', day: null, currency: '', figures: new Map(), toMend: 0 };

/** What does not stand where the add-on writes it is not taken for a figure. */
function readBoard(grid: Grid): Board {
  const cells = (row: number): readonly Cell[] => grid[row - 1] ?? [];
  const [company, serial, currency] = cells(DASHBOARD.identity.row);
  const labels = cells(DASHBOARD.figureLabels.row).map((cell) => readText(cell));
  const isInPlace = FIGURE_KEYS.every((key, at) =>
    [FIGURE_LABELS[key].fr, FIGURE_LABELS[key].en].includes(labels[at]),
  );
  const code = readText(currency ?? null);
  if (!isInPlace || typeof serial !== 'number' || !isCurrency(code)) return NO_BOARD;
  const values = cells(DASHBOARD.figures.row);
  const figures = new Map<FigureKey, number>();
  FIGURE_KEYS.forEach((key, at) => {
    const value = values[at];
    if (typeof value === 'number') figures.set(key, value);
  });
  const toMend = cellsToMend(grid);
  return { company: readText(company ?? null), day: dayOfSerial(serial), currency: code, figures, toMend };
}

function cellsToMend(grid: Grid): number {
  const { row, rows } = DASHBOARD.tasks;
  const task = grid
    .slice(row, row + rows - 1)
    .find(([label]) => [CELLS_TO_MEND.fr, CELLS_TO_MEND.en].includes(readText(label ?? null)));
  const count = task?.[1];
  return typeof count === 'number' ? count : 0;
}

/** Amounts are as the dashboard keeps them; a figure it could not compute is a dash. */
function figuresOf({ currency, figures }: Board, language: Language): readonly Figure[] {
  return FIGURE_KEYS.filter(
    (key) => currency !== '' && (key !== 'unknown' || (figures.get(key) ?? 0) > 0),
  ).map((key) => {
    const value = figures.get(key);
    const text = value === undefined ? '–' : figureText(key, value, currency, language);
    return { label: FIGURE_LABELS[key][language], text, tone: toneOf(key, value ?? 0) };
  });
}

/** Before all others, since none of them is right while it stands. */
function mendFigures({ toMend }: Board, language: Language): readonly Figure[] {
  if (toMend === 0) return [];
  return [{ label: CELLS_TO_MEND[language], text: numberText(toMend, 0, language), tone: 'bad' }];
}

function figureText(key: FigureKey, value: number, currency: string, language: Language): string {
  switch (key) {
    case 'open':
    case 'overdue':
      return moneyText(roundHalfAway(value * 10 ** currencyDigits(currency)), currency, language);
    case 'overdueShare':
      return percentText(value, 0, language);
    case 'dso':
      return numberText(value, 1, language);
    case 'reminders':
    case 'unknown':
      return numberText(value, 0, language);
    default:
      return unreachable(key);
  }
}

function toneOf(key: FigureKey, value: number): Figure['tone'] {
  if (key === 'overdue' || key === 'overdueShare') return value > 0 ? 'bad' : 'good';
  return key === 'unknown' && value > 0 ? 'bad' : 'plain';
}

/** Drafts not issued yet; their lines are not looked at. */
function openDrafts(grid: Grid, locale: string): readonly Draft[] {
  const reading = { locale, dateOrder: dateOrderOf(locale), isRegistered: true };
  return readDrafts(grid, [], reading).filter(({ number }) => number === '');
}

function readyFigure(drafts: readonly Draft[], language: Language): Figure {
  const label = language === 'fr' ? 'Brouillons prêts' : 'Drafts ready';
  return { label, text: numberText(readyOf(drafts), 0, language), tone: 'plain' };
}

function readyOf(drafts: readonly Draft[]): number {
  return drafts.filter(({ ready }) => ready).length;
}

/** What waits, what cannot wait first. */
function toDoOf(
  { figures }: Board,
  drafts: readonly Draft[],
  today: DayNumber,
  language: Language,
): HomeView['toDo'] {
  const counts = {
    unknown: figures.get('unknown') ?? 0,
    reminders: figures.get('reminders') ?? 0,
    ready: readyOf(drafts),
    late: lateDrafts(drafts, today).length,
  };
  return TASKS.filter(({ key }) => counts[key] > 0).map(({ argument, key, view, words }) => {
    const [one, many] = words[language];
    return { text: countText(counts[key], one, many, language), view, argument };
  });
}

const TASKS = [
  {
    key: 'unknown',
    view: 'unknown',
    argument: '',
    words: {
      fr: ['envoi à vérifier', 'envois à vérifier'],
      en: ['message to check', 'messages to check'],
    },
  },
  {
    key: 'reminders',
    view: 'reminders',
    argument: '',
    words: { fr: ['relance à faire', 'relances à faire'], en: ['reminder to make', 'reminders to make'] },
  },
  {
    key: 'ready',
    view: 'issue',
    argument: '',
    words: {
      fr: ['brouillon prêt à émettre', 'brouillons prêts à émettre'],
      en: ['draft ready to issue', 'drafts ready to issue'],
    },
  },
  {
    key: 'late',
    view: 'issue',
    argument: '',
    words: {
      fr: ['prestation faite et pas encore facturée', 'prestations faites et pas encore facturées'],
      en: ['service done and not invoiced yet', 'services done and not invoiced yet'],
    },
  },
] as const;
