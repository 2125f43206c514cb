/**
 * Issuing: the drafts asked for are numbered and sealed under the lock, then printed, then mailed, in that order, each step resting on the
 * one before being in the sheet. Whatever a run leaves unfinished, the next one finishes from the seals; nothing is done twice.
 */
import { readText } from '../../../shared/register/cells.ts';
import type { Answer, Issued, SidebarCalls } from '../../contract.ts';
import type { StoredFile, World } from '../../world.ts';
import { receiptLinks } from '../acknowledge.ts';
import { answered, cellOf, refused, rowsByText, textOf, underLock } from '../frame.ts';
import { type Mark, markRows } from '../outbox/marks.ts';
import { type Claim, claimText, invoiceKey, isClaimed, newClaim, statusAt } from '../outbox/message-rows.ts';
import { LAST_START_MILLIS, type Outgoing, sendAll } from '../outbox/send.ts';
import { noticesIn } from '../record/drafting.ts';
import { type Book, openBook, type Sealed, sealedIn } from './book.ts';
import { appendSeals } from './chain.ts';
import { documentFile, recordDocuments } from './documents.ts';
import { heal, isToMail, lostStatus } from './heal.ts';
import { type MailSetting, mailOfInvoice } from './invoice-mails.ts';
import { issuedViews } from './issued-views.ts';
import { type Sealing, sealingOf } from './seal-drafts.ts';
import type { Finished, Work } from './work.ts';

type Taken = { readonly book: Book; readonly refused: Sealing['refused']; readonly work: readonly Work[] };

/** Issues drafts. Asking twice for one draft issues it once. @param started when the run began */
export function issue(
  world: World,
  asks: SidebarCalls['ui_issue']['asks'],
  started = world.now().millis,
): Answer<Issued> {
  const claim = newClaim(world);
  const taken = underLock(world, () => sealAndClaim(world, asks, claim));
  if (!taken.ok) return taken;
  const { book, refused: kept, work } = taken.value;
  const finished = finish(world, book, work, started, claim);
  const { language } = world.sheet;
  return answered({
    documents: issuedViews(world, book, asks.drafts, work, finished),
    refused: kept.map(({ draft, notices }) => ({ draft, notices: noticesIn(notices, language) })),
  });
}

function sealAndClaim(
  world: World,
  { drafts, send }: SidebarCalls['ui_issue']['asks'],
  claim: Claim,
): Answer<Taken> {
  const opened = openBook(world);
  if (!opened.ok) return opened;
  const book = opened.value;
  const sealing = sealingOf(world, book, drafts, send);
  const fault = appendSeals(world, book.seals, sealing.rows);
  if (fault !== null) return refused(fault);
  const fresh = sealedIn(sealing.rows);
  heal(world, book, [...book.sealed, ...fresh], claim);
  const asked = book.sealed.filter(({ draft }) => drafts.includes(draft));
  const earlier = claimUnfinished(world, book, asked, claim);
  const work = [
    ...earlier,
    ...fresh.map((sealed) => ({
      sealed,
      isNew: true,
      url: '',
      isMailable: isToMail(sealed.snapshot),
    })),
  ];
  return answered({ book, refused: sealing.refused, work });
}

/**
 * Takes on documents that earlier runs did not finish: no PDF, or a message that waits, and nobody alive has claimed them. Under the
 * lock. A document whose journal row was missing was healed with this run's claim already.
 */
export function claimUnfinished(
  world: World,
  book: Book,
  sealed: readonly Sealed[],
  claim: Claim,
  most = Number.MAX_SAFE_INTEGER,
): readonly Work[] {
  const { day, millis } = world.now();
  const invoiceRows = rowsByText(book.invoices, 'number');
  const journalRows = rowsByText(book.journal, 'key');
  let room = most;
  const claims: Mark[] = [];
  const work = sealed.flatMap((one): readonly Work[] => {
    const { number } = one;
    const [row = 0, ...others] = journalRows.get(invoiceKey(number)) ?? [];
    if (others.length > 0 || (row > 0 && isClaimed(textOf(book.journal, row, 'claim'), millis))) return [];
    const url = documentUrl(book, invoiceRows.get(number)?.[0] ?? 0);
    const isHealed = row === 0;
    const status = isHealed ? lostStatus(book, one, day) : statusAt(book.journal, row);
    const isMailable = status === 'pending';
    if ((url !== '' && !isMailable) || room === 0) return [];
    room--;
    if (!isHealed) claims.push({ id: invoiceKey(number), values: { claim: claimText(claim, number) } });
    return [{ sealed: one, isNew: false, url, isMailable }];
  });
  const asked = new Set(claims.map(({ id }) => id));
  const claimed = markRows(world, book.journal, 'key', claims);
  const isOurs = (key: string): boolean => !asked.has(key) || claimed.get(key)?.length === 1;
  return work.filter(({ sealed: { number } }) => isOurs(invoiceKey(number)));
}

function mailSetting(world: World, { drafting, register }: Book): MailSetting {
  const receiptLink = receiptLinks(world, register.settings.texts.get('receiptPage') ?? '');
  return { register, templates: drafting.templatesGrid, today: world.now().day, receiptLink };
}

function documentUrl(book: Book, row: number): string {
  return row > 0 ? readText(cellOf(book.invoices, row, 'document')) : '';
}

/** Prints and mails what was claimed: all that has no PDF first, then the mails. Without its PDF no mail leaves. */
export function finish(
  world: World,
  book: Book,
  work: readonly Work[],
  started: number,
  claim: Claim,
): ReadonlyMap<string, Finished> {
  const files = new Map<string, StoredFile | null>();
  for (const { sealed, isNew, url, isMailable } of work) {
    const isNeeded = url === '' || isMailable;
    if (!isNeeded || world.now().millis - started > LAST_START_MILLIS) continue;
    files.set(sealed.number, documentFile(world, sealed, isNew));
  }
  const setting = mailSetting(world, book);
  const outgoing = work.flatMap(({ sealed, isMailable }): readonly Outgoing[] => {
    const file = files.get(sealed.number);
    if (!isMailable || !file) return [];
    const mail = mailOfInvoice(sealed, setting, [{ fileId: file.id }]);
    const { number } = sealed;
    return [
      { key: invoiceKey(number), claim: claimText(claim, number), rowCount: 1, mail, mayLeave: () => true },
    ];
  });
  const sent = sendAll(world, book.journal, outgoing, started);
  const finished = work.map(({ sealed, url, isMailable }): readonly [string, Finished] => {
    const { number } = sealed;
    const state = sent.get(invoiceKey(number)) ?? (isMailable ? 'waiting' : 'none');
    return [number, { state, url: files.get(number)?.url ?? url }];
  });
  recordDocuments(
    world,
    book,
    finished.map(([number, { state, url }]) => ({ number, url, isSent: state === 'sent' })),
  );
  return new Map(finished);
}
