/**
 * Letters as rows of the journal. One that goes by post waits there until somebody says that it was posted: until then it has reminded
 * nobody. Any other is noted as made.
 */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Language } from '../../../shared/base/words.ts';
import { rowsAsSent } from '../../../shared/dunning/sent-rows.ts';
import type { LetterKind } from '../../../shared/letters/letter-choice.ts';
import { decisionFor } from '../../../shared/letters/letter-kinds.ts';
import type { JournalEvent } from '../../../shared/register/tables.ts';
import type { World } from '../../world.ts';
import { choiceText, type Row, type TabView, textOf } from '../frame.ts';
import { statusText } from '../outbox/message-rows.ts';
import type { LetterDesk } from './letter-desk.ts';
import { paperTitle } from './paper-titles.ts';

const LETTER = 'letter:';

/** The key of a letter's row. @param index from 0: the row that is written last, and says that all are there */
export function letterKey(id: string, index: number): string {
  return index === 0 ? LETTER + id : `${LETTER}${id}:${index}`;
}

/** @returns empty where the row is no letter's */
export function letterIdOf(key: string): string {
  return /^letter:(L-[A-Z0-9]+)/.exec(key)?.[1] ?? '';
}

/** What finds the rows of one letter. */
export function letterClaim(id: string): string {
  return `letter/${id}`;
}

export function goesByPost(kind: LetterKind): boolean {
  return kind === 'reminder' || kind === 'formal-notice';
}

export function isRegistered(kind: LetterKind): boolean {
  return kind === 'formal-notice';
}

/** Rows of the journal, the first one last; those of a reminder name each invoice that climbs by it. @param url of the stored letter */
export function letterRows(
  world: World,
  letterDesk: LetterDesk,
  letter: { readonly id: string; readonly kind: LetterKind; readonly url: string },
): readonly Row[] {
  const { kind } = letter;
  const shared = commonCells(world, letterDesk, letter);
  if (!goesByPost(kind)) return [{ ...shared, key: letterKey(letter.id, 0), event: eventText(kind, world) }];
  const { client, currency, desk, register } = letterDesk;
  const decision = decisionFor(desk, client, currency);
  if (decision === null) return [];
  const channel = isRegistered(kind) ? 'registeredLetter' : 'letter';
  const code = register.currencies[currency];
  const { language } = world.sheet;
  const amount = (minor: number | null): number | null =>
    minor === null ? null : decimalNumber(minor, code);
  const rows = rowsAsSent({ ...decision, channel }, desk.asOf).map((entry, index) => ({
    ...shared,
    key: letterKey(letter.id, index),
    invoice: register.invoices.numberAt(entry.invoice),
    event: choiceText('journal', 'event', channel, language),
    level: entry.level,
    channel: choiceText('journal', 'channel', channel, language),
    status: statusText('pending', language),
    amount: amount(entry.amount),
    interest: amount(entry.interest),
    indemnity: amount(entry.indemnity),
    newDeadline: entry.newDeadline === null ? null : serialOfDay(entry.newDeadline),
    claim: letterClaim(letter.id),
  }));
  return rows.reverse();
}

function commonCells(
  world: World,
  { client, register }: LetterDesk,
  { kind, url }: { readonly kind: LetterKind; readonly url: string },
): Row {
  const { addressLine1, city, code, name, postalCode } = register.clients[client];
  const address = [name, addressLine1, `${postalCode} ${city}`.trim()].filter((line) => line !== '');
  return {
    at: world.now().instant,
    client: code,
    recipient: goesByPost(kind) ? address.join(', ') : '',
    user: world.user(),
    detail: `${kindTitle(kind, world.sheet.language)} · ${url}`,
  };
}

function eventText(kind: LetterKind, world: World): string {
  return choiceText('journal', 'event', EVENTS[kind] ?? 'note', world.sheet.language);
}

const EVENTS: Readonly<Partial<Record<LetterKind, JournalEvent>>> = {
  statement: 'statement',
  'thank-you': 'thankYou',
};

const PAPER_KINDS: Readonly<Record<LetterKind, string>> = {
  reminder: 'reminder',
  'formal-notice': 'formalNotice',
  'proof-sheet': 'proofSheet',
  statement: 'statement',
  plan: 'planAgreement',
  interest: 'interestStatement',
  'thank-you': 'thankYou',
  history: 'history',
  'call-sheet': 'callSheet',
};

export function kindTitle(kind: LetterKind, language: Language): string {
  return paperTitle(PAPER_KINDS[kind], language);
}

/** What a row says of its letter. */
export function letterTitle(
  view: TabView,
  row: number,
  language: Language,
): { readonly text: string; readonly isRegistered: boolean; readonly url: string } {
  const detail = textOf(view, row, 'detail');
  const level = textOf(view, row, 'level');
  const [title] = detail.split(' · ');
  const at = level === '' ? '' : language === 'fr' ? `, niveau ${level}` : `, level ${level}`;
  return {
    text: `${title}${at}`,
    isRegistered: isRegisteredWord(textOf(view, row, 'event')),
    url: /https:\/\/[^\s,]+/.exec(detail)?.[0] ?? '',
  };
}

function isRegisteredWord(text: string): boolean {
  return (['fr', 'en'] as const).some(
    (language) => text === choiceText('journal', 'event', 'registeredLetter', language),
  );
}
