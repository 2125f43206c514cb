/** What the sidebar is told of each draft that was asked for: issued by this run, or before. */
import { typesetFrench, type Words } from '../../../shared/base/words.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { Issued, SendState } from '../../contract.ts';
import type { World } from '../../world.ts';
import { cellOf, rowsWith, textOf } from '../frame.ts';
import { invoiceKey, isClaimed, statusAt } from '../outbox/message-rows.ts';
import type { Book, Sealed } from './book.ts';
import type { Finished, Work } from './work.ts';

const STATE_WORDS: Readonly<Record<SendState, Words>> = {
  sent: { fr: 'Émise et envoyée à {}.', en: 'Issued and mailed to {}.' },
  waiting: {
    fr: 'Émise. Le courriel à {} attend : le prochain passage l’enverra.',
    en: 'Issued. The mail to {} waits: the next run sends it.',
  },
  failed: { fr: 'Émise. Le courriel à {} n’est pas parti.', en: 'Issued. The mail to {} did not leave.' },
  unknown: {
    fr: 'Émise. Personne ne sait si le courriel à {} est parti : regardez vos messages envoyés, puis dites-le dans « Envois à vérifier ».',
    en: 'Issued. Nobody knows whether the mail to {} left: look at your sent messages, then say so under “Messages to check”.',
  },
  none: { fr: 'Émise, sans courriel.', en: 'Issued, not mailed.' },
};

const BEFORE: Words = {
  fr: 'Ce brouillon était déjà émis sous le n° {} : rien n’a été refait. Pour une autre facture, donnez un autre identifiant au brouillon et à ses lignes. ',
  en: 'This draft was issued before, as {}: nothing was done again. For another invoice give the draft and its lines another id. ',
};

/** Each draft once, in the order they were asked for; those that were refused have no document. */
export function issuedViews(
  world: World,
  book: Book,
  drafts: readonly string[],
  work: readonly Work[],
  finished: ReadonlyMap<string, Finished>,
): Issued['documents'] {
  return Array.from(new Set(drafts)).flatMap((draft) => {
    const done = work.find(({ sealed }) => sealed.draft === draft);
    if (done) {
      const { state, url } = finished.get(done.sealed.number) ?? { state: 'none', url: done.url };
      return [view(world, done.sealed, state, url, !done.isNew)];
    }
    const before = book.sealed.find((one) => one.draft === draft);
    return before ? [viewBefore(world, book, before)] : [];
  });
}

function viewBefore(world: World, book: Book, sealed: Sealed): Issued['documents'][number] {
  const { number } = sealed;
  const [row = 0] = rowsWith(book.invoices, 'number', number);
  const url = row > 0 ? readText(cellOf(book.invoices, row, 'document')) : '';
  return view(world, sealed, stateBefore(world, book, number), url, true);
}

/** As the journal had it when the book was opened. */
function stateBefore(world: World, { journal }: Book, number: string): SendState {
  const [row = 0] = rowsWith(journal, 'key', invoiceKey(number));
  const status = row > 0 ? statusAt(journal, row) : null;
  if (status === 'pending') return 'waiting';
  if (status !== 'sending') return status ?? 'none';
  return isClaimed(textOf(journal, row, 'claim'), world.now().millis) ? 'waiting' : 'unknown';
}

function view(
  world: World,
  { snapshot }: Sealed,
  state: SendState,
  document: string,
  isBefore: boolean,
): Issued['documents'][number] {
  const { client, draft, number } = snapshot;
  const words = (text: Words, value: string): string => {
    const filled = text[world.sheet.language].replace('{}', () => value);
    return world.sheet.language === 'fr' ? typesetFrench(filled) : filled;
  };
  const before = isBefore ? words(BEFORE, number) : '';
  return { draft, number, document, state, text: before + words(STATE_WORDS[state], client.email) };
}
