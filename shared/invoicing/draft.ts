/**
 * A draft, checked before it is issued: what is missing, what does not add up, what the law asks for. Then its snapshot: all that the
 * document says, by value, so that nothing that changes later changes it.
 */
import type { DayNumber } from '../base/civil-date.ts';
import type { Currency } from '../base/money.ts';
import { moneyText } from '../base/numbers-text.ts';
import type { Client, Settings } from '../register/entries.ts';
import { dueDay } from '../register/terms.ts';
import { creditNoteNotices } from './draft-corrects.ts';
import { dateNotices } from './draft-dates.ts';
import { lineNotices } from './draft-lines.ts';
import { draftSnapshot } from './draft-snapshot.ts';
import type { OwnTexts } from './mentions.ts';
import { type CheckNotice, errorOn, hasNoError, warningOn } from './notice.ts';
import { clientNotices, isFrance, sellerNotices } from './parties.ts';
import type { Draft } from './read-drafts.ts';
import type { Snapshot } from './snapshot.ts';
import { LONGEST_SNAPSHOT, snapshotLength } from './snapshot-text.ts';
import { type Totals, totalsOf } from './totals.ts';

/** The issued invoice a credit note names. */
export type Corrected = {
  readonly number: string;
  readonly issueDay: DayNumber;
  readonly client: string; // a code
  readonly currency: Currency;
  readonly creditable: number; // its total less the credit notes that name it, minor units
};

/** What a draft is checked against. */
export type IssueContext = {
  readonly settings: Settings;
  readonly client: Client | null; // null: the register has no such client
  readonly corrected: Corrected | null; // null: none is named, or there is no such invoice
  readonly today: DayNumber;
  readonly own: OwnTexts;
};

export type CheckedDraft = {
  readonly draft: Draft;
  readonly notices: readonly CheckNotice[];
  readonly canIssue: boolean; // no error among the notices
  readonly currency: Currency;
  readonly issueDay: DayNumber;
  readonly dueDay: DayNumber;
  readonly totals: Totals | null; // null: the lines do not add up
};

/** Checks a draft. Errors keep it from being issued; warnings are for the person who issues. */
export function checkDraft(draft: Draft, context: IssueContext): CheckedDraft {
  const { settings, client, today } = context;
  const currency = draft.currency || settings.currency;
  const issueDay = draft.issueDay ?? today;
  const sums = totalsOf(draft.lines, currency);
  const checked = {
    draft,
    currency,
    issueDay,
    dueDay: draft.dueDay ?? dueDay(issueDay, client?.paymentTerms ?? settings.paymentTerms),
    totals: sums.ok ? sums.value : null,
  };
  const notices = [
    ...draft.notices,
    ...sellerNotices(settings),
    ...(client ? clientNotices(client) : [unknownClient(draft.client)]),
    ...lineNotices(draft.lines, {
      currency,
      client,
      isFrenchSeller: isFrance(settings.texts.get('country') ?? ''),
      sellerVatNumber: settings.texts.get('vatNumber') ?? '',
    }),
    ...(sums.ok || sums.error !== 'total/too-large' ? [] : [tooLarge()]),
    ...dateNotices(checked, context),
    ...(draft.type === 'creditNote' ? creditNoteNotices(checked, context) : invoiceNotices(checked)),
  ];
  const all = [...notices, ...lengthNotices(checked, context, notices)];
  return { ...checked, notices: all, canIssue: hasNoError(all) };
}

/** What will be sealed. Throws where the draft may not be issued: its check says why. */
export function snapshotOf(checked: CheckedDraft, context: IssueContext, number: string): Snapshot {
  if (!checked.canIssue) throw new Error('a draft with errors is not issued');
  return draftSnapshot(checked, context, number);
}

function unknownClient(code: string): CheckNotice {
  return code === ''
    ? errorOn('client', 'Choisissez un client.', 'Choose a client.')
    : errorOn(
        'client',
        `Le client ${code} n’est pas dans l’onglet Clients.`,
        `Client ${code} is not in the Clients tab.`,
      );
}

function tooLarge(): CheckNotice {
  return errorOn('lines', 'Ces montants sont trop grands.', 'These amounts are too large.');
}

/** A draft on its way to be checked. */
export type Checking = Omit<CheckedDraft, 'notices' | 'canIssue'>;

function invoiceNotices({ draft, totals, currency }: Checking): readonly CheckNotice[] {
  const notices: CheckNotice[] = [];
  if (draft.corrects !== '') {
    notices.push(
      errorOn('corrects', 'Seul un avoir corrige une facture.', 'Only a credit note corrects an invoice.'),
    );
  }
  if (totals !== null && totals.totalMinor < 0) {
    notices.push(errorOn('lines', 'Un total négatif est un avoir.', 'A negative total is a credit note.'));
  }
  if (totals !== null && totals.totalMinor === 0 && draft.lines.length > 0) {
    notices.push(
      warningOn(
        'lines',
        `Le total est de ${moneyText(0, currency, 'fr')}.`,
        `The total is ${moneyText(0, currency, 'en')}.`,
      ),
    );
  }
  return notices;
}

/** A sealed text fits a cell: measured with the longest number there can be. */
function lengthNotices(
  checked: Checking,
  context: IssueContext,
  notices: readonly CheckNotice[],
): readonly CheckNotice[] {
  if (!hasNoError(notices)) return [];
  const length = snapshotLength(draftSnapshot(checked, context, 'F'.repeat(35)));
  if (length <= LONGEST_SNAPSHOT) return [];
  return [
    errorOn(
      'lines',
      'Trop de texte pour une seule facture : raccourcissez les désignations ou faites-en deux.',
      'Too much text for one invoice: shorten the descriptions or make two of it.',
    ),
  ];
}
