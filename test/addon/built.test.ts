import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { ENDPOINTS } from '../../appsscript/surface.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { expectGolden } from '../golden-file.ts';
import { execute } from './strict-sheet.ts';

const FRENCH = { authMode: 'LIMITED', locale: 'fr_FR' } as const;
const ENGLISH = { authMode: 'LIMITED', locale: 'en_GB' } as const;

let code = '';
beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build:addon'], { shell: process.platform === 'win32' });
  code = readFileSync('dist/addon/Code.js', 'utf8');
});

test('clasp would push the script and its manifest, and nothing else', () => {
  const status = execFileSync(process.execPath, [
    'node_modules/@google/clasp/build/src/index.js',
    'status',
    '--json',
  ]);
  const { filesToPush, untrackedFiles } = JSON.parse(status.toString());
  expect(filesToPush.sort()).toEqual([
    'dist/addon/Code.js',
    'dist/addon/appsscript.json',
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

for (const { authMode, locale, label } of [
  { authMode: 'NONE', locale: 'en_GB', label: 'À propos d’Encaisse' }, // nothing may be read yet: French
  { authMode: 'LIMITED', locale: 'fr_FR', label: 'À propos d’Encaisse' },
  { authMode: 'LIMITED', locale: 'de_DE', label: 'À propos d’Encaisse' },
  { authMode: 'LIMITED', locale: 'en_US', label: 'About Encaisse' },
  { authMode: 'FULL', locale: 'en_GB', label: 'About Encaisse' },
] as const) {
  for (const trigger of ['onOpen', 'onInstall']) {
    test(`${trigger} in AuthMode.${authMode}, a ${locale} sheet: the menu says ${label}`, () => {
      const { menus, dialogs } = execute(code, trigger, { authMode, locale });
      expect(menus).toHaveLength(1);
      expect(menus[0]).toContain(`${label} → menu_about`);
      expect(menus[0]?.every((entry) => / → menu_[a-zA-Z]+$/.test(entry))).toBe(true);
      expect(dialogs).toEqual([]);
    });
  }
}

for (const [sheet, text] of [
  [FRENCH, 'Registre des factures, relances et contrôle des créances.'],
  [ENGLISH, 'Invoice register, reminders and receivables audit.'],
] as const) {
  test(`the about dialog of a ${sheet.locale} sheet names the version`, () => {
    const { dialogs } = execute(code, 'menu_about', sheet);
    expect(dialogs).toEqual([['Encaisse', `Version ${packageJson.version}\n\n${text}`, 'OK']]);
  });
}

test('what is not emulated throws instead of answering undefined', () => {
  expect(() => execute('function onOpen() { SpreadsheetApp.flush(); }', 'onOpen', FRENCH)).toThrow(
    'not emulated: SpreadsheetApp.flush',
  );
  expect(() =>
    execute('function onOpen() { SpreadsheetApp.getActiveSpreadsheet(); }', 'onOpen', {
      ...FRENCH,
      authMode: 'NONE',
    }),
  ).toThrow('not allowed in AuthMode.NONE');
});
