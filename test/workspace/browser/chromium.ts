/** Chromium on this machine: it prints pages as PDF, and tests click in it. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where Chromium or Chrome is, if it is there: `CHROMIUM` in the environment says another place. */
export const CHROMIUM = PLACES.find((place) => place !== '' && existsSync(place));

/** In CI its absence is a failure, not a pass in silence. */
export const NO_BROWSER = CHROMIUM === undefined && process.env.CI === undefined;

/** Starts a browser of its own, without a window, that fetches nothing by itself. */
export async function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined)
    throw new Error('no Chromium here: install it (Debian: apt install chromium), or name it in CHROMIUM');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [...asRoot, ...quiet, '--disable-dev-shm-usage'],
  });
}

export type Printer = {
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/**
 * Prints pages on A4, as Google's converter does for a blob of HTML: no script runs, nothing is fetched. The browser starts with the
 * first page. Google's converter knows less of CSS than Chromium: what it needs is not seen here.
 */
export function openPrinter(): Printer {
  let started: Promise<Browser> | null = null;
  return {
    print: async (html) => {
      started ??= launchChromium();
      return printPage(await started, html);
    },
    close: async () => {
      await (await started)?.close();
      started = null;
    },
  };
}

async function printPage(browser: Browser, html: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  try {
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
  } finally {
    await context.close();
  }
}
