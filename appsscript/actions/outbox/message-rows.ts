/**
 * Messages as rows of the journal, which is the outbox: a row says what is to leave, who has taken it on, and what became of it. Its key
 * names the message for ever; nothing with a key that stands there is ever written a second time.
 */
import type { Language } from '../../../shared/base/words.ts';
import { isOwnStatus } from '../../../shared/register/journal-status.ts';
import type { Channel, JournalEvent, JournalStatus } from '../../../shared/register/tables.ts';
import type { World } from '../../world.ts';
import { choiceText, type Row, type TabView, textOf } from '../frame.ts';

/** Longer than Google lets any run live (6 minutes): a lease that is over belonged to a run that is dead. */
const LEASE_MILLIS = 10 * 60_000;

export type Message = {
  readonly key: string;
  readonly client: string;
  readonly invoice: string; // empty: all of the client's items
  readonly event: JournalEvent;
  readonly recipient: string;
  readonly level?: number;
  readonly channel?: Channel;
  readonly amount?: number; // decimal, for the cell
  readonly newDeadline?: number; // serial
  readonly interest?: number; // decimal, all that the message says is owed of it
  readonly indemnity?: number; // as `interest`
  readonly detail?: string;
};

export type Stamp = {
  readonly instant: string;
  readonly claim: string;
  readonly user: string;
  readonly language: Language;
};

export function invoiceKey(number: string): string {
  return `invoice:${number}`;
}

/** The claim of this run on what it is about to do, until its lease ends. */
export type Claim = { readonly token: string; readonly endMillis: number };

export function newClaim(world: World): Claim {
  return { token: world.token(), endMillis: world.now().millis + LEASE_MILLIS };
}

/** What a message's rows carry: nobody else's rows have the same text. @param tag tells the run's messages apart */
export function claimText({ token, endMillis }: Claim, tag: string): string {
  return `${token}/${tag}@${endMillis}`;
}

/** Whether somebody who may still be alive has taken it on. */
export function isClaimed(claim: string, millis: number): boolean {
  const end = Number(/@(\d+)$/.exec(claim)?.[1] ?? 0);
  return end > millis;
}

/** A message to be sent by mail. */
export function messageRow(message: Message, stamp: Stamp): Row {
  return { ...rowOf(message, 'pending', stamp), channel: channelCell(message, stamp.language, 'email') };
}

/** A message that needs no sending: it is written down as done by other means. */
export function settledRow(message: Message, stamp: Stamp): Row {
  const words = { fr: 'émise sans envoi par courriel', en: 'issued, not mailed' } as const;
  return {
    ...rowOf({ ...message, event: 'note', recipient: '' }, null, stamp),
    detail: message.detail ?? words[stamp.language],
  };
}

export function rowOf(message: Message, status: JournalStatus | null, stamp: Stamp): Row {
  const { language } = stamp;
  return {
    at: stamp.instant,
    client: message.client,
    invoice: message.invoice,
    event: choiceText('journal', 'event', message.event, language),
    level: message.level ?? null,
    channel: channelCell(message, language, null),
    recipient: message.recipient,
    status: status === null ? null : statusText(status, language),
    amount: message.amount ?? null,
    newDeadline: message.newDeadline ?? null,
    interest: message.interest ?? null,
    indemnity: message.indemnity ?? null,
    key: message.key,
    claim: stamp.claim,
    user: stamp.user,
    detail: message.detail ?? null,
  };
}

function channelCell({ channel }: Message, language: Language, otherwise: Channel | null): string | null {
  const used = channel ?? otherwise;
  return used === null ? null : choiceText('journal', 'channel', used, language);
}

export function statusText(status: JournalStatus, language: Language): string {
  return choiceText('journal', 'status', status, language);
}

/** A row's status by any of its words; `null` where none is written, `unknown` where it is another message's. */
export function statusAt(view: TabView, row: number): JournalStatus | null {
  if (!hasOwnStatus(view, row)) return textOf(view, row, 'key') === '' ? null : 'unknown';
  const text = textOf(view, row, 'status');
  return STATUSES.find((status) => isWord(status, text)) ?? null;
}

/** Whether the status beside a row was written for it. */
export function hasOwnStatus(view: TabView, row: number): boolean {
  const text = (key: string): string => textOf(view, row, key);
  return isOwnStatus({ statusOf: text('statusOf'), key: text('key'), claim: text('claim') });
}

const STATUSES: readonly JournalStatus[] = ['pending', 'sending', 'sent', 'failed', 'unknown'];

function isWord(status: JournalStatus, text: string): boolean {
  return text === status || text === statusText(status, 'fr') || text === statusText(status, 'en');
}
