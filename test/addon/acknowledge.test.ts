/** The page open to the world: what it tells (nothing), what it takes (a button pressed under a link of ours). */
import { beforeEach, describe, expect, test } from 'vitest';
import { confirmedReceipts, receiptLinks, receiptPage } from '../../appsscript/actions/acknowledge.ts';
import { receiptPageHtml } from '../../appsscript/render/receipt-page.ts';
import type { Letterbox } from '../../appsscript/world.ts';
import { openWorkspace } from '../workspace/workspace.ts';

const ADDRESS = 'https://script.google.com/macros/s/AKfy-x_1/exec';
const SHEET = '1AbCdEfGhIjKlMnOpQrStUvWxYz';

let kept = new Map<string, string>();
let box: Letterbox;
beforeEach(() => {
  kept = new Map();
  box = {
    read: () => new Map(kept),
    put: (key, value) => kept.set(key, value),
    remove: (key) => kept.delete(key),
  };
});

let tokens = 0;
const token = () => `token-${++tokens}`;
const visit = (asks: Record<string, string>, at = '2026-11-25T08:00:00Z') =>
  receiptPage(box, new Map(Object.entries(asks)), ADDRESS, at);
const receiptLink = (at: Letterbox, id: string, number: string, language: 'fr' | 'en', page = ADDRESS) =>
  receiptLinks({ letterbox: at, sheet: { id }, token }, page)(number, language);
const asksOf = (link: string) => Object.fromEntries(new URL(link).searchParams);

test('the link carries the number, the language and an HMAC', () => {
  expect(receiptLink(box, SHEET, 'F2026-00001', 'fr')).toMatch(
    /^https:\/\/script\.google\.com\/macros\/s\/AKfy-x_1\/exec\?r=[0-9a-f]{16}&n=F2026-00001&t=[0-9a-f]{40}&l=fr$/,
  );
});

for (const page of [
  '',
  'https://script.google.com/macros/s/AKfy/dev',
  'https://evil.example/exec',
  'javascript:x',
]) {
  test(`no link, and no call, where the settings say '${page}'`, () => {
    expect(receiptLink(box, SHEET, 'F2026-00001', 'fr', page)).toBe('');
    expect(kept.size).toBe(0);
  });
}

describe('a link of ours', () => {
  let asks: Record<string, string>;
  beforeEach(() => {
    asks = asksOf(receiptLink(box, SHEET, 'F2026-00001', 'en'));
  });

  test('opened, asks and notes nothing', () => {
    expect(visit(asks)).toMatchObject({ state: 'ask', language: 'en' });
    expect(confirmedReceipts(box, SHEET)).toEqual([]);
  });
  test('pressed, notes the instant once', () => {
    expect(visit({ ...asks, c: '1' }).state).toBe('thanks');
    expect(visit({ ...asks, c: '1' }, '2026-12-01T00:00:00Z').state).toBe('thanks');
    expect(confirmedReceipts(box, SHEET)).toMatchObject([
      { number: 'F2026-00001', instant: '2026-11-25T08:00:00Z' },
    ]);
  });
  test('counts for its own register only', () => {
    visit({ ...asks, c: '1' });
    expect(confirmedReceipts(box, 'another')).toEqual([]);
  });
  test('stays valid when the next link is made', () => {
    receiptLink(box, SHEET, 'F2026-00002', 'fr');
    expect(visit({ ...asks, c: '1' }).state).toBe('thanks');
  });
  for (const [what, change] of [
    ['another number', { n: 'F2026-00002' }],
    ['another register', { r: '0000000000000000' }],
    ['another token', { t: '0'.repeat(40) }],
    ['a shorter token', { t: '' }],
  ] as const) {
    test(`with ${what} notes nothing`, () => {
      const before = new Map(kept);
      expect(visit({ ...asks, ...change, c: '1' }).state).toBe('invalid');
      expect(kept).toEqual(before);
    });
    test(`with ${what} shows the page of a good one`, () => {
      const page = (of: Record<string, string>) => receiptPageHtml({ ...visit(of), hidden: [] });
      expect(page({ ...asks, ...change })).toBe(page(asks));
    });
  }
});

test('without a secret nothing is valid', () => {
  expect(visit({ r: 'x', n: 'F1', t: '', c: '1' }).state).toBe('invalid');
});

test('what stands in a link stays text in the page', () => {
  const html = receiptPageHtml(visit({ n: '"><script>alert(1)</script>', t: 'x'.repeat(500) }));
  expect(html).not.toContain('<script');
  expect(html).toContain('&quot;&gt;&lt;script&gt;');
  expect(html).not.toContain('x'.repeat(65));
});

test('the built page: opened, pressed once and again, with a link made in the sheet', () => {
  const workspace = openWorkspace({ webAppUrl: ADDRESS });
  const page = (parameter: Record<string, string>) => String(workspace.inProcess.doGet(parameter));
  const script = workspace.state.properties.script;
  const outside: Letterbox = {
    read: () => new Map(script),
    put: (key, value) => script.set(key, value),
    remove: (key) => script.delete(key),
  };
  const asks = asksOf(receiptLink(outside, workspace.book.id, 'F2026-00001', 'fr'));
  page(asks);
  expect(confirmedReceipts(outside, workspace.book.id)).toEqual([]);
  page({ ...asks, c: '1' });
  page({ ...asks, c: '1' });
  expect(confirmedReceipts(outside, workspace.book.id)).toHaveLength(1);
  expect(
    workspace.calls.flatMap(({ calls }) => calls).filter((call) => /Sheet|Range|Lock/.test(call)),
  ).toEqual([]);
});
