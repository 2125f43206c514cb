/** `google.script` in a panel, by Google's rules: what may be handed over, who may be called, how many at once. */
import { expect, test } from 'vitest';
import { NO_BROWSER } from '../workspace/browser/chromium.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { atDesk, type OpenedDesk } from './open-desk.ts';

const SCRIPT = `
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Panneau', 'panel').addItem('Question', 'question').addToUi(); }
function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p id="hello">bonjour</p>').setTitle('Titre')); }
function question() {
  const ui = SpreadsheetApp.getUi();
  const button = ui.alert('Titre', 'Continuer ?', ui.ButtonSet.YES_NO);
  SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(button === ui.Button.YES ? 'oui' : 'non');
}
function echo(value) { return value; }
function day() { return { day: new Date() }; }
function nothing() {}
function fails() { throw new Error('rien ne va'); }
function slow() { Utilities.sleep(60); return 1; }
function hidden_() { return 'hidden'; }
`;

const atPanel = (work: (desk: OpenedDesk) => Promise<void>): Promise<void> =>
  atDesk(
    openWorkspace({ code: SCRIPT, htmlFiles: new Map() }),
    async (desk) => {
      await desk.choose('Panneau');
      await desk.sidebar.locator('#hello').waitFor();
      await work(desk);
    },
    SCRIPT,
  );

/** Runs a call in the panel's page: `[what came, its user object]`, or the error's text. */
async function called({ sidebar }: OpenedDesk, expression: string): Promise<unknown> {
  const run = `google.script.run
    .withSuccessHandler((value, object) => resolve([value, object]))
    .withFailureHandler((error, object) => resolve([error.name, error.message, object]))`;
  return sidebar
    .locator('body')
    .evaluate(
      `new Promise((resolve) => { try { const run = ${run}; ${expression} } catch (error) { resolve(String(error)); } })`,
    );
}

test.skipIf(NO_BROWSER)(
  'what a panel hands over and what comes back',
  async () => {
    await atPanel(async (desk) => {
      const ask = (expression: string) => called(desk, expression);
      const value = '{ a: [1, undefined, null], b: { c: "é", d: undefined }, e: true }';
      expect(await ask(`run.withUserObject({ id: 7 }).echo(${value})`)).toEqual([
        { a: [1, null, null], b: { c: 'é' }, e: true },
        { id: 7 },
      ]);
      expect(await ask('run.nothing()')).toEqual([null, undefined]);
      expect(await ask('run.day()')).toEqual([null, undefined]); // no day comes back: nothing does
      expect(await ask('run.withUserObject(1).fails()')).toEqual(['ScriptError', 'rien ne va', 1]);
    });
  },
  60_000,
);

test.skipIf(NO_BROWSER)(
  'what is refused before it leaves',
  async () => {
    await atPanel(async (desk) => {
      const ask = (expression: string) => called(desk, expression);
      const illegal = (property: string) => `TypeError: Failed due to illegal value in property: ${property}`;
      expect(await ask('run.echo(new Date())')).toBe(illegal('0'));
      expect(await ask('run.echo({ on: () => 1 })')).toBe(illegal('on'));
      expect(await ask('run.echo([document.body])')).toBe(illegal('0'));
      expect(await ask('run.hidden_()')).toMatch(/^TypeError: .*not a function/);
      expect(await ask('run.unheard()')).toMatch(/^TypeError: .*not a function/);
    });
  },
  60_000,
);

test.skipIf(NO_BROWSER)(
  'ten calls run at once, the others wait; none is lost',
  async () => {
    await atPanel(async (desk) => {
      const { executions } = desk.workspace.backend;
      const before = executions.length;
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, executions.filter(({ status }) => status === 'running').length);
      }, 2);
      const all =
        'let left = 14; const one = google.script.run.withSuccessHandler(() => { left -= 1; if (left === 0) resolve(left); });';
      expect(await called(desk, `${all} for (let i = 0; i < 14; i += 1) one.slow();`)).toBe(0);
      clearInterval(watch);
      expect(executions.length - before).toBe(14);
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(10);
    });
  },
  60_000,
);

test.skipIf(NO_BROWSER)(
  'a panel lives on another origin, loads nothing, and closes itself',
  async () => {
    await atPanel(async (desk) => {
      const { page, sidebar } = desk;
      const own = await sidebar.locator('body').evaluate('location.origin');
      expect(own).toMatch(/^http:\/\/localhost:/);
      expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:/);
      expect(
        await called(desk, 'fetch("/api/desk").then(() => resolve("read"), () => resolve("refused"))'),
      ).toBe('refused');
      await sidebar.locator('body').evaluate('google.script.host.editor.focus(), google.script.host.close()');
      await page.locator('#sidebar').waitFor({ state: 'hidden' });
      expect(await page.evaluate('document.activeElement.id')).toBe('sheet');
      expect(desk.complaints).toEqual([]);
    });
  },
  60_000,
);

test.skipIf(NO_BROWSER)(
  'the script waits for the answer to what it asks',
  async () => {
    await atPanel(async ({ choose, page, workspace }) => {
      await choose('Question');
      await page.getByRole('alertdialog').getByText('Continuer ?').waitFor();
      await page.getByRole('button', { name: 'Oui' }).click();
      await page.locator('.cell', { hasText: 'oui' }).first().waitFor();
      expect(workspace.book.tabs[0]?.rows[0]?.[0]).toBe('oui');
    });
  },
  60_000,
);

test.skipIf(NO_BROWSER)(
  'another site may ask nothing',
  async () => {
    await atPanel(async ({ page }) => {
      const { origin } = new URL(page.url());
      const post = (headers: Record<string, string>) =>
        fetch(`${origin}/api/run`, { method: 'POST', headers, body: '{"name":"panel"}' });
      expect((await post({ origin: 'https://example.com' })).status).toBe(403);
      expect((await post({})).status).toBe(403);
      expect((await post({ origin })).status).toBe(200);
    });
  },
  60_000,
);
