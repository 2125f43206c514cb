/** The register the scenarios begin with: set up by the add-on itself, filled as a user would, its past issued by the add-on too. */

import { lastRow, writeCells } from '../workspace/spreadsheet.ts';
import { copyState, type WorkspaceState } from '../workspace/state.ts';
import { emptySpreadsheet, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { DECOY } from './edits.ts';
import { placesOf, putRows, putSettings, type Row, tabOf } from './tables.ts';

export const TODAY = Date.UTC(2026, 10, 25, 8, 30);
const PAST = Date.UTC(2026, 8, 1, 8, 30);
/** Days of which the bank tells: without a recent one no reminder leaves. 2026-10-04 and 2026-11-24. */
const BANK_DAYS = [46299, 46350];

/** Tabs that are read by whole columns: the thousand blank rows of a new one would take much of the time. */
const GROWING = ['invoices', 'lines', 'drafts', 'payments', 'journal', 'seals'] as const;
const SPARE = 50;

/** A page's PDF for the harness: what it is of, and nothing else. */
export function markPdf(html: string): Uint8Array {
  let sum = 0;
  for (let index = 0; index < html.length; index += 1) sum = (sum * 31 + html.charCodeAt(index)) | 0;
  return new TextEncoder().encode(`%PDF-1.4 ${html.length} ${sum}`);
}

export function openOn(state: WorkspaceState | null, code: string, clock: number): Workspace {
  const source = state ? { state } : { spreadsheet: emptySpreadsheet() };
  return openWorkspace({ ...source, clock, code, htmlFiles: new Map([['sidebar', '']]), makePdf: markPdf });
}

/** Without a bank account: a QR code on each page and mail would take most of the time. */
const SETTINGS: Row = {
  companyName: 'Atelier Lumen',
  legalForm: 'SARL',
  shareCapital: '8000',
  legalId: '732829320',
  vatNumber: 'FR44732829320',
  addressLine1: '4 rue de la Paix',
  postalCode: '75002',
  city: 'Paris',
  country: 'France',
  email: 'compta@lumen.example',
  paymentTerms: '30 jours',
  senderName: 'Atelier Lumen',
  replyTo: 'compta@lumen.example',
  sendMode: 'preview',
};

const CLIENTS = ['ANNE', 'BRUN', 'CHAT'] as const;

function client(code: string): Row {
  return {
    code,
    name: `${code} et fils`,
    kind: 'entreprise',
    addressLine1: '1 place du Marché',
    postalCode: '69001',
    city: 'Lyon',
    country: 'France',
    language: 'fr',
    email: `${code.toLowerCase()}@client.example`,
  };
}

export function draft(id: string, code: string, more: Row = {}): Row {
  return { id, client: code, type: 'facture', ready: 'oui', ...more };
}

export function linesOf(id: string, unitPrice = 100): readonly Row[] {
  return [1, 2].map((position) => ({
    invoice: id,
    position,
    description: `Prestation ${position}`,
    quantity: position,
    unitPrice,
    vatRate: 20,
  }));
}

/** A register with three clients, and three invoices issued in September, of which none is paid. */
export function baseState(code: string): WorkspaceState {
  const workspace = openOn(null, code, PAST);
  const { state } = workspace;
  expectOk(workspace.runInProcess('ui_setUp', {}));
  putSettings(state, SETTINGS);
  putRows(state, 'clients', [{ ...client('ZERO'), name: DECOY }, ...CLIENTS.map(client)]);
  putRows(state, 'drafts', [draft(`D-${DECOY}`, 'ZERO', { ready: 'non' })]);
  putRows(state, 'lines', [{ ...linesOf(`D-${DECOY}`)[0] }]);
  putRows(
    state,
    'payments',
    BANK_DAYS.map((date, index) => ({
      id: `${DECOY}${index}`,
      date,
      client: 'ZERO',
      amount: 1,
      method: 'virement',
    })),
  );
  const ids = CLIENTS.map((one) => `D-PAST${one}`);
  putRows(
    state,
    'drafts',
    CLIENTS.map((one) => draft(`D-PAST${one}`, one)),
  );
  putRows(
    state,
    'lines',
    ids.flatMap((id) => linesOf(id)),
  );
  expectOk(workspace.runInProcess('ui_issue', { drafts: ids, send: true }));
  if (state.mails.length !== 3) throw new Error(`the past has ${state.mails.length} mails instead of 3`);
  noteBesideLastInvoice(state);
  expectOk(workspace.runInProcess('ui_dailyRun', { on: true }));
  for (const tab of GROWING.map((key) => tabOf(state, key))) tab.rowCount = lastRow(tab) + SPARE;
  state.now = TODAY;
  return copyState(state);
}

/** What people write beside an invoice stands nowhere else. */
function noteBesideLastInvoice(state: WorkspaceState): void {
  const tab = tabOf(state, 'invoices');
  const place = placesOf(tab, 'invoices').get('reference') ?? 0;
  writeCells(state.book, tab, lastRow(tab), place + 1, [['PO 77']]);
}

export function expectOk(answer: unknown): void {
  if (typeof answer === 'object' && answer !== null && Reflect.get(answer, 'ok') === true) return;
  throw new Error(`the add-on refused: ${JSON.stringify(answer)}`);
}
