/** All that Google keeps for one spreadsheet and its add-on: plain data, so that a test may copy it whole. */
import type { CellValue, Spreadsheet, Tab } from './spreadsheet.ts';

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly owner: string; // who ran the script that made it
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly parents: readonly string[];
  readonly appProperties: Readonly<Record<string, string>>;
  readonly description: string;
  readonly createdAt: number;
  trashed: boolean;
};

export type MailFile = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

export type SentMail = {
  readonly at: number;
  readonly user: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
  readonly inlineImages: ReadonlyMap<string, MailFile>;
  readonly attachments: readonly MailFile[];
};

export type InstalledTrigger = {
  readonly id: string;
  readonly handler: string;
  readonly user: string;
  readonly event: 'CLOCK' | 'ON_EDIT' | 'ON_OPEN' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  readonly schedule: string; // `everyDays(1) atHour(6)`
};

export type LockKind = 'document' | 'script' | 'user';

/** Recipients a user wrote to since the first mail of the last 24 hours. */
export type MailUse = { readonly since: number; readonly recipients: number };

export type WorkspaceState = {
  readonly book: Spreadsheet;
  readonly properties: {
    readonly document: Map<string, string>;
    readonly script: Map<string, string>;
    readonly user: Map<string, Map<string, string>>;
  };
  readonly mails: SentMail[];
  readonly files: StoredFile[];
  readonly triggers: InstalledTrigger[];
  readonly mailUse: Map<string, MailUse>;
  readonly selection: {
    gid: number;
    ranges: { row: number; column: number; rows: number; columns: number }[];
  };
  now: number; // the clock, where it is held by the test
  counter: number; // of ids handed out
};

export function newState(book: Spreadsheet, now: number): WorkspaceState {
  return {
    book,
    properties: { document: new Map(), script: new Map(), user: new Map() },
    mails: [],
    files: [],
    triggers: [],
    mailUse: new Map(),
    selection: { gid: book.tabs[0]?.gid ?? 0, ranges: [{ row: 1, column: 1, rows: 1, columns: 1 }] },
    now,
    counter: 0,
  };
}

/** A copy that nothing done to the first changes, to open other workspaces from. What never changes once it is there is shared. */
export function copyState(state: WorkspaceState): WorkspaceState {
  const { book, properties, selection } = state;
  return {
    ...state,
    book: { ...book, tabs: book.tabs.map(copyTab) },
    properties: {
      document: new Map(properties.document),
      script: new Map(properties.script),
      user: new Map([...properties.user].map(([user, values]) => [user, new Map(values)])),
    },
    mails: [...state.mails],
    files: state.files.map((file) => ({ ...file })),
    triggers: [...state.triggers],
    mailUse: new Map(state.mailUse),
    selection: { ...selection, ranges: [...selection.ranges] },
  };
}

function copyTab(tab: Tab): Tab {
  const formulas = new Map<CellValue[], Map<number, string>>();
  const rows = tab.rows.map((row) => {
    const copy = [...row];
    const known = tab.formulas.get(row);
    if (known) formulas.set(copy, new Map(known));
    return copy;
  });
  const { look } = tab;
  const ownLook = {
    ...look,
    styles: look.styles.map((style) => ({ ...style })),
    conditional: [...look.conditional],
    protections: look.protections.map((protection) => ({ ...protection })),
    charts: [...look.charts],
    columnWidths: new Map(look.columnWidths),
    rowHeights: new Map(look.rowHeights),
    hiddenColumns: new Set(look.hiddenColumns),
  };
  return { ...tab, rows, formulas, look: ownLook };
}
