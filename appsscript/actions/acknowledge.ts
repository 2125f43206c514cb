/**
 * A client confirms having received an invoice. The link in the mail carries the number and an HMAC of it; the page behind it reads
 * nothing of the register and tells nothing about it: whatever it is asked it shows the same button, and only the press of a button counts,
 * because mail filters open links by themselves. What was confirmed waits in a letterbox; a run inside the sheet writes it down.
 */
import { hmacSha256, sha256 } from '../../shared/base/sha256.ts';
import type { Language } from '../../shared/base/words.ts';
import type { Letterbox, World } from '../world.ts';

const SECRET = 'receipt.secret';
const CONFIRMED = 'receipt:'; // then the register's mark and the number; the value is the instant

/** What the page shows. */
export type ReceiptPage = {
  readonly language: Language;
  readonly state: 'ask' | 'thanks' | 'invalid';
  readonly address: string; // where the button leads
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
};

/**
 * Answers the page.
 * @param asks what stood after the `?` @param address the page's own @param instant of now, UTC
 */
export function receiptPage(
  box: Letterbox,
  asks: ReadonlyMap<string, string>,
  address: string,
  instant: string,
): ReceiptPage {
  const language = asks.get('l') === 'en' ? 'en' : 'fr';
  if (asks.get('c') !== '1') return { language, state: 'ask', address, hidden: hiddenOf(asks) };
  const [register = '', number = '', token = ''] = ['r', 'n', 't'].map((key) => asks.get(key) ?? '');
  const kept = box.read();
  const secret = kept.get(SECRET) ?? '';
  if (secret === '' || !isSame(token, tokenOf(secret, register, number))) {
    return { language, state: 'invalid', address, hidden: [] };
  }
  const key = keyOf(register, number);
  if (!kept.has(key)) box.put(key, instant);
  return { language, state: 'thanks', address, hidden: [] };
}

/** Only what a link of ours has, and no longer than it can be. */
function hiddenOf(asks: ReadonlyMap<string, string>): ReceiptPage['hidden'] {
  return ['r', 'n', 't', 'l'].map((name) => ({ name, value: (asks.get(name) ?? '').slice(0, 64) }));
}

/** Makes the link of one document; empty where the page is not deployed. */
export type ReceiptLinks = (number: string, language: Language) => string;

type LinkWorld = Pick<World, 'letterbox' | 'token'> & { readonly sheet: Pick<World['sheet'], 'id'> };

/**
 * One call at the first link, none where there is no page; the very first of a register makes the secret.
 * @param page the web app's address, as the settings have it
 */
export function receiptLinks(world: LinkWorld, page: string): ReceiptLinks {
  const { letterbox, token } = world;
  if (!letterbox || !DEPLOYED.test(page)) return () => '';
  let secret = '';
  const register = markOf(world.sheet.id);
  return (number, language) => {
    secret = secret || (letterbox.read().get(SECRET) ?? newSecret(letterbox, token));
    const asks = [
      ['r', register],
      ['n', number],
      ['t', tokenOf(secret, register, number)],
      ['l', language],
    ] as const;
    return `${page}?${asks.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
  };
}

/** A web app's address once it is deployed; the one that ends in `/dev` is for its developers only. */
const DEPLOYED = /^https:\/\/script\.google\.com\/[\w./-]+\/exec$/;

function newSecret(box: Letterbox, token: () => string): string {
  const secret = sha256(`${token()} ${token()}`);
  box.put(SECRET, secret);
  return secret;
}

/** What was confirmed for this register and not yet written down. */
export function confirmedReceipts(
  box: Letterbox,
  spreadsheetId: string,
): readonly { readonly key: string; readonly number: string; readonly instant: string }[] {
  const start = keyOf(markOf(spreadsheetId), '');
  return Array.from(box.read())
    .filter(([key]) => key.startsWith(start))
    .map(([key, instant]) => ({ key, number: key.slice(start.length), instant }));
}

function keyOf(register: string, number: string): string {
  return `${CONFIRMED}${register}:${number}`;
}

/** Tells registers apart without naming one. */
function markOf(spreadsheetId: string): string {
  return sha256(spreadsheetId).slice(0, 16);
}

function tokenOf(secret: string, register: string, number: string): string {
  return hmacSha256(secret, `receipt\n${register}\n${number}`).slice(0, 40);
}

/** Takes as long whether the first or the last character differs. */
function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
