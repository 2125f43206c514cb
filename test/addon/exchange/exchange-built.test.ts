/** Imports and e-invoices of the built script, in a sheet of this machine. */
import { expect, test } from 'vitest';
import { dayNumber, serialOfDay } from '../../../shared/base/civil-date.ts';
import { emptySpreadsheet, openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { CLIENT, FIRM } from '../firm-sheet.ts';

const NOW = Date.parse('2026-11-25T08:00:00Z');

function register(): Workspace {
  const workspace = openWorkspace({ clock: NOW, spreadsheet: emptySpreadsheet() });
  workspace.runInProcess('ui_setUp', {});
  workspace.runInProcess('ui_saveSettings', { values: FIRM });
  workspace.runInProcess('ui_saveClient', { ...CLIENT, code: 'ACME', name: 'Acme', legalId: '552100554' });
  return workspace;
}

const asked = (workspace: Workspace, call: string, asks: unknown): unknown =>
  workspace.runInProcess(call, asks);
const lastCalls = (workspace: Workspace): readonly string[] => workspace.calls.at(-1)?.calls ?? [];

const DRAFT = {
  ...{ id: 'D-ABCDEFGH', client: 'ACME', type: 'invoice', issueDate: '', dueDate: '', currency: '' },
  ...{ corrects: '', reference: '', serviceDate: '2026-11-20', deliveryAddress: '', notes: '', ready: true },
  lines: [
    {
      ...{ description: 'Pose', quantity: '1', unit: '', unitPrice: '100' },
      ...{ discountPercent: '', vatRate: '20', vatCategory: '' },
    },
  ],
};

test('the XML of an issued invoice lies in Drive beside its PDF', () => {
  const workspace = register();
  expect(asked(workspace, 'ui_saveDraft', DRAFT)).toMatchObject({ ok: true });
  expect(asked(workspace, 'ui_issue', { drafts: [DRAFT.id], send: false })).toMatchObject({
    value: { documents: [{ number: 'F2026-00001' }] },
  });
  expect(asked(workspace, 'ui_eInvoice', { invoice: 'F2026-00001' })).toMatchObject({ ok: true });
  const [xml] = workspace.state.files.filter(({ mimeType }) => mimeType === 'application/xml');
  expect(xml?.name).toMatch(/^F2026-00001-[0-9a-f]{8}\.xml$/);
  expect(new TextDecoder().decode(xml?.bytes)).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/);
});

test('an import is typed as the sheet types it, in a bounded number of calls', () => {
  const workspace = register();
  const movements = Array.from({ length: 300 }, (_, index) => ({
    ...{ day: '2026-11-20', amount: `${index + 1}.50`, label: `VIR ${index}`, payer: 'ACME' },
    ...{ payerIban: '', reference: '', bankId: '' },
  }));
  const statements = [{ account: 'FR76', currency: 'EUR', movements }];
  const planned: unknown = asked(workspace, 'ui_planImport', { statements });
  expect(planned).toMatchObject({ ok: true });
  expect(lastCalls(workspace).length).toBeLessThanOrEqual(12);
  const keys = JSON.stringify(planned).match(/b1:[0-9a-f]{20}/g) ?? [];
  const decisions = keys.map((key) => ({ key, kind: 'unapplied', client: 'ACME', parts: [] }));
  expect(asked(workspace, 'ui_applyImport', { statements, decisions, profiles: [] })).toMatchObject({
    ok: true,
  });
  expect(lastCalls(workspace).length).toBeLessThanOrEqual(40);
  const rows = workspace.book.tabs.find(({ title }) => title === 'Règlements')?.rows ?? [];
  expect(rows).toHaveLength(301);
  expect(rows[1]).toEqual(
    expect.arrayContaining([serialOfDay(dayNumber('2026-11-20')), 1.5, 'ACME', 'EUR', 'virement']),
  );
});
