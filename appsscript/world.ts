/**
 * The world as the add-on's actions see it: a few functions. `google/` makes the real one out of Google's services; a test hands in
 * its own. Every function that is a service call says so: calls are what costs, and where a crash may fall.
 */
import type { DayNumber } from '../shared/base/civil-date.ts';
import type { Cell } from '../shared/base/problem.ts';
import type { Language } from '../shared/base/words.ts';
import type { AddonTableKey } from '../shared/register/addon-tables.ts';
import type { TableKey } from '../shared/register/tables.ts';
import type { BoardLooks, ChartPlan } from '../shared/register/tabs/dashboard-layout.ts';
import type { ColumnPlan, TabPlan } from '../shared/register/tabs/tab-plan.ts';

/** A tab the add-on knows: a table of the register, one of its own, or a view it fills. */
export type TabKey = TableKey | AddonTableKey | 'dashboard' | 'today';

/** Cells by rows, the header first. Days are serial numbers (days since 1899-12-30), whatever the sheet's zone. */
export type Grid = readonly (readonly Cell[])[];

export type Moment = {
  readonly millis: number; // since 1970, UTC
  readonly instant: string; // `2026-11-25T08:30:00Z`
  readonly day: DayNumber; // today in the spreadsheet's zone
  readonly clock: string; // `10:05` there
};

export type Sheet = {
  /** One call: all tabs, known by any of their titles. Kept for the execution; `fresh` asks again. */
  has(tab: TabKey): boolean;
  /** One call. A missing tab is an empty grid. Rows are as wide as the tab; what Google trims is padded with `null`. */
  read(tab: TabKey): Grid;
  /** One call: the headers' row; empty where the tab is missing. */
  readHeader(tab: TabKey): readonly Cell[];
  /** One call: one column from row 1 down. @param column from 1 */
  readColumn(tab: TabKey, column: number): readonly Cell[];
  /** One call, buffered until `flush`. Texts stay texts: never a formula, a number or a date. @param row @param column from 1 */
  write(tab: TabKey, row: number, column: number, block: Grid): void;
  /** A call a row, buffered until `flush`: each below the last row the tab has when it comes to the sheet, wherever that is by then. */
  append(tab: TabKey, rows: Grid): void;
  /** One call where something waits: all that was written is in the sheet. A read brings it there too. */
  flush(): void;
  /** No call beside that of `has`: the address of a row, which opens the sheet there; empty where the tab is missing. @param row from 1 */
  link(tab: TabKey, row: number): string;
  /** One call: the rows the user has selected in the tab in front, from 1; empty where another tab is. */
  selectedRows(tab: TabKey): readonly number[];
  readonly id: string;
  readonly url: string;
  readonly locale: string;
  readonly language: Language;
};

export type MailAttachment = { readonly fileId: string };

export type Mail = {
  readonly to: string; // exactly one address
  readonly cc: readonly string[];
  readonly bcc: string;
  readonly replyTo: string;
  readonly senderName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string; // escaped; pictures as `cid:` of `inline`
  readonly inline: readonly { readonly cid: string; readonly gifBase64: string }[];
  readonly attachments: readonly MailAttachment[];
};

export type StoredFile = { readonly id: string; readonly url: string; readonly sha256: string };

export type World = {
  /** No call: the clock is the runtime's own. */
  now(): Moment;
  /** No call where it was asked before in the execution: the address of who runs it; may be empty. */
  user(): string;
  /** No call: a token nobody guesses twice. */
  token(): string;
  readonly sheet: Sheet;
  readonly lock: {
    /** One call. @returns false where another execution holds it. Throws where there is no document lock: nothing may go on. */
    acquire(waitMillis: number): boolean;
    /** One call. Flush first. */
    release(): void;
  };
  readonly mail: {
    /** One call: recipients left today. */
    quota(): number;
    /** Fetches what is attached: no call for what this execution stored, else two a file. Throws where Drive does not give it back whole. */
    fetch(mail: Mail): void;
    /** One call, where what is attached was fetched. May throw, although the mail left. */
    send(mail: Mail): void;
  };
  readonly files: {
    /** One call: the file of that exact name in the add-on's folder, if there is one. */
    find(name: string): StoredFile | null;
    /** Two calls: makes a PDF of a page and stores it. */
    storePdf(name: string, html: string): StoredFile;
    /** Two calls, one where the folder is known: stores a text as XML. */
    storeXml(name: string, xml: string): StoredFile;
  };
  readonly properties: {
    /** One call. */
    read(): ReadonlyMap<string, string>;
    /** One call. */
    write(key: string, value: string): void;
  };
  readonly triggers: {
    /** One call: whether this user's daily run stands. */
    hasDaily(): boolean;
    /** One call. */
    addDaily(): void;
    /** One call a trigger. */
    removeDaily(): void;
  };
  /** Missing where nothing outside the sheet is kept. */
  readonly letterbox?: Letterbox;
};

/**
 * What clients leave at the page where they confirm a receipt, and what its links are signed with. It lies outside the sheet: a web app
 * has no document lock, so it must not write there; the next run inside the sheet empties it under the lock.
 */
export type Letterbox = {
  /** One call: everything in it, and the page's address and secret among it. */
  read(): ReadonlyMap<string, string>;
  /** One call. */
  put(key: string, value: string): void;
  /** One call. */
  remove(key: string): void;
};

/** A planned column in its place. @param place from 1 */
export type PlacedColumn = {
  readonly plan: ColumnPlan;
  readonly place: number;
  readonly isNew: boolean;
  readonly isDated: boolean; // written by the add-on, dressed by an older one: its looks are renewed once
};

/** What setting up does to tabs beside writing cells: several calls each, once in a register's life. */
export type Builder = {
  /** Makes a tab at its place among the others; a spreadsheet's one empty tab is taken for the first. @param position from 0 */
  make(plan: TabPlan, position: number): void;
  /** Adds columns at the right where there are fewer. */
  widen(plan: TabPlan, columns: number): void;
  /** Formats, lists, notes, colours, warnings. What the user has chosen otherwise stays. @param isNew whether the tab was just made */
  dress(plan: TabPlan, columns: readonly PlacedColumn[], isNew: boolean): void;
  /** Draws the charts that the tab lacks, known by their titles. */
  draw(plan: TabPlan, charts: readonly ChartPlan[], language: Language): void;
  /** The looks of a tab that holds no table: once, when it is made. */
  paint(plan: TabPlan, looks: BoardLooks): void;
  /** Brings a tab to the front. */
  show(tab: TabKey): void;
  /** Makes the folder where documents will lie, where there is none: the first invoice need not. */
  makeFolder(): void;
};
