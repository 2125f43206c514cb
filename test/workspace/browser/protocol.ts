/** What the page in the browser and the server of the workspace tell each other: JSON both ways. */

export type MenuEntry =
  | { readonly label: string; readonly calls: string }
  | { readonly label: string; readonly items: readonly MenuEntry[] }
  | null; // a line between two

export type TabShape = {
  readonly gid: number;
  readonly title: string;
  readonly color: string | null;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly usedRows: number; // the last row that holds something
  readonly usedColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  readonly widths: readonly number[]; // of each column shown, pixels; 0: hidden
  readonly heights: readonly (readonly [row: number, pixels: number])[]; // of the rows that are not as high as the others
  readonly charts: readonly ChartShape[];
};

export type ChartShape = {
  readonly type: string; // `COLUMN`, `LINE` …
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  readonly colors: readonly string[];
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

export type ShownMail = {
  readonly id: number;
  readonly at: string; // as the sheet's clock shows it
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly href: string; readonly bytes: number }[];
};

export type ShownFile = {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
  readonly href: string;
};

export type ShownExecution = {
  readonly id: number;
  readonly functionName: string;
  readonly status: string;
  readonly error: string | null;
  readonly calls: readonly (readonly [name: string, count: number])[]; // most frequent first
  readonly callCount: number;
};

export type Desk = {
  readonly title: string;
  readonly language: 'fr' | 'en';
  readonly revision: number;
  readonly clock: string; // `2026-11-20T09:00`, as a clock in the sheet's zone shows it
  readonly active: number; // the tab in front
  readonly tabs: readonly TabShape[];
  readonly menu: readonly MenuEntry[]; // under Extensions
  readonly mails: readonly ShownMail[];
  readonly files: readonly ShownFile[];
  readonly executions: readonly ShownExecution[]; // newest first
  readonly mailsLeft: number;
  readonly dailyRuns: readonly string[]; // the functions that run by the clock
  readonly panel: ShownPanel | null;
};

export type Look = {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly align?: 'left' | 'right' | 'center';
  readonly middle?: true;
  readonly wrap?: true;
  readonly size?: number;
};

export type ShownCell = {
  readonly text: string;
  readonly entry: string; // as one would type it
  readonly look: Look;
  readonly list: readonly string[]; // what may be chosen
  readonly isStrict: boolean; // anything else than `list` is refused
  readonly note: string;
  readonly guarded: boolean; // editing it warns first
};

export type Cells = {
  readonly gid: number;
  readonly firstRow: number;
  readonly rows: readonly (readonly ShownCell[])[];
};

export type ShownPanel = {
  readonly id: number;
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly src: string; // on an origin of its own
};

export type ShownAlert = {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[]; // `OK`, `YES` …
};

/** What the server tells the page without being asked. */
export type Told =
  | { readonly kind: 'changed' }
  | { readonly kind: 'panel'; readonly panel: ShownPanel }
  | { readonly kind: 'alert'; readonly alert: ShownAlert }
  | { readonly kind: 'toast'; readonly title: string; readonly text: string }
  | { readonly kind: 'busy'; readonly running: number }
  | { readonly kind: 'failed'; readonly message: string };

/** What the page asks of the server: `POST /api/<name>`. */
export type Asked = {
  readonly run: { readonly name: string };
  readonly call: { readonly name: string; readonly args: readonly unknown[] };
  readonly edit: {
    readonly gid: number;
    readonly row: number;
    readonly column: number;
    readonly block: readonly (readonly string[])[];
  };
  readonly rows: {
    readonly gid: number;
    readonly row: number;
    readonly count: number;
    readonly change: 'insert' | 'delete';
  };
  readonly sort: {
    readonly gid: number;
    readonly column: number;
    readonly order: 'ascending' | 'descending';
  };
  readonly start: { readonly kind: 'sample' | 'empty' };
  readonly select: {
    readonly gid: number;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  };
  readonly answer: { readonly id: number; readonly button: string };
  readonly closePanel: { readonly id: number };
  readonly clock: { readonly days: number };
  readonly daily: Record<string, never>;
};

/** What a call of the script ends in. */
export type Called =
  | { readonly value: unknown }
  | { readonly error: { readonly name: string; readonly message: string } };
