import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { expect, test } from 'vitest';
import { startSheetsServer } from './sheets-server.ts';
import { cellAt } from './spreadsheet.ts';
import { emptySpreadsheet, type Options, openWorkspace, type Workspace } from './workspace.ts';

function withScript(code: string, options: Options = {}): Workspace {
  return openWorkspace({ spreadsheet: emptySpreadsheet(), code, htmlFiles: new Map(), ...options });
}

const SHEET = 'const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];';

test('an execution in a worker reads, writes, and forgets its globals', async () => {
  const code = `let runs = 0; function go(day) { ${SHEET} runs += 1; sheet.getRange(1, 1, 2, 1).setValues([[day], ['é’']]); return [runs, day instanceof Date, sheet.getDataRange().getValues()[1][0]]; }`;
  const workspace = withScript(code);
  expect(await workspace.run('go', new Date(Date.UTC(2026, 0, 1)))).toEqual([1, true, 'é’']);
  expect(await workspace.run('go', 5)).toEqual([1, false, 'é’']);
  await expect(workspace.run('absent')).rejects.toThrow('Script function not found: absent');
  await expect(withScript('throw new Error("at load")').run('go')).rejects.toThrow('at load');
});

test('a lock excludes: twenty executions count without losing one', async () => {
  const code = `function add() { const lock = LockService.getDocumentLock(); if (!lock.tryLock(20000)) return false; ${SHEET}
    const cell = sheet.getRange(1, 1); cell.setValue(Number(cell.getValue()) + 1); SpreadsheetApp.flush(); lock.releaseLock(); return true; }`;
  const workspace = withScript(code);
  const done = await Promise.all(Array.from({ length: 20 }, () => workspace.run('add')));
  expect(done.every((one) => one === true)).toBe(true);
  const [tab] = workspace.book.tabs;
  expect(tab && cellAt(tab, 1, 1)).toBe(20);
});

test('a lock held is waited for, and given up after its time; locks of different kinds do not exclude', async () => {
  const code = `function hold() { LockService.getDocumentLock().tryLock(1); Utilities.sleep(400); }
    function short() { return LockService.getDocumentLock().tryLock(30); } function long() { return LockService.getDocumentLock().tryLock(5000); }
    function script() { return LockService.getScriptLock().tryLock(1); }`;
  const workspace = withScript(code, { clock: 'real' });
  const held = workspace.run('hold');
  await expect.poll(() => workspace.backend.locks.document.holder).not.toBe(null);
  expect(await Promise.all(['short', 'long', 'script'].map((name) => workspace.run(name)))).toEqual([
    false,
    true,
    true,
  ]);
  await held;
  const outside = withScript('function go() { return LockService.getDocumentLock(); }', {
    documentLock: false,
  });
  expect(outside.runInProcess('go')).toBe(null);
});

test('a loop without end, and a sleep beyond the limit, are stopped; what was written stays', async () => {
  const code = `function loop() { ${SHEET} sheet.getRange(1, 1).setValue('x'); LockService.getDocumentLock().tryLock(1); for (;;); } function sleep() { Utilities.sleep(60000); }`;
  const workspace = withScript(code, { clock: 'real', limits: { executionMillis: 300 } });
  await expect(workspace.run('loop')).rejects.toThrow('Exceeded maximum execution time');
  await expect(workspace.run('sleep')).rejects.toThrow('Exceeded maximum execution time');
  expect(workspace.calls.map(({ status }) => status)).toEqual(['timedOut', 'timedOut']);
  const [tab] = workspace.book.tabs;
  expect([tab && cellAt(tab, 1, 1), workspace.backend.locks.document.holder]).toEqual(['x', null]);
});

test('on the held clock a simple trigger has 30 seconds, a call 6 minutes', () => {
  const code = `function go() { let n = 0; try { for (;;) { MailApp.getRemainingDailyQuota(); n += 1; } } finally { } } function onOpen() { ${SHEET} for (;;) sheet.getLastRow(); }`;
  const workspace = withScript(code, { limits: { millisPerCall: 1000 } });
  expect(() => workspace.runInProcess('go')).toThrow('Exceeded maximum execution time');
  expect(() => workspace.inProcess.open()).toThrow('Exceeded maximum execution time');
  expect(workspace.calls.map(({ calls }) => calls.length)).toEqual([360, 30]);
});

test('a dialog waits for its answer, and never under a lock', async () => {
  const code = `function ask() { const ui = SpreadsheetApp.getUi(); return ui.alert('Titre', 'Texte', ui.ButtonSet.YES_NO) === ui.Button.YES; }
    function locked() { LockService.getDocumentLock().tryLock(1); SpreadsheetApp.getUi().alert('x'); }
    function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Encaisse')); }`;
  const workspace = withScript(code, { htmlFiles: new Map([['sidebar', '<p>é</p>']]) });
  workspace.screen.answerAlert = async () => 'YES';
  expect(await workspace.run('ask')).toBe(true);
  await expect(workspace.run('locked')).rejects.toThrow(
    'NotEmulated: a dialog while the script holds a lock',
  );
  await workspace.run('panel');
  expect(workspace.screen.panels).toEqual([
    { kind: 'sidebar', title: 'Encaisse', html: '<p>é</p>', width: null, height: null },
  ]);
});

test('a PDF may take its time in a worker, and not in-process', async () => {
  const code = `function go() { return Utilities.newBlob('<p>a</p>', 'text/html', 'a.html').getAs('application/pdf').getBytes(); }`;
  const workspace = withScript(code, { makePdf: async () => Uint8Array.of(37, 200) });
  expect(await workspace.run('go')).toEqual([37, -56]);
  expect(() => workspace.runInProcess('go')).toThrow('cannot be made in-process');
});

test('three doors, one model: script, API and users see the same cells', async () => {
  const code = `function write() { ${SHEET} sheet.getRange(1, 1, 1, 2).setValues([[new Date(Date.UTC(2026, 10, 24, 23)), "'=1+1"]]); } function read() { ${SHEET} return sheet.getRange(1, 3).getValue(); } function onEdit() {}`;
  const workspace = withScript(code);
  const server = await startSheetsServer([workspace.book]);
  try {
    await workspace.run('write');
    await workspace.edit('Feuille 1', 'C1', 'tapé');
    expect(await workspace.run('read')).toBe('tapé');
    const { data } = await sheets({ version: 'v4', rootUrl: server.url }).spreadsheets.values.batchGet({
      spreadsheetId: workspace.book.id,
      ranges: ["'Feuille 1'!A1:C1"],
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(data.valueRanges?.[0]?.values).toEqual([[46351, '=1+1', 'tapé']]);
  } finally {
    await server.close();
  }
});
