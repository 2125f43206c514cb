/**
 * An invoice the client has not received, mailed again to the address it has now. A message of its own in the journal: claimed, being
 * sent, sent, like any other; the invoice itself stays as it was sealed.
 */
import { typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { Answer, SendState, SidebarCalls } from '../../contract.ts';
import type { World } from '../../world.ts';
import { receiptLinks } from '../acknowledge.ts';
import { answered, appendRows, type Refusal, refused, rowsWith, type TabView, underLock } from '../frame.ts';
import { type Book, openBook, type Sealed } from '../issue/book.ts';
import { documentFile } from '../issue/documents.ts';
import { mailOfInvoice } from '../issue/invoice-mails.ts';
import { claimText, messageRow, newClaim, statusAt } from '../outbox/message-rows.ts';
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
    const before = stateBefore(book.journal, key);
    if (before !== null) return answered(before);
    const sealed = book.sealed.find(({ number }) => number === invoice);
    if (!sealed) return said(world, NOT_SEALED);
    const { code } = sealed.snapshot.client;
    const to = book.register.clients.find((one) => one.code === code)?.email || sealed.snapshot.client.email;
    if (to === '') return said(world, NO_ADDRESS);
    const { language } = world.sheet;
    const stamp = { instant: world.now().instant, claim, user: world.user(), language };
    const message = { key, client: code, invoice, event: 'invoiceSent' as const, recipient: to };
    appendRows(world, book.journal, [messageRow({ ...message, detail: DETAIL[language] }, stamp)]);
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

/** What became of the message where it was taken on before; null where it never was. */
function stateBefore(journal: TabView, key: string): SendState | null {
  const [row = 0] = rowsWith(journal, 'key', key);
  if (row === 0) return null;
  const status = statusAt(journal, row);
  if (status === 'sent' || status === 'failed') return status;
  return status === 'pending' ? 'failed' : 'unknown';
}

type Mailing = { readonly key: string; readonly claim: string; readonly started: number };

function mailAgain(world: World, { book, sealed, to }: Taken, { claim, key, started }: Mailing): SendState {
  const { drafting, journal, register } = book;
  const file = documentFile(world, sealed, false);
  if (file === null) return 'failed';
  const receiptLink = receiptLinks(world, register.settings.texts.get('receiptPage') ?? '');
  const setting = { register, templates: drafting.templatesGrid, today: world.now().day, receiptLink };
  const mail = { ...mailOfInvoice(sealed, setting, [{ fileId: file.id }]), to };
  const outgoing: Outgoing = { key, claim, rowCount: 1, mail, mayLeave: () => true };
  const state = sendAll(world, journal, [outgoing], started).get(key) ?? 'failed';
  world.sheet.flush();
  return state === 'waiting' ? 'failed' : state;
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
  waiting: { fr: 'Facture en attente d’envoi.', en: 'The invoice waits to be sent.' },
  failed: {
    fr: 'La facture n’est pas partie : quota du jour épuisé, ou document introuvable. Recommencez plus tard.',
    en: 'The invoice did not leave: the day’s quota is used up, or its document is not found. Try again later.',
  },
  unknown: {
    fr: 'Personne ne sait si ce courriel est parti : dites-le dans « Envois à vérifier ».',
    en: 'Nobody knows whether this mail left: say so under “Messages to check”.',
  },
  none: { fr: 'Rien à renvoyer.', en: 'Nothing to send again.' },
};
