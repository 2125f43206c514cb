/** One user at a desk: the spreadsheet in front of them, its menu, dialogs and sidebar, and a clock that moves when they say so. */

import { columnLetters } from '../a1-range.ts';
import type { Alert, Menu, MenuItem, Panel } from '../backend.ts';
import { formatDate, offsetAt } from '../sheet-dates.ts';
import { deleteRows, insertRows, reorderRows, type Tab } from '../spreadsheet.ts';
import type { SentMail } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import type {
  Asked,
  Called,
  Cells,
  Desk,
  MenuEntry,
  ShownAlert,
  ShownExecution,
  ShownMail,
  ShownPanel,
  Told,
} from './protocol.ts';
import { shownCells } from './shown-cells.ts';
import { tabShape } from './tab-shapes.ts';

const DAY = 86_400_000;
const MORNING_RUN = 6; // the hour at which clock triggers fire

export type Surroundings = {
  readonly panelOrigin: string; // where pages of panels are served: another origin than the sheet's
  readonly functions: readonly string[]; // of the script, as a page may call them
  readonly tell: (told: Told) => void;
};

export class OpenDesk {
  readonly workspace: Workspace;
  readonly functions: readonly string[];
  readonly #tell: (told: Told) => void;
  readonly #panelOrigin: string;
  readonly #panels = new Map<number, Panel>();
  readonly #alerts = new Map<
    number,
    { readonly shown: ShownAlert; readonly settle: (button: string) => void }
  >();
  #shownPanel: ShownPanel | null = null;
  #toasts = 0;
  #running = 0;
  #counter = 0;

  constructor(workspace: Workspace, { panelOrigin, functions, tell }: Surroundings) {
    this.workspace = workspace;
    this.functions = functions;
    this.#panelOrigin = panelOrigin;
    this.#tell = tell;
    workspace.screen.onPanel = (panel) => this.#openPanel(panel);
    workspace.screen.answerAlert = (alert) => this.#ask(alert);
  }

  /** The file is opened: its menu comes. */
  async open(): Promise<void> {
    await this.#running_(() => this.workspace.open());
  }

  /** A menu entry or a trigger runs; what it throws is shown. */
  async run({ name }: Asked['run']): Promise<void> {
    await this.#running_(() => this.workspace.run(name));
  }

  /** `google.script.run`: the function's value, or its error. */
  async call({ name, args }: Asked['call']): Promise<Called> {
    this.#count(1);
    try {
      return { value: transportable(await this.workspace.run(name, ...args)) };
    } catch (error) {
      return {
        error: { name: 'ScriptError', message: error instanceof Error ? error.message : String(error) },
      };
    } finally {
      this.#count(-1);
    }
  }

  async edit({ gid, row, column, block }: Asked['edit']): Promise<void> {
    const tab = this.#tab(gid);
    const typed = block.map((line) => line.map((text) => (text === '' ? null : text)));
    const one = typed.length === 1 && typed[0]?.length === 1 ? (typed[0][0] ?? null) : typed;
    await this.#running_(() => this.workspace.edit(tab.title, `${columnLetters(column)}${row}`, one));
  }

  rows({ gid, row, count, change }: Asked['rows']): void {
    const tab = this.#tab(gid);
    if (change === 'insert') insertRows(this.workspace.book, tab, row, count, true);
    else deleteRows(this.workspace.book, tab, row, Math.min(count, tab.rowCount - row + 1));
    this.#tell({ kind: 'changed' });
  }

  /** Sorts the rows below the frozen ones by a column; empty cells last. */
  sort({ gid, column, order }: Asked['sort']): void {
    const tab = this.#tab(gid);
    const first = Math.max(1, tab.look.frozenRows) + 1;
    const sign = order === 'descending' ? -1 : 1;
    reorderRows(this.workspace.book, tab, first, Math.max(first, tab.rows.length), (a, b) => {
      const [x, y] = [a[column - 1] ?? null, b[column - 1] ?? null];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return (
        sign * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y)))
      );
    });
    this.#tell({ kind: 'changed' });
  }

  select({ gid, row, column, rows, columns }: Asked['select']): void {
    const { selection } = this.workspace.state;
    selection.gid = this.#tab(gid).gid;
    selection.ranges = [{ row, column, rows, columns }];
  }

  answer({ id, button }: Asked['answer']): void {
    const asked = this.#alerts.get(id);
    if (!asked?.shown.buttons.includes(button)) return;
    this.#alerts.delete(id);
    asked.settle(button);
  }

  closePanel({ id }: Asked['closePanel']): void {
    if (this.#shownPanel?.id === id) this.#shownPanel = null;
  }

  /** Days go by: on each morning what runs by the clock runs. */
  async clock({ days }: Asked['clock']): Promise<void> {
    for (let passed = 0; passed < days; passed += 1) {
      const { state } = this.workspace;
      const hour = Number(formatDate(state.now, this.workspace.book.timeZone, 'H'));
      const untilMorning = ((MORNING_RUN - hour + 24) % 24 || 24) * 3_600_000;
      this.workspace.advance(untilMorning);
      await this.daily();
      this.workspace.advance(DAY - untilMorning);
    }
    this.#tell({ kind: 'changed' });
  }

  /** What runs by the clock runs now. */
  async daily(): Promise<void> {
    for (const { handler, event } of [...this.workspace.state.triggers])
      if (event === 'CLOCK') await this.#running_(() => this.workspace.fireTrigger(handler));
  }

  panelPage(id: number): Panel | null {
    return this.#panels.get(id) ?? null;
  }

  cells(gid: number, firstRow: number, lastRow: number): Cells {
    const { book, state } = this.workspace;
    const tab = this.#tab(gid);
    const columns = tabShape(book, tab).widths.length;
    return shownCells(book, tab, { firstRow, lastRow, columns }, state.now);
  }

  look(): Desk {
    const { book, state, backend, screen } = this.workspace;
    return {
      title: book.title,
      language: book.locale.startsWith('fr') ? 'fr' : 'en',
      revision: book.revision,
      clock: this.#clockText(state.now),
      active: state.selection.gid,
      tabs: book.tabs.map((tab) => tabShape(book, tab)),
      menu: screen.menus.map((menu) => ({ label: menu.title, items: entries(menu) })),
      mails: state.mails.map((mail, id) => this.#shownMail(mail, id)).reverse(),
      files: state.files
        .filter(({ mimeType, trashed }) => !trashed && mimeType === 'application/pdf')
        .map(({ id, name, bytes, createdAt }) => ({
          id,
          name,
          at: this.#clockText(createdAt),
          bytes: bytes.length,
          href: `/files/${encodeURIComponent(id)}`,
        }))
        .reverse(),
      executions: backend.executions.slice(-40).map(shownExecution).reverse(),
      mailsLeft: mailsLeft(this.workspace),
      dailyRuns: state.triggers.filter(({ event }) => event === 'CLOCK').map(({ handler }) => handler),
      panel: this.#shownPanel,
    };
  }

  #clockText(millis: number): string {
    const local = millis + offsetAt(millis, this.workspace.book.timeZone);
    return new Date(local).toISOString().slice(0, 16);
  }

  #shownMail(mail: SentMail, id: number): ShownMail {
    const { at, name, user, to, cc, bcc, replyTo, subject, body, attachments } = mail;
    return {
      id,
      at: this.#clockText(at),
      from: name === '' ? user : `${name} <${user}>`,
      to,
      cc,
      bcc,
      replyTo,
      subject,
      text: body,
      attachments: attachments.map((file, index) => ({
        name: file.name,
        bytes: file.bytes.length,
        href: `/mails/${id}/attachments/${index}`,
      })),
    };
  }

  #openPanel(panel: Panel): void {
    this.#counter += 1;
    const id = this.#counter;
    this.#panels.set(id, panel);
    this.#shownPanel = {
      id,
      kind: panel.kind,
      title: panel.title,
      width: panel.kind === 'sidebar' ? 300 : (panel.width ?? 600),
      height: panel.height ?? 400,
      src: `${this.#panelOrigin}/panels/${id}`,
    };
    this.#tell({ kind: 'panel', panel: this.#shownPanel });
  }

  #ask({ title, text, buttons }: Alert): Promise<string> {
    this.#counter += 1;
    const shown = { id: this.#counter, title, text, buttons: buttons.split('_') };
    this.#tell({ kind: 'alert', alert: shown });
    return new Promise((settle) => this.#alerts.set(shown.id, { shown, settle }));
  }

  async #running_(work: () => Promise<unknown>): Promise<void> {
    this.#count(1);
    try {
      await work();
    } catch (error) {
      this.#tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#count(-1);
    }
  }

  #count(step: number): void {
    this.#running += step;
    this.#tell({ kind: 'busy', running: this.#running });
    const { toasts } = this.workspace.screen;
    for (const toast of toasts.slice(this.#toasts)) this.#tell({ kind: 'toast', ...toast });
    this.#toasts = toasts.length;
    if (step < 0) this.#tell({ kind: 'changed' });
  }

  #tab(gid: number): Tab {
    const tab = this.workspace.book.tabs.find((one) => one.gid === gid);
    if (!tab) throw new Error(`no tab ${gid}`);
    return tab;
  }
}

function entries({ items }: Menu): readonly MenuEntry[] {
  return items.map((item: MenuItem) => {
    if (item === 'separator') return null;
    return 'calls' in item ? item : { label: item.title, items: entries(item) };
  });
}

function shownExecution({
  id,
  functionName,
  status,
  error,
  calls,
}: Workspace['calls'][number]): ShownExecution {
  const counts = new Map<string, number>();
  for (const name of calls) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return { id, functionName, status, error, calls: sorted, callCount: calls.length };
}

function mailsLeft({ backend, state }: Workspace): number {
  const used = [...state.mailUse.values()]
    .filter(({ since }) => state.now - since < DAY)
    .reduce((sum, { recipients }) => sum + recipients, 0);
  return Math.max(0, backend.limits.mailRecipientsPerDay - used);
}

/** What a page gets of a value: JSON; where a day stands in it, Google hands over nothing at all. */
export function transportable(value: unknown): unknown {
  return holdsDate(value) ? null : (value ?? null);
}

function holdsDate(value: unknown): boolean {
  if (value instanceof Date) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsDate);
}
