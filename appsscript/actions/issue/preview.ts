/** A draft as it would be issued now: the page, and the mail. Nothing is written; the number is only what would come next. */
import type { Words } from '../../../shared/base/words.ts';
import { documentOf } from '../../../shared/invoicing/document.ts';
import type { Answer, IssuePreview, MailPreview, SidebarCalls } from '../../contract.ts';
import { invoicePage } from '../../render/invoice-page.ts';
import { textNotices } from '../../render/text-notices.ts';
import type { Mail, World } from '../../world.ts';
import { draftWarnings } from '../exchange/e-invoice.ts';
import { answered, refused } from '../frame.ts';
import { CREDIT_SEEN_FROM, checkedDraftOf, draftViewOf } from '../record/drafting.ts';
import { openBook, sealedIn } from './book.ts';
import { mailOfInvoice } from './invoice-mails.ts';
import { sealingOf } from './seal-drafts.ts';

const GONE: Words = {
  fr: 'Ce brouillon n’est plus dans l’onglet Brouillons, ou il est déjà émis.',
  en: 'This draft is no longer in the Drafts tab, or is issued already.',
};

const INCOMPLETE: Words = {
  fr: 'Ce brouillon ne peut pas encore être émis.',
  en: 'This draft cannot be issued yet.',
};

export function previewIssue(
  world: World,
  { draft: id }: SidebarCalls['ui_previewIssue']['asks'],
): Answer<IssuePreview> {
  const opened = openBook(world, CREDIT_SEEN_FROM);
  if (!opened.ok) return opened;
  const book = opened.value;
  const { language } = world.sheet;
  const draft = book.drafting.drafts.find((one) => one.id === id);
  const { rows, refused: kept } = sealingOf(world, book, [id], true);
  if (!draft || (rows.length === 0 && kept.length === 0)) return refused(GONE[language]);
  const view = draftViewOf(book.drafting, checkedDraftOf(book.drafting, draft));
  const [sealed] = sealedIn(rows);
  if (!sealed) return refused(INCOMPLETE[language], view.notices);
  const setting = {
    register: book.register,
    templates: book.drafting.templatesGrid,
    today: world.now().day,
  };
  const mail = sealed.snapshot.client.email === '' ? null : mailOfInvoice(sealed, setting, []);
  const more = [...draftWarnings(sealed.snapshot, language), ...textNotices(mail?.unknown ?? [], language)];
  return answered({
    draft: { ...view, notices: [...view.notices, ...more] },
    html: invoicePage(documentOf(sealed.snapshot, '')), // nothing is sealed yet, and the page says so
    mail: mail && mailPreview(mail),
  });
}

export function mailPreview({ to, cc, subject, text }: Mail): MailPreview {
  return { to, cc: cc.join(', '), subject, text };
}
