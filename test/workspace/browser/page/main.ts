/** The page of the sheet: draws what the server tells, and hands on what the user does. */
import type { Desk, TabShape, Told } from '../protocol.ts';
import { notice, showAlert, toast } from './dialogs.ts';
import { el, part } from './dom.ts';
import { Grid } from './grid.ts';
import { icon } from './icons.ts';
import { type Acts, closeMenus, closeMenusOutside, drawMenus, popUp, rowEntries } from './menus.ts';
import { openFiles, openOutbox, openRuns } from './outbox.ts';
import { closePanel, hearPanel, showPanel } from './panel.ts';
import { act, askDesk, listen } from './server.ts';
import { areaText, Hands } from './typing.ts';
import { dayText, speak, word } from './words.ts';

const sheet = part('sheet');
const grid = new Grid(sheet);
const hands = new Hands(grid, sheet, chosen);
let desk: Desk | null = null;
let front: number | null = null; // the tab shown
let seenActive = -1; // the tab the script last saw in front

const acts: Acts = {
  startOver: (kind) => {
    closePanel();
    front = null;
    void act('start', { kind }).then(refresh);
  },
  insertRow: (below) => {
    const { row, rows } = grid.selection;
    changeRows('insert', below ? row + rows : row, 1);
  },
  deleteRows: () => changeRows('delete', grid.selection.row, grid.selection.rows),
  clear: () => hands.clear(),
  undo: () => hands.undo(),
  sort: (order) => {
    if (grid.shape) void act('sort', { gid: grid.shape.gid, column: grid.selection.column, order });
  },
  run: (name) => void act('run', { name }),
};

function changeRows(change: 'insert' | 'delete', row: number, count: number): void {
  if (grid.shape) void act('rows', { gid: grid.shape.gid, row, count, change });
}

let drawing = false;
let again = false;

/** Draws everything as it now is; what changes meanwhile is drawn next. */
async function refresh(): Promise<void> {
  if (drawing) {
    again = true;
    return;
  }
  drawing = true;
  try {
    desk = await askDesk();
    await draw(desk);
  } finally {
    drawing = false;
  }
  if (!again) return;
  again = false;
  await refresh();
}

const drawn = new Map<string, string>();

/** What is as it was is not drawn anew: a button must not go between press and release. */
function isNews(part: string, shown: unknown): boolean {
  const text = JSON.stringify(shown);
  if (drawn.get(part) === text) return false;
  drawn.set(part, text);
  return true;
}

async function draw(now: Desk): Promise<void> {
  speak(now.language);
  document.title = `${now.title} · Encaisse`;
  part('title').textContent = now.title;
  if (isNews('menu', [now.language, now.menu])) drawMenus(now, acts);
  if (isNews('clock', [now.language, now.clock, now.dailyRuns])) drawClock(now);
  if (isNews('rail', [now.language, now.mails.length, now.files.length])) drawRail(now);
  if (now.active !== seenActive) front = now.active;
  seenActive = now.active;
  if (now.panel) showPanel(now.panel);
  await drawFront(now);
}

async function drawFront(now: Desk): Promise<void> {
  const shown = now.tabs.filter(({ hidden }) => !hidden);
  const shape = shown.find(({ gid }) => gid === front) ?? shown[0];
  if (!shape) return;
  front = shape.gid;
  if (isNews('tabs', [front, shown.map(({ color, gid, title }) => [color, gid, title])])) drawTabs(shown);
  await grid.show(shape);
  showPlace();
}

function drawTabs(shapes: readonly TabShape[]): void {
  const strip = shapes.map(({ color, gid, title }) => {
    const isFront = gid === front;
    const tab = el(
      'button',
      { type: 'button', role: 'tab', class: isFront ? 'tab front' : 'tab', 'aria-selected': String(isFront) },
      title,
    );
    if (color !== null) tab.style.setProperty('--tab-color', color);
    tab.addEventListener('click', () => bringToFront(gid));
    return tab;
  });
  part('tabs').replaceChildren(...strip);
}

function bringToFront(gid: number): void {
  front = gid;
  seenActive = gid;
  if (desk) void drawFront(desk).then(chosen);
}

/** Another cell was chosen: the script may ask which. */
function chosen(): void {
  showPlace();
  const { shape, selection } = grid;
  if (shape) void act('select', { gid: shape.gid, ...selection });
}

function showPlace(): void {
  part('place').textContent = areaText(grid.selection);
  part('formula').textContent = hands.activeCell?.entry ?? '';
}

function drawClock({ clock, dailyRuns }: Desk): void {
  const host = part('clock');
  const later = (days: number) => () => void act('clock', { days });
  const daily =
    dailyRuns.length > 0
      ? { label: word('runDaily'), does: () => void act('daily', {}) }
      : { label: word('noDaily') };
  const button = el(
    'button',
    { type: 'button', class: 'clock-button', 'aria-label': word('time') },
    icon('clock', 18),
    dayText(clock),
  );
  button.addEventListener('click', () =>
    popUp(button, [
      { label: word('nextDay'), does: later(1) },
      { label: word('nextWeek'), does: later(7) },
      { label: word('nextMonth'), does: later(30) },
      null,
      daily,
    ]),
  );
  host.replaceChildren(button);
}

function drawRail(now: Desk): void {
  const entries = [
    ['outbox', now.mails.length, openOutbox],
    ['files', now.files.length, openFiles],
    ['runs', 0, openRuns],
  ] as const;
  part('rail').replaceChildren(
    ...entries.map(([key, count, open]) =>
      el(
        'button',
        {
          type: 'button',
          class: 'rail-button',
          title: word(key),
          'data-rail': key,
          onclick: () => desk && open(desk),
        },
        icon(key),
        count > 0 && el('span', { class: 'badge' }, String(count)),
      ),
    ),
  );
}

function hear(told: Told): void {
  switch (told.kind) {
    case 'changed':
      void refresh();
      break;
    case 'panel':
      showPanel(told.panel);
      break;
    case 'alert':
      showAlert(told.alert);
      break;
    case 'toast':
      toast(told.title, told.text);
      break;
    case 'failed':
      notice(word('failed'), told.message);
      break;
    case 'busy':
      showBusy(told.running > 0);
  }
}

function showBusy(isBusy: boolean): void {
  const line = part('busy');
  line.textContent = word('running');
  line.hidden = !isBusy;
}

sheet.addEventListener('contextmenu', (event) => {
  event.preventDefault();
  popUp({ x: event.clientX, y: event.clientY }, rowEntries(acts));
});
closeMenusOutside();
hearPanel(() => sheet.focus({ preventScroll: true }), closeMenus);
listen(hear);
