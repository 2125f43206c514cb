/** The add-on's actions on a register of many invoices: how many service calls each makes, how long the script takes. */
import { TABLES } from '../../shared/register/tables.ts';
import { columnLetters } from '../workspace/a1-range.ts';
import { benchWorkspace } from '../workspace/browser/sample-book.ts';
import { copyState } from '../workspace/state.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';

export type Action = 'openSidebar' | 'edit' | 'recalculate' | 'issue1' | 'issue10' | 'issue50';

/** What each may make of service calls, whatever the number of rows. */
export const BUDGETS: Readonly<Record<Action, number>> = {
  openSidebar: 6,
  edit: 8,
  recalculate: 12,
  issue1: issuing(1),
  issue10: issuing(10),
  issue50: issuing(50),
};

function issuing(documents: number): number {
  return 25 + 8 * documents;
}

export type Measured = {
  readonly action: Action;
  readonly calls: readonly string[]; // by name, in order
  readonly millis: number; // of the script and the model; Google's own time comes on top
};

const IN_HAND = { openSidebar, edit, recalculate, issue1: issue(1), issue10: issue(10), issue50: issue(50) };
export const ACTIONS = ['openSidebar', 'edit', 'recalculate', 'issue1', 'issue10', 'issue50'] as const;

/** Measures actions one by one, each in a workspace of its own with the same register. */
export function measureActions(invoices: number, actions: readonly Action[] = ACTIONS): readonly Measured[] {
  const first = benchWorkspace(invoices);
  prepare(first);
  const kept = copyState(first.state);
  return actions.map((action) => {
    const workspace = openWorkspace({ state: copyState(kept), limits: { mailRecipientsPerDay: 1500 } });
    return { action, ...IN_HAND[action](workspace) };
  });
}

/** The sample has no lines and no VAT number to complain of; its clients get an address to write to. */
function prepare(workspace: Workspace): void {
  succeed(workspace, 'ui_saveSettings', { values: { legalId: '732829320', vatNumber: 'FR44732829320' } });
  workspace.runInProcess('menu_refresh');
}

type Counted = Pick<Measured, 'calls' | 'millis'>;

function counted({ calls }: Workspace, work: () => unknown): Counted {
  const before = calls.length;
  const start = performance.now();
  work();
  const millis = performance.now() - start;
  return { calls: calls.slice(before).flatMap((execution) => execution.calls), millis };
}

/** The menu's entry, then what the sidebar asks first. */
function openSidebar(workspace: Workspace): Counted {
  return counted(workspace, () => {
    workspace.runInProcess('menu_home');
    succeed(workspace, 'ui_home', { renew: false });
  });
}

/** Somebody types a total into an invoice in the middle of the tab. */
function edit(workspace: Workspace): Counted {
  const title = TABLES.invoices.title.fr;
  const tab = workspace.book.tabs.find((one) => one.title === title);
  const column = (tab?.rows[0]?.indexOf('Montant TTC') ?? 0) + 1;
  const row = Math.round((tab?.rows.length ?? 2) / 2);
  return counted(workspace, () => workspace.inProcess.edit(title, `${columnLetters(column)}${row}`, 123.45));
}

function recalculate(workspace: Workspace): Counted {
  return counted(workspace, () => workspace.runInProcess('menu_refresh'));
}

function issue(documents: number): (workspace: Workspace) => Counted {
  return (workspace) => {
    const client = workspace.book.tabs.find(({ title }) => title === TABLES.clients.title.fr)?.rows[1]?.[0];
    const drafts = Array.from({ length: documents }, (_, at) => draftOf(String(client), at));
    for (const draft of drafts) succeed(workspace, 'ui_saveDraft', draft);
    return counted(workspace, () => {
      const told = succeed(workspace, 'ui_issue', { drafts: drafts.map(({ id }) => id), send: true });
      const sent = workspace.mails.length;
      if (sent !== documents)
        throw new Error(`${sent} of ${documents} mails: ${JSON.stringify(told).slice(0, 600)}`);
    });
  };
}

function draftOf(client: string, at: number) {
  const id = `D-BENCH${String(at).padStart(6, '0')}`;
  const line = {
    description: 'Étude',
    quantity: '1',
    unit: '',
    unitPrice: '100',
    discountPercent: '',
    vatRate: '20',
    vatCategory: 'S',
  };
  const empty = { corrects: '', reference: '', deliveryAddress: '', notes: '', issueDate: '', dueDate: '' };
  const rest = { currency: 'EUR', serviceDate: '2026-11-18', ready: true, lines: [line] };
  return { id, client, type: 'invoice', ...empty, ...rest };
}

/** Runs what answers as the sidebar is answered. */
function succeed(workspace: Workspace, name: string, asks: object): unknown {
  const answer: unknown = workspace.runInProcess(name, asks);
  const isRefused = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok !== true;
  if (isRefused) throw new Error(`${name}: ${JSON.stringify(answer).slice(0, 600)}`);
  return answer;
}
