/**
 * The page for receipts is open to the world, and what is open can be asked for anything: every function of the script is called here as
 * a visitor of the web app could call it, with a register full of names behind it.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../appsscript/surface.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';

const NAME = 'Client Secret SARL';
const VISITOR = { startedBy: 'webApp' } as const;

let workspace: Workspace;
beforeAll(() => {
  workspace = openWorkspace();
  workspace.runInProcess('ui_setUp', {});
  const clients = workspace.book.tabs.find(({ title }) => title === 'Clients');
  clients?.rows.push(['C1', NAME]);
  workspace.runInProcess('ui_dailyRun', { on: true });
});

const ASKS: readonly unknown[] = [
  {},
  { code: 'C1' },
  { drafts: ['D-1'], send: true },
  { triggerUid: 'guessed' },
  { on: true },
  { parameter: { n: 'F1', c: '1' } },
  { authMode: 'FULL', range: { rowStart: 1 } },
  'x'.repeat(10_000),
  null,
];

describe('a visitor of the web app', () => {
  for (const endpoint of ENDPOINTS) {
    test(`gets nothing out of ${endpoint}, and changes nothing`, () => {
      const before = structuredClone([
        workspace.state.book.tabs.map(({ rows }) => rows),
        workspace.state.mails,
      ]);
      for (const asks of ASKS) {
        let told = '';
        try {
          told = JSON.stringify(workspace.inProcess.runAs(VISITOR, endpoint, asks)) ?? '';
        } catch (error) {
          told = String(error);
        }
        expect(told).not.toContain(NAME);
        if (endpoint.startsWith('ui_')) expect(told).toContain('ne s’appelle que depuis la feuille');
      }
      expect([workspace.state.book.tabs.map(({ rows }) => rows), workspace.state.mails]).toEqual(before);
    });
  }
});

test('the log names nobody', () => {
  expect(JSON.stringify(workspace.backend.log)).not.toContain(NAME);
});
