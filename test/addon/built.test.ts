/** The built add-on as a sheet meets it: what is pushed, what it asks for, its menu in every mode, each entry. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../appsscript/surface.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { expectGolden } from '../golden-file.ts';
import type { AuthMode, Menu } from '../workspace/backend.ts';
import type { Spreadsheet } from '../workspace/spreadsheet.ts';
import { emptySpreadsheet, openWorkspace, type Workspace } from '../workspace/workspace.ts';

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build:addon'], { shell: process.platform === 'win32' });
});

test('clasp would push the script, its two pages and the manifest, and nothing else', () => {
  const status = execFileSync(process.execPath, [
    'node_modules/@google/clasp/build/src/index.js',
    'status',
    '--json',
  ]);
  const { filesToPush, untrackedFiles } = JSON.parse(status.toString());
  expect(filesToPush.sort()).toEqual([
    'dist/addon/Code.js',
    'dist/addon/appsscript.json',
    'dist/addon/bank.html',
    'dist/addon/sidebar.html',
  ]);
  expect(untrackedFiles).toEqual([]);
});

test('the manifest asks for five scopes, one advanced service and no more', () => {
  expectGolden('addon/appsscript.json', readFileSync('dist/addon/appsscript.json', 'utf8'));
});

test('what may be called from outside is what is written down', () => {
  expectGolden('addon/endpoints.txt', `${[...ENDPOINTS].sort().join('\n')}\n`);
});

test.each(['sidebar', 'bank'])('the page %s loads nothing from anywhere and holds no secret', (name) => {
  const page = readFileSync(`dist/addon/${name}.html`, 'utf8');
  expect(page).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)\s*=/i);
  expect(page.match(/<script>/g)).toHaveLength(1);
  const [style = ''] = /<style>[\s\S]*?<\/style>/.exec(page) ?? [];
  expect(style.length).toBeGreaterThan(1000);
  expect(style).not.toMatch(/\burl\((?!["']?(?:data:|#))|@import/);
});

const inLocale = (locale: string): Spreadsheet => ({ ...emptySpreadsheet(), locale });

/** A menu as indented lines. */
function linesOf({ items }: Menu): readonly string[] {
  return items.flatMap((item) => {
    if (item === 'separator') return ['—'];
    return 'items' in item
      ? [item.title, ...linesOf(item).map((line) => `  ${line}`)]
      : [`${item.label} → ${item.calls}`];
  });
}

const menuOf = (workspace: Workspace) => workspace.screen.menus.flatMap(linesOf).join('\n');

for (const [authMode, locale, golden] of [
  ['NONE', 'en_GB', 'fr'], // nothing may be read yet: French
  ['LIMITED', 'fr_FR', 'fr'],
  ['LIMITED', 'de_DE', 'fr'],
  ['LIMITED', 'en_US', 'en'],
  ['FULL', 'en_GB', 'en'],
] as const satisfies readonly (readonly [AuthMode, string, string])[]) {
  for (const trigger of ['onOpen', 'onInstall']) {
    test(`${trigger} in AuthMode.${authMode}, a ${locale} sheet: the ${golden} menu`, () => {
      const workspace = openWorkspace({ spreadsheet: inLocale(locale) });
      if (trigger === 'onOpen') workspace.inProcess.open(authMode);
      else if (authMode === 'NONE') return;
      else workspace.inProcess.run('onInstall');
      expectGolden(`addon/menu.${golden}.txt`, `${menuOf(workspace)}\n`);
      expect(workspace.calls[0]?.error).toBeNull();
    });
  }
}

test('in AuthMode.NONE the menu is drawn without a single call', () => {
  const workspace = openWorkspace();
  workspace.inProcess.open('NONE');
  expect(workspace.calls[0]?.calls.filter((call) => !call.startsWith('Menu'))).toEqual([]);
});

test('every entry of the menu is an endpoint', () => {
  const workspace = openWorkspace();
  workspace.inProcess.open();
  const called = menuOf(workspace).match(/menu_\w+/g) ?? [];
  expect(called.filter((name) => !ENDPOINTS.some((endpoint) => endpoint === name))).toEqual([]);
  expect([...called].sort()).toEqual(ENDPOINTS.filter((name) => name.startsWith('menu_')).sort());
});

describe('the sidebar', () => {
  for (const [entry, view, argument] of [
    ['menu_home', 'home', ''],
    ['menu_issueSelected', 'issue', 'selected'],
    ['menu_unknown', 'unknown', ''],
  ] as const) {
    test(`${entry} opens it at ${view}`, () => {
      const workspace = openWorkspace({ spreadsheet: inLocale('en_GB') });
      workspace.runInProcess(entry);
      const [panel] = workspace.screen.panels;
      expect(panel).toMatchObject({ kind: 'sidebar', title: 'Encaisse' });
      expect(panel?.html).toContain(`data-view="${view}" data-argument="${argument}" data-language="en"`);
    });
  }
});

test('menu_bank opens the dialog of bank statements in the sheet’s language', () => {
  const workspace = openWorkspace({ spreadsheet: inLocale('en_GB') });
  workspace.runInProcess('menu_bank');
  const [panel] = workspace.screen.panels;
  expect(panel).toMatchObject({ kind: 'modal', title: 'Import a bank statement', width: 760, height: 600 });
  expect(panel?.html).toContain('<body class="bank" data-view="bank" data-language="en">');
});

for (const [locale, text] of [
  ['fr_FR', 'Registre des factures, relances et contrôle des créances.'],
  ['en_GB', 'Invoice register, reminders and receivables audit.'],
] as const) {
  test(`the about dialog of a ${locale} sheet names the version`, () => {
    const workspace = openWorkspace({ spreadsheet: inLocale(locale) });
    workspace.runInProcess('menu_about');
    expect(workspace.screen.alerts).toEqual([
      { title: 'Encaisse', text: `Version ${packageJson.version}\n\n${text}`, buttons: 'OK' },
    ]);
  });
}
