import { expect, test } from 'vitest';
import { ScriptError } from './job.ts';
import { cellAt } from './spreadsheet.ts';
import { emptySpreadsheet, type Options, openWorkspace, type Workspace } from './workspace.ts';

/** A workspace whose script is the given text. */
function withScript(code: string, options: Options = {}): Workspace {
  return openWorkspace({ spreadsheet: emptySpreadsheet(), code, htmlFiles: new Map(), ...options });
}

const SHEET = 'const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];';

/** Runs the body of a function in-process, on the first tab. */
function evaluate(body: string, options: Options = {}): unknown {
  return withScript(`function go(a, b) { ${SHEET} ${body} }`, options).runInProcess('go');
}

test('what is not emulated is refused, never undefined', () => {
  for (const [body, message] of [
    ['return sheet.getRange(1, 1).foo', 'NotEmulated: Range.foo'],
    ['sheet.getRange(1, 1).foo = 1', 'NotEmulated: setting Range.foo'],
    ['return SpreadsheetApp.openById', 'NotEmulated: SpreadsheetApp.openById'],
    ['return SpreadsheetApp.BorderStyle.WAVY', 'NotEmulated: BorderStyle.WAVY'],
    ['MailApp.sendEmail({ to: "a@b.fr", carbon: "c" })', 'NotEmulated: MailApp.sendEmail with carbon'],
    [
      'return Drive.Files.list({ q: "fullText contains 1", fields: "files(id)" })',
      'NotEmulated: the Drive query',
    ],
    ['return GmailApp', 'GmailApp is not defined'],
    ['return setTimeout', 'setTimeout is not defined'],
    ['return URL', 'URL is not defined'],
    ['return sheet.getRange(1, 1, 2, 1).setValues([[1]])', 'The data has 1 but the range has 2'],
    ['return sheet.getRange(1001, 1)', 'outside the dimensions of the sheet'],
    ['Utilities.formatDate(new Date(), "UTC", "EEE")', 'NotEmulated: the date pattern EEE'],
  ] as const) {
    expect(() => evaluate(body), body).toThrow(message);
  }
});

test('the host is out of reach', () => {
  const body = 'return Function("return this")().constructor.constructor("return typeof process")();';
  expect(evaluate(body)).toBe('undefined');
});

test('only top-level functions without a trailing underscore can be called', () => {
  const workspace = withScript('function shown() { return 1; } function hidden_() {} var Encaisse_ = {};');
  expect(workspace.runInProcess('shown')).toBe(1);
  for (const name of ['hidden_', 'absent', 'Encaisse_', 'eval', 'SpreadsheetApp', 'toString']) {
    expect(() => workspace.runInProcess(name), name).toThrow(`Script function not found: ${name}`);
  }
});

test('what is typed is taken for what it looks like, unless the cell is text', () => {
  const texts = [
    '007',
    '1,5',
    '1.5',
    '01/02/2026',
    '2026-02-30',
    '12 %',
    'vrai',
    '=1+1',
    "'=1+1",
    "'007",
    '',
    'Été',
  ];
  const write = `sheet.getRange(1, 1, ${texts.length}, 1).setValues(${JSON.stringify(texts)}.map((t) => [t]));`;
  const read = `return [sheet.getRange(1, 1, ${texts.length}, 1).getValues().map(([v]) => v instanceof Date ? v.toISOString() : v), sheet.getRange(1, 1, ${texts.length}, 1).getFormulas().flat()];`;
  const formulas = texts.map((text) => (text === '=1+1' ? text : ''));
  expect(evaluate(write + read)).toEqual([
    [7, 1.5, '1.5', '2026-01-31T23:00:00.000Z', '2026-02-30', 0.12, true, '#NAME?', '=1+1', '007', '', 'Été'],
    formulas,
  ]);
  expect(evaluate(`sheet.getRange('A1:A').setNumberFormat('@'); ${write}${read}`)).toEqual([
    ['007', '1,5', '1.5', '01/02/2026', '2026-02-30', '12 %', 'vrai', '#NAME?', '=1+1', '007', '', 'Été'],
    formulas,
  ]);
});

test('a day is a Date of the script’s own, in the sheet’s zone; a number in a date format reads as one', () => {
  const body = `sheet.getRange('B1:B').setNumberFormat('yyyy-mm-dd');
    sheet.getRange(1, 1, 1, 2).setValues([[new Date(Date.UTC(2026, 6, 14, 22)), 46218]]);
    return sheet.getRange(1, 1, 1, 2).getValues()[0].map((v) => v instanceof Date && Utilities.formatDate(v, 'Europe/Paris', "yyyy-MM-dd HH:mm Z"));`;
  expect(evaluate(body)).toEqual(['2026-07-15 00:00 +0200', '2026-07-15 00:00 +0200']);
});

test('formats follow their rows; rows put in take on the format above', () => {
  const body = `sheet.getRange(2, 1, 2, 1).setNumberFormat('@'); sheet.insertRowsBefore(1, 1); sheet.insertRowsAfter(4, 2);
    return sheet.getRange(1, 1, 7, 1).getNumberFormats().flat();`;
  expect(evaluate(body)).toEqual(['General', 'General', '@', '@', '@', '@', 'General']);
});

test('the clock stands still and moves as it is told; ids are the same in every replay', () => {
  const code =
    'function go() { const a = Date.now(); Utilities.sleep(1500); return [Date.now() - a, new Date().getTime() - a, new Date(5) instanceof Date, Utilities.getUuid()]; }';
  const first = withScript(code);
  expect(first.runInProcess('go')).toEqual([1500, 1500, true, expect.stringMatching(/^[\da-f-]{36}$/)]);
  expect(withScript(code).runInProcess('go')).toEqual(withScript(code).runInProcess('go'));
  expect(first.runInProcess('go')).not.toEqual(withScript(code).runInProcess('go'));
});

test('writes wait for a flush, a read, or the end', () => {
  const at: unknown[] = [];
  const code = `function go() { ${SHEET} sheet.getRange(1, 1).setValue('a'); LockService.getDocumentLock().tryLock(1); sheet.getLastRow(); sheet.getRange(1, 1).setValue('b'); SpreadsheetApp.flush(); sheet.getRange(1, 1).setValue('c'); MailApp.getRemainingDailyQuota(); }`;
  const workspace = withScript(code);
  const [tab] = workspace.book.tabs;
  workspace.planFaults(({ name }) => {
    at.push([name, tab && cellAt(tab, 1, 1)]);
    return null;
  });
  workspace.runInProcess('go');
  expect(at).toEqual([
    ['Spreadsheet.getSheets', null],
    ['Range.setValues', null],
    ['Lock.tryLock', null],
    ['Sheet.getLastRow', null],
    ['Range.setValues', 'a'],
    ['SpreadsheetApp.flush', 'a'],
    ['Range.setValues', 'b'],
    ['MailApp.getRemainingDailyQuota', 'b'],
  ]);
  expect(tab && cellAt(tab, 1, 1)).toBe('c');
});

for (const [kind, when, buffer, kept] of [
  ['kill', 'before', 'all', ['a', null, null]],
  ['kill', 'after', 'none', [null, null, null]],
  ['kill', 'after', 'prefix', ['a', null, null]],
  ['kill', 'after', 'all', ['a', 'b', null]],
  ['throw', 'before', 'all', ['a', null, 'caught']],
  ['throw', 'after', 'all', ['a', 'b', 'caught']],
] as const) {
  test(`${kind} ${when} the second write, of the buffer ${buffer}`, () => {
    const code = `function go() { ${SHEET} sheet.getRange(1, 1).setValue('a'); try { sheet.getRange(1, 2).setValue('b'); } catch (e) { sheet.getRange(1, 3).setValue('caught'); } }`;
    const workspace = withScript(code);
    workspace.planFaults(({ index }) => (index === 3 ? { kind, when, buffer } : null));
    const started = workspace.state.now;
    if (kind === 'kill') expect(() => workspace.runInProcess('go')).toThrow(ScriptError);
    else workspace.runInProcess('go');
    const [tab] = workspace.book.tabs;
    expect(tab && [1, 2, 3].map((column) => cellAt(tab, 1, column))).toEqual(kept);
    expect(workspace.state.now - started).toBe(kind === 'kill' ? 11 * 60_000 : 0);
    expect(workspace.calls[0]?.status).toBe(kind === 'kill' ? 'killed' : 'done');
  });
}

test('a killed execution frees its lock and does nothing more', () => {
  const code = `function go() { LockService.getDocumentLock().waitLock(10); for (let i = 0; i < 3; i += 1) try { MailApp.sendEmail({ to: 'a@b.fr', subject: 's', body: 'b' }); } catch (e) {} }
    function next() { return LockService.getDocumentLock().tryLock(10); }`;
  const workspace = withScript(code);
  workspace.planFaults(({ execution, index }) =>
    execution === 1 && index === 3 ? { kind: 'kill', when: 'before', buffer: 'none' } : null,
  );
  expect(() => workspace.runInProcess('go')).toThrow('killed');
  expect(workspace.mails).toHaveLength(1);
  expect(workspace.runInProcess('next')).toBe(true);
});

test('a second actor runs between two calls, and finds the lock taken', () => {
  const code = `function go() { LockService.getDocumentLock().tryLock(10); ${SHEET} sheet.getLastRow(); } function other() { return LockService.getDocumentLock().tryLock(5000); }`;
  const workspace = withScript(code);
  const found: unknown[] = [];
  workspace.planFaults(({ functionName, name }) => {
    if (functionName === 'go' && name === 'Sheet.getLastRow') found.push(workspace.runInProcess('other'));
    return null;
  });
  workspace.runInProcess('go');
  expect(found).toEqual([false]);
  expect(workspace.runInProcess('other')).toBe(true);
});

test('a day’s quota counts recipients, for each user, and comes back after 24 hours', () => {
  const code = `function go(n) { const cc = Array.from({ length: n }, (_, i) => 'c' + i + '@b.fr').join(','); MailApp.sendEmail({ to: 'a@b.fr', cc, subject: 's', body: 'b' }); return MailApp.getRemainingDailyQuota(); }`;
  const workspace = withScript(code, { limits: { mailRecipientsPerDay: 10 } });
  expect(workspace.runInProcess('go', 5)).toBe(4);
  expect(() => workspace.runInProcess('go', 4)).toThrow('Service invoked too many times for one day: email.');
  expect(workspace.inProcess.runAs({ user: 'autre@exemple.fr' }, 'go', 4)).toBe(5);
  workspace.advance(86_400_000);
  expect(workspace.runInProcess('go', 9)).toBe(0);
  expect(workspace.mails).toHaveLength(3);
  expect(() => workspace.runInProcess('go', 60)).toThrow('Email Recipients Per Message');
});

test('a simple trigger may edit and lock, not mail; before authorisation nothing is read', () => {
  const code = `function onEdit(e) { e.range.getSheet().getRange(9, 9).setValue(e.range.getA1Notation() + ' ' + e.value + ' ' + e.oldValue); }
    function onOpen(e) { const ui = SpreadsheetApp.getUi(); ui.createAddonMenu().addItem('Ouvrir', 'go').addToUi(); if (e.authMode === ScriptApp.AuthMode.NONE) return 'none'; return SpreadsheetApp.getActiveSpreadsheet().getSheets().length; }
    function mail() { MailApp.sendEmail({ to: 'a@b.fr', subject: 's', body: 'b' }); } function props() { return PropertiesService.getDocumentProperties(); }
    function read() { return SpreadsheetApp.getActiveSpreadsheet().getSheets(); }`;
  const workspace = withScript(code);
  const [tab] = workspace.book.tabs;
  workspace.inProcess.edit('Feuille 1', 'B2', 'un');
  workspace.inProcess.edit('Feuille 1', 'B2', '12');
  expect(tab && [cellAt(tab, 2, 2), cellAt(tab, 9, 9)]).toEqual([12, 'B2 12 un']);
  expect(workspace.inProcess.open('NONE')).toBe('none');
  expect(workspace.screen.menus).toEqual([{ title: 'Encaisse', items: [{ label: 'Ouvrir', calls: 'go' }] }]);
  expect(() => workspace.inProcess.runAs({ authMode: 'LIMITED' }, 'mail')).toThrow(
    'permission to call MailApp.sendEmail',
  );
  expect(() => workspace.inProcess.runAs({ authMode: 'NONE' }, 'props')).toThrow('permission');
  expect(() => workspace.inProcess.runAs({ authMode: 'NONE' }, 'read')).toThrow('permission');
});

test('a trigger belongs to its user, runs as them, and sees no dialog', () => {
  const code = `function add() { ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(6).create(); } function count() { return ScriptApp.getProjectTriggers().length; }
    function daily() { MailApp.sendEmail({ to: 'a@b.fr', subject: 's', body: 'b' }); SpreadsheetApp.getUi(); }`;
  const workspace = withScript(code);
  workspace.inProcess.runAs({ user: 'autre@exemple.fr' }, 'add');
  expect([
    workspace.runInProcess('count'),
    workspace.inProcess.runAs({ user: 'autre@exemple.fr' }, 'count'),
  ]).toEqual([0, 1]);
  expect(() => workspace.inProcess.runAs({ user: 'autre@exemple.fr' }, 'add')).toThrow('too many triggers');
  expect(() => workspace.inProcess.fireTrigger('daily')).toThrow('Cannot call SpreadsheetApp.getUi()');
  expect(workspace.mails.map(({ user }) => user)).toEqual(['autre@exemple.fr']);
});

test('files are found by name and property, and come back byte for byte', () => {
  const body = `const blob = Utilities.newBlob('<p>été</p>', 'text/html', 'a.html').getAs('application/pdf').setName("l'a.pdf");
    const made = Drive.Files.create({ name: "l'a.pdf", mimeType: 'application/pdf', appProperties: { k: 'v' } }, blob, { fields: 'id,sha256Checksum' });
    const q = (name, value) => "name = '" + name + "' and appProperties has { key='k' and value='" + value + "' } and trashed = false";
    const list = (name, value) => Drive.Files.list({ q: q(name, value), fields: 'files(id,sha256Checksum)' }).files;
    const bytes = Drive.Files.get(made.id, { alt: 'media' });
    const sum = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, bytes).map((b) => ((b + 256) % 256).toString(16).padStart(2, '0')).join('');
    return [list("l\\\\'a.pdf", 'v')[0].id === made.id, list('other', 'v').length, list("l\\\\'a.pdf", 'w').length, sum === made.sha256Checksum];`;
  expect(evaluate(body)).toEqual([true, 0, 0, true]);
});
