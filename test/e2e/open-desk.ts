/** The workspace in Chromium, as its user has it in front of them: the sheet, the menu, the sidebar. */
import { mkdirSync } from 'node:fs';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchChromium, openPrinter } from '../workspace/browser/chromium.ts';
import { startWorkspaceServer } from '../workspace/browser/server.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type OpenedDesk = {
  readonly page: Page;
  readonly workspace: Workspace;
  readonly sidebar: FrameLocator;
  /** Chooses an entry of the add-on's menu, through its submenus. */
  readonly choose: (...labels: readonly string[]) => Promise<void>;
  /** What went wrong in the pages: errors, and requests to anywhere but the desk. */
  readonly complaints: readonly string[];
};

/** Opens a desk on a workspace, hands it over, and puts everything away afterwards. */
export async function atDesk(
  workspace: Workspace,
  work: (desk: OpenedDesk) => Promise<void>,
  code?: string,
): Promise<void> {
  const browser = await launchChromium();
  const printer = openPrinter();
  workspace.backend.makePdf = printer.print;
  const server = await startWorkspaceServer({
    first: 'empty',
    workspaceOf: () => workspace,
    ...(code !== undefined && { code }),
  });
  try {
    const desk = await openPage(browser, server.url, workspace);
    await work(desk).catch(async (error: unknown) => {
      await shot(desk, 'failed');
      throw error;
    });
  } finally {
    await browser.close();
    await printer.close();
    await server.close();
  }
}

async function openPage(browser: Browser, url: string, workspace: Workspace): Promise<OpenedDesk> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const { port } = new URL(url);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { hostname, port: asked, protocol } = new URL(request.url());
    const isOurs = ['127.0.0.1', 'localhost'].includes(hostname) && asked === port;
    if (protocol.startsWith('http') && !isOurs) complaints.push(request.url());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog of the browser: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  await page.locator('.tab').first().waitFor();
  return {
    page,
    workspace,
    sidebar: page.frameLocator('#sidebar iframe'),
    choose: (...labels) => choose(page, labels),
    complaints,
  };
}

async function choose(page: Page, labels: readonly string[]): Promise<void> {
  const items = page.locator('.menu-list');
  await page.locator('[data-menu=extensions]').click();
  await items.getByRole('menuitem', { name: 'Encaisse', exact: false }).first().hover();
  for (const [at, label] of labels.entries()) {
    const entry = items.getByRole('menuitem', { name: label }).first();
    if (at === labels.length - 1) await entry.click();
    else await entry.hover();
  }
}

/** Pictures to look at, where `ENCAISSE_SHOTS` names a folder. */
export async function shot({ page }: OpenedDesk, name: string): Promise<void> {
  const folder = process.env.ENCAISSE_SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
