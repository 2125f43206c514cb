/** A receipt confirmed at the page reaches the journal of the built add-on, once, and nothing else does. */
import { describe, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';

const PAGE = 'https://script.google.com/macros/s/AKfy-x_1/exec';

function issued(): Workspace {
  const workspace = openWorkspace({ webAppUrl: PAGE });
  workspace.runInProcess('ui_setUp', {});
  const put = (title: string, rows: readonly (readonly (string | number | null)[])[]): void => {
    workspace.book.tabs.find((tab) => tab.title === title)?.rows.push(...rows.map((row) => [...row]));
  };
  put('Clients', [['C1', 'Dupont']]);
  put('Factures', [['F2026-00001', null, 'C1', 46_351, 46_381, 'EUR', 100, 20, 120]]);
  return workspace;
}

/** Confirms as the page does: its link was made with the secret that is kept. */
function confirm(workspace: Workspace, key: string): void {
  workspace.state.properties.script.set(key, '2026-11-25T08:00:00Z');
}

const journal = (workspace: Workspace) =>
  workspace.book.tabs.find(({ title }) => title === 'Journal')?.rows.slice(1) ?? [];
const markOf = async (id: string) => {
  const { sha256 } = await import('../../shared/base/sha256.ts');
  return sha256(id).slice(0, 16);
};

describe('confirmed receipts', () => {
  test('are written once, with the client, and leave the letterbox', async () => {
    const workspace = issued();
    const key = `receipt:${await markOf(workspace.book.id)}:F2026-00001`;
    confirm(workspace, key);
    workspace.runInProcess('ui_reminders', {});
    expect(journal(workspace)).toHaveLength(1);
    expect(journal(workspace)[0]?.slice(0, 4)).toEqual([
      '2026-11-25T08:00:00Z',
      'C1',
      'F2026-00001',
      'réception confirmée',
    ]);
    expect(workspace.state.properties.script.has(key)).toBe(false);
    confirm(workspace, key);
    workspace.runInProcess('ui_reminders', {});
    expect(journal(workspace)).toHaveLength(1);
  });
  test('of another register, or of no invoice, write nothing', async () => {
    const workspace = issued();
    confirm(workspace, `receipt:${await markOf('another')}:F2026-00001`);
    confirm(workspace, `receipt:${await markOf(workspace.book.id)}:F2026-99999`);
    workspace.runInProcess('ui_reminders', {});
    expect(journal(workspace)).toEqual([]);
    expect([...workspace.state.properties.script.keys()]).toEqual([
      `receipt:${await markOf('another')}:F2026-00001`,
    ]);
  });
  test('stopped anywhere, they are written once', async () => {
    const key = `receipt:${await markOf(issued().book.id)}:F2026-00001`;
    for (let at = 1; at <= 12; at++) {
      for (const buffer of ['none', 'prefix', 'all'] as const) {
        const workspace = issued();
        confirm(workspace, key);
        const first = workspace.calls.length + 1;
        workspace.planFaults(({ index, execution }) =>
          execution === first && index === at ? { when: 'after', kind: 'kill', buffer } : null,
        );
        try {
          workspace.runInProcess('ui_reminders', {});
        } catch (error) {
          expect(String(error)).toContain('killed');
        }
        workspace.runInProcess('ui_reminders', {});
        expect(journal(workspace), `${at} ${buffer}`).toHaveLength(1);
      }
    }
  });
});
