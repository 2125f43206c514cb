/** Resuming: what earlier runs left of issued documents is finished, oldest first: rows, PDFs, mails that never began to leave. */
import { countText } from '../../../shared/base/numbers-text.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, underLock } from '../frame.ts';
import { newClaim } from '../outbox/message-rows.ts';
import { type Book, openBook } from './book.ts';
import { heal } from './heal.ts';
import { claimUnfinished, finish } from './issue.ts';
import type { Work } from './work.ts';

/** What one run takes on at most: printing is slow, and the next run goes on. */
const MOST = 40;

export type Resumed = { readonly text: string; readonly sent: number; readonly waiting: number };

/** @param numbers of the documents meant; `null`: all that are unfinished @param started when the run began */
export function resumeIssued(
  world: World,
  numbers: readonly string[] | null = null,
  started = world.now().millis,
): Answer<Resumed> {
  const claim = newClaim(world);
  const taken = underLock(world, (): Answer<{ readonly book: Book; readonly work: readonly Work[] }> => {
    const opened = openBook(world);
    if (!opened.ok) return opened;
    const book = opened.value;
    heal(world, book, book.sealed, claim);
    const meant = book.sealed.filter(({ number }) => numbers === null || numbers.includes(number));
    return answered({ book, work: claimUnfinished(world, book, meant, claim, MOST) });
  });
  if (!taken.ok) return taken;
  const { book, work } = taken.value;
  const states = Array.from(finish(world, book, work, started, claim).values(), (one) => one.state);
  const sent = states.filter((state) => state === 'sent').length;
  const waiting = states.filter((state) => state === 'waiting').length;
  return answered({ text: resumedText(world, sent, waiting), sent, waiting });
}

function resumedText(world: World, sent: number, waiting: number): string {
  const { language } = world.sheet;
  return language === 'fr'
    ? `${countText(sent, 'facture envoyée', 'factures envoyées', language)}, ${numberWaiting(waiting, 'en attente')}.`
    : `${countText(sent, 'invoice sent', 'invoices sent', language)}, ${numberWaiting(waiting, 'waiting')}.`;
}

function numberWaiting(count: number, words: string): string {
  return `${count} ${words}`;
}
