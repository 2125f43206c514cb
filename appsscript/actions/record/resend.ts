/**
 * An invoice the client has not received, mailed again to the address it has now. A message of its own in the journal: claimed, being
 * sent, sent, like any other; the invoice itself stays as it was sealed.
 */
import { typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { Answer, SendState, SidebarCalls } from '../../contract.ts';
import type { World } from '../../world.ts';
import { receiptLinks } from '../acknowledge.ts';
import {
  answered,
  appendRows,
  type Refusal,
  type Row,
  refused,
  rowsWith,
  type TabView,
  textOf,
  underLock,
} from '../frame.ts';
import { type Book, openBook, type Sealed } from '../issue/book.ts';
import { documentFile } from '../issue/documents.ts';
import { mailOfInvoice } from '../issue/invoice-mails.ts';
import { markRows } from '../outbox/marks.ts';
import { claimText, isClaimed, messageRow, newClaim, statusAt } from '../outbox/message-rows.ts';
import { type Outgoing, sendAll } from '../outbox/send.ts';

type Asked = SidebarCalls['ui_resend']['asks'];
type Told = SidebarCalls['ui_resend']['answers'];

type Taken = { readonly book: Book; readonly sealed: Sealed; readonly to: string };

const AGAIN = 'again:';

/** Asked twice it is mailed once. @param started when the run began */
export function resend(world: World, { id, invoice }: Asked, started = world.now().millis): Answer<Told> {
  const claim = claimText(newClaim(world), id);
  const key = AGAIN + id;
  const taken = underLock(world, (): Answer<Taken | SendState> => {
    const opened = openBook(world);
    if (!opened.ok) return opened;
    const book = opened.value;
    const before = stateBefore(world, book.journal, key);
    if (before !== 'none') return answered(before);
    const sealed = book.sealed.find(({ number }) => number === invoice);
    if (!sealed) return said(world, NOT_SEALED);
    const { code } = sealed.snapshot.client;
    const to = book.register.clients.find((one) => one.code === code)?.email || sealed.snapshot.client.email;
    if (to === '') return said(world, NO_ADDRESS);
    if (rowsWith(book.journal, 'key', key).length > 0) {
      const marked = markRows(world, book.journal, 'key', [{ id: key, values: { claim } }]).get(key);
      return marked?.length === 1 ? answered({ book, sealed, to }) : answered('waiting' as const);
    }
    appendRows(world, book.journal, [rowAgain(world, { claim, code, invoice, key, to })]);
    return answered({ book, sealed, to });
  });
  if (!taken.ok) return taken;
  const { value } = taken;
  const state = typeof value === 'string' ? value : mailAgain(world, value, { key, claim, started });
  const words = STATES[state];
  return answered({ text: world.sheet.language === 'fr' ? typesetFrench(words.fr) : words.en, state });
}

function said(world: World, words: Words): Refusal {
  return refused(world.sheet.language === 'fr' ? typesetFrench(words.fr) : words.en);
}

/** What became of the message where it was taken on before; `none` where it never was, or a run that is dead left it waiting. */
function stateBefore(world: World, journal: TabView, key: string): SendState {
  const [row = 0] = rowsWith(journal, 'key', key);
  if (row === 0) return 'none';
  const status = statusAt(journal, row);
  if (status === 'sent' || status === 'failed') return status;
  if (status !== 'pending') return 'unknown';
  return isClaimed(textOf(journal, row, 'claim'), world.now().millis) ? 'waiting' : 'none';
}

type Again = { readonly [K in 'claim' | 'code' | 'invoice' | 'key' | 'to']: string };

function rowAgain(world: World, { claim, code, invoice, key, to }: Again): Row {
  const { language } = world.sheet;
  const stamp = { instant: world.now().instant, claim, user: world.user(), language };
  const message = { key, client: code, invoice, event: 'invoiceSent' as const, recipient: to };
  return messageRow({ ...message, detail: DETAIL[language] }, stamp);
}

type Mailing = { readonly key: string; readonly claim: string; readonly started: number };

function mailAgain(world: World, { book, sealed, to }: Taken, { claim, key, started }: Mailing): SendState {
  const { drafting, journal, register } = book;
  const file = documentFile(world, sealed, false);
  if (file === null) return 'waiting';
  const receiptLink = receiptLinks(world, register.settings.texts.get('receiptPage') ?? '');
  const setting = { register, templates: drafting.templatesGrid, today: world.now().day, receiptLink };
  const mail = { ...mailOfInvoice(sealed, setting, [{ fileId: file.id }]), to };
  const outgoing: Outgoing = { key, claim, rowCount: 1, mail, mayLeave: () => true };
  const state = sendAll(world, journal, [outgoing], started).get(key) ?? 'waiting';
  world.sheet.flush();
  return state;
}

const DETAIL = { fr: 'renvoyée : non reçue', en: 'sent again: not received' } as const;

const NOT_SEALED: Words = {
  fr: 'Cette facture n’a pas été émise par Encaisse : son document n’est pas ici. Renvoyez-la à la main.',
  en: 'This invoice was not issued by Encaisse: its document is not here. Send it again by hand.',
};
const NO_ADDRESS: Words = {
  fr: 'Ce client n’a pas d’adresse de courriel : notez d’abord le bon contact.',
  en: 'This client has no email address: note the right contact first.',
};

const STATES: Readonly<Record<SendState, Words>> = {
  sent: { fr: 'Facture renvoyée.', en: 'Invoice sent again.' },
  waiting: {
    fr: 'La facture n’est pas partie : quota du jour épuisé, ou document indisponible. Recommencez dans dix minutes.',
    en: 'The invoice did not leave: the day’s quota is used up, or its document is not to be had. Try again in ten minutes.',
  },
  failed: {
    fr: 'La facture n’est pas partie. Renvoyez-la à nouveau.',
    en: 'The invoice did not leave. Send it once more.',
  },
  unknown: {
    fr: 'Personne ne sait si ce courriel est parti : dites-le dans « Envois à vérifier ».',
    en: 'Nobody knows whether this mail left: say so under “Messages to check”.',
  },
  none: { fr: 'Rien à renvoyer.', en: 'Nothing to send again.' },
};
