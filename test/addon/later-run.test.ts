/** A mail that a stopped run left behind, sent by a later one: with the very PDF that was stored, and once. */
import { expect, test } from 'vitest';
import { openWorkspace } from '../workspace/workspace.ts';
import { FIRM, putDraft } from './firm-sheet.ts';

test('stopped right before sending, the mail is shown as unknown; sent again it carries the stored PDF', () => {
  const workspace = openWorkspace();
  workspace.runInProcess('ui_setUp', {});
  workspace.runInProcess('ui_saveSettings', { values: FIRM });
  putDraft(workspace);
  const stopped = workspace.calls.length + 1;
  workspace.planFaults(({ name, execution }) =>
    execution === stopped && name === 'MailApp.sendEmail'
      ? { when: 'before', kind: 'kill', buffer: 'all' }
      : null,
  );
  expect(() => workspace.runInProcess('ui_issue', { drafts: ['D-ABCDEF12'], send: true })).toThrow('killed');
  workspace.advance(11 * 60_000);
  const [stored] = workspace.files.filter(({ name }) => name.startsWith('F2026-'));
  expect(workspace.mails).toEqual([]);

  const unknown = workspace.runInProcess('ui_unknown', {});
  expect(unknown).toMatchObject({ ok: true, value: [{ key: 'invoice:F2026-00001' }] });
  const again = { key: 'invoice:F2026-00001', decision: 'sendAgain' };
  expect(workspace.runInProcess('ui_resolve', again)).toMatchObject({ ok: true });
  workspace.runInProcess('ui_resolve', again);
  expect(workspace.mails).toHaveLength(1);
  expect(workspace.mails[0]?.attachments.map(({ sha256 }) => sha256)).toEqual([stored?.sha256]);
  expect(workspace.files.filter(({ name }) => name.startsWith('F2026-'))).toHaveLength(1);
});
