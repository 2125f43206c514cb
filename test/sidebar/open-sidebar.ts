/** The sidebar in a real browser, 300 px wide, before a script that only answers what it is told to. */
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { SidebarCall, ViewName } from '../../appsscript/contract.ts';
import type { Language } from '../../shared/base/words.ts';
import type { Answers } from './fixtures.ts';

export type Opened = {
  readonly page: Page;
  /** Every call so far, in order, with what it asked. */
  readonly calls: () => Promise<readonly { readonly name: SidebarCall; readonly asks: unknown }[]>;
  /** From here on a call is answered so; `null` is a script that was stopped. */
  readonly answer: (name: SidebarCall, told: unknown) => Promise<void>;
  readonly complaints: readonly string[]; // errors of the page, requests to anywhere
};

export type Start = {
  readonly view: ViewName | 'bank' | 'opening';
  readonly argument?: string;
  readonly language?: Language;
};

/** A page as the build makes it. */
export async function sidebarHtml(name: 'sidebar' | 'bank' = 'sidebar'): Promise<string> {
  const entry = name === 'sidebar' ? 'main' : 'bank-main';
  const { outputFiles } = await build({
    ...{ entryPoints: [`appsscript/sidebar/${entry}.ts`], bundle: true, charset: 'utf8', target: 'es2019' },
    ...{ write: false, platform: 'browser', format: 'iife', outdir: 'sidebar' },
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const page = await readFile(`appsscript/sidebar/${name}.html`, 'utf8');
  const styled = page.split('<!-- style -->').join(`<style>${text('.css')}</style>`);
  return styled.split('<!-- script -->').join(`<script>${text('.js')}</script>`);
}

const SIDEBAR = { viewport: { width: 300, height: 900 }, deviceScaleFactor: 2 };

/** Google's bridge as the page sees it: calls answered later, by name. */
const BRIDGE = `
  window.calls = [];
  window.slow = 0;
  const runner = (done, failed) => new Proxy({}, {
    get: (_, name) => {
      if (name === 'withSuccessHandler') return (next) => runner(next, failed);
      if (name === 'withFailureHandler') return (next) => runner(done, next);
      return (asks) => {
        window.calls.push({ name, asks: JSON.parse(JSON.stringify(asks)) });
        const told = window.answers[name];
        setTimeout(() => (told === null ? failed(new Error('Service error')) : done(told)), window.slow);
      };
    },
  });
  window.google = { script: { run: runner(() => {}, () => {}) } };
`;

export async function openSidebar(
  browser: Browser,
  html: string,
  answers: Answers,
  start: Start,
): Promise<Opened> {
  const [context = await browser.newContext(SIDEBAR)] = browser.contexts();
  const [page = await context.newPage()] = context.pages();
  page.removeAllListeners();
  await page.goto('about:blank');
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isRefusedScript = message.text().startsWith('Blocked script execution in'); // what the sandbox is for
    if (message.type() === 'error' && !isRefusedScript) complaints.push(message.text());
  });
  page.on('request', ({ url }) => /^https?:/.test(url()) && complaints.push(url()));
  const { view, argument = '', language = 'fr' } = start;
  const body = `<body data-view="${view}" data-argument="${argument.replace(/\n/g, '&#10;')}" data-language="${language}">`;
  const bridge = `<script>window.answers = ${JSON.stringify(answers).replace(/</g, '\\u003c')};${BRIDGE}</script>`;
  await page.setContent(html.replace(/<body[^>]*>/, () => body + bridge));
  return {
    page,
    complaints,
    calls: () => page.evaluate('window.calls'),
    answer: async (name, told) => {
      await page.evaluate(`window.answers[${JSON.stringify(name)}] = ${JSON.stringify(told)}`);
    },
  };
}
