/** The built add-on used as a firm does, in one sheet: from an empty spreadsheet to a reminder, counting what each step costs. */
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { CLIENT, draftFor, FIRM } from './firm-sheet.ts';

let workspace: Workspace;
let client = '';
beforeAll(() => {
  workspace = openWorkspace();
});

const call = (name: string, asks: unknown = {}) =>
  JSON.parse(JSON.stringify(workspace.runInProcess(name, asks)));
const lastCalls = () => workspace.calls.at(-1)?.calls ?? [];
const rows = (title: string) => workspace.book.tabs.find((tab) => tab.title === title)?.rows ?? [];

describe('a firm’s first day', () => {
  test('sets up and says who it is', () => {
    expect(call('ui_setUp')).toMatchObject({ ok: true });
    expect(call('ui_saveSettings', { values: FIRM })).toMatchObject({ ok: true });
    expect(call('ui_home', { renew: false })).toMatchObject({ ok: true, value: { isSetUp: true } });
  });
  test('takes down a client, whose name stays a name', () => {
    const saved = call('ui_saveClient', CLIENT);
    expect(saved).toMatchObject({ ok: true, value: { fields: { name: CLIENT.name, notes: '007' } } });
    client = saved.value.fields.code;
    const row = rows('Clients').find((cells) => cells.includes(CLIENT.name));
    expect(row).toContain('+33 4 72 00 00 00');
    expect(workspace.book.tabs.flatMap((tab) => [...tab.formulas.values()])).toEqual([]);
  });
  test('writes, checks and issues an invoice, which leaves by mail with its PDF', () => {
    expect(call('ui_saveDraft', draftFor(client))).toMatchObject({
      ok: true,
      value: { total: expect.anything() },
    });
    expect(call('ui_previewIssue', { draft: 'D-ABCDEF12' })).toMatchObject({ ok: true });
    const issued = call('ui_issue', { drafts: ['D-ABCDEF12'], send: true });
    expect(issued).toMatchObject({ ok: true, value: { documents: [{ state: 'sent' }], refused: [] } });
    expect(lastCalls().length).toBeLessThanOrEqual(25 + 8);
    expect(workspace.mails).toHaveLength(1);
    expect(workspace.mails[0]).toMatchObject({ to: 'achats@client.example' });
    expect(workspace.mails[0]?.attachments).toHaveLength(1);
  });
  test('issues the same draft only once', () => {
    call('ui_issue', { drafts: ['D-ABCDEF12'], send: true });
    expect(workspace.mails).toHaveLength(1);
    expect(rows('Sceaux').filter((row) => row[1] === 'ISSUE')).toHaveLength(1);
  });
});

describe('a payment', () => {
  test('is proposed, recorded once, and counted', () => {
    expect(call('ui_allocate', { client, amount: '1000', currency: '' })).toMatchObject({ ok: true });
    const number = String(rows('Factures')[1]?.[0]);
    const payment = {
      id: 'P-ABCDEF12',
      kind: 'payment',
      client,
      date: '2026-11-25',
      amount: '1000',
      currency: 'EUR',
      method: 'transfer',
      reference: 'VIR',
      reason: '',
      allocations: [{ invoice: number, amount: '1000' }],
      thank: false,
    };
    expect(call('ui_recordPayment', payment)).toMatchObject({ ok: true });
    call('ui_recordPayment', payment);
    expect(
      rows('Règlements').filter((row) => row.some((cell) => String(cell).startsWith('P-'))),
    ).toHaveLength(1);
    call('ui_client', { code: client });
  });
});

describe('later', () => {
  test('the invoice is overdue, shown and reminded of once', () => {
    workspace.advance(40 * 86_400_000);
    workspace.runInProcess('menu_refresh');
    const shown = call('ui_reminders');
    expect(shown).toMatchObject({ ok: true });
    const due = shown.value.filter((row: { action: string }) => row.action === 'send');
    expect(due).toHaveLength(1);
    const asks = { clients: [{ client, currency: 'EUR' }] };
    expect(call('ui_previewReminder', asks.clients[0])).toMatchObject({ ok: true });
    const before = workspace.mails.length;
    expect(call('ui_remind', asks)).toMatchObject({ ok: true });
    call('ui_remind', asks);
    expect(workspace.mails.length - before).toBe(1);
  });
});

describe('the daily run', () => {
  test('is switched on by one, taken over by another, and does nothing for the first', () => {
    expect(call('ui_dailyRun', { on: true })).toMatchObject({ ok: true });
    expect(workspace.state.triggers.map(({ user }) => user)).toEqual(['comptable@exemple.fr']);
    workspace.inProcess.fireTrigger('trg_daily');
    expect(workspace.state.properties.document.get('dailyRunEnded')).toMatch(/^2027-01-04T/);
    workspace.inProcess.runAs({ user: 'collegue@exemple.fr' }, 'ui_dailyRun', { on: true });
    expect(workspace.state.properties.document.get('dailyRunBy')).toBe('collegue@exemple.fr');
    const before = structuredClone(workspace.state.book.tabs.map((tab) => tab.rows));
    workspace.inProcess.fireTrigger('trg_daily');
    expect(workspace.state.book.tabs.map((tab) => tab.rows)).toEqual(before);
    expect(workspace.state.triggers.map(({ user }) => user)).toEqual(['collegue@exemple.fr']);
  });
});

describe('what each step costs', () => {
  for (const [name, most] of [
    ['menu_refresh', 12],
    ['menu_home', 1],
    ['ui_home', 5],
    ['ui_clients', 4],
  ] as const) {
    test(`${name}: at most ${most} service calls`, () => {
      workspace.runInProcess(name, name === 'ui_home' ? { renew: false } : {});
      expect(lastCalls().length, lastCalls().join(' ')).toBeLessThanOrEqual(most);
    });
  }
  test('an edit: at most 8', () => {
    workspace.inProcess.edit('Règlements', 'E2', [[500]]);
    expect(lastCalls().length, lastCalls().join(' ')).toBeLessThanOrEqual(8);
  });
});

test('nothing went wrong without being said', () => {
  expect(workspace.backend.log).toEqual([]);
  expect(workspace.calls.filter(({ error }) => error !== null)).toEqual([]);
});
