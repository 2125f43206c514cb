/**
 * A draft, checked before it is issued: what is missing, what does not add up, what the law asks for. Then its snapshot: all that the
 * document says, by value, so that nothing that changes later changes it.
 */
import { type DayNumber, endOfMonth } from '../base/civil-date.ts';
import type { Currency } from '../base/money.ts';
import { dayText, moneyText } from '../base/numbers-text.ts';
import type { Client, Settings } from '../register/entries.ts';
import { dueDay } from '../register/terms.ts';
import { lineNotices } from './draft-lines.ts';
import { draftSnapshot } from './draft-snapshot.ts';
import { daysIssuedLate, ISSUE_WITHIN_DAYS } from './late-issue.ts';
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

type Checking = Omit<CheckedDraft, 'notices' | 'canIssue'>;

function dateNotices(
  { draft, issueDay, dueDay: due }: Checking,
  { client, today }: IssueContext,
): readonly CheckNotice[] {
  const notices: CheckNotice[] = [];
  if (issueDay > today) {
    notices.push(
      errorOn(
        'issueDate',
        'Une facture ne porte pas une date à venir.',
        'An invoice is not dated in the future.',
      ),
    );
  }
  if (draft.type === 'creditNote') return notices;
  if (due < issueDay) {
    notices.push(
      errorOn('dueDate', 'L’échéance précède la date de facture.', 'The due date is before the issue date.'),
    );
  }
  if (client?.kind === 'company' && isFrance(client.country) && due > latestLegalDueDay(issueDay)) {
    notices.push(
      warningOn(
        'dueDate',
        'Ce délai dépasse le maximum légal : 60 jours, ou 45 jours fin de mois (C. com. L441-10).',
        'This is beyond the legal maximum: 60 days, or 45 days end of month (C. com. L441-10).',
      ),
    );
  }
  if (draft.serviceDay !== null && draft.serviceDay > issueDay) {
    notices.push(
      warningOn(
        'serviceDate',
        'La prestation est postérieure à la facture.',
        'The service comes after the invoice.',
      ),
    );
  }
  const late = daysIssuedLate(draft.serviceDay, issueDay);
  if (late > 0) {
    notices.push(
      warningOn(
        'serviceDate',
        `La prestation date de ${late + ISSUE_WITHIN_DAYS} jours : on facture dès qu’elle est faite.`,
        `The service was done ${late + ISSUE_WITHIN_DAYS} days ago: invoice as soon as it is done.`,
      ),
    );
  }
  return notices;
}

/** The later of 60 days and of 45 days end of month, in either of its readings. */
function latestLegalDueDay(issueDay: DayNumber): DayNumber {
  return Math.max(issueDay + 60, endOfMonth(issueDay + 45), endOfMonth(issueDay) + 45);
}

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

function creditNoteNotices(
  { draft, totals, currency, issueDay }: Checking,
  { corrected }: IssueContext,
): readonly CheckNotice[] {
  const notices: CheckNotice[] = [];
  if (totals !== null && totals.totalMinor <= 0 && draft.lines.length > 0) {
    notices.push(
      errorOn(
        'lines',
        'Le total d’un avoir s’écrit en positif.',
        'A credit note’s total is written positive.',
      ),
    );
  }
  if (corrected === null) {
    return [
      ...notices,
      draft.corrects === ''
        ? errorOn(
            'corrects',
            'Un avoir nomme la facture qu’il corrige.',
            'A credit note names the invoice it corrects.',
          )
        : errorOn(
            'corrects',
            `La facture ${draft.corrects} n’existe pas.`,
            `There is no invoice ${draft.corrects}.`,
          ),
    ];
  }
  if (corrected.client !== draft.client) {
    notices.push(
      errorOn(
        'client',
        `La facture ${corrected.number} est d’un autre client.`,
        `Invoice ${corrected.number} is another client’s.`,
      ),
    );
  }
  if (corrected.currency !== currency) {
    notices.push(
      errorOn(
        'currency',
        `La facture ${corrected.number} est en ${corrected.currency}.`,
        `Invoice ${corrected.number} is in ${corrected.currency}.`,
      ),
    );
  }
  if (issueDay < corrected.issueDay) {
    notices.push(
      errorOn(
        'issueDate',
        `La facture est du ${dayText(corrected.issueDay, 'fr')} : un avoir ne la précède pas.`,
        `The invoice is of ${dayText(corrected.issueDay, 'en')}: a credit note does not come before it.`,
      ),
    );
  }
  return corrected.currency === currency && totals !== null && totals.totalMinor > corrected.creditable
    ? [...notices, overCredited(corrected)]
    : notices;
}

function overCredited({ number, creditable, currency }: Corrected): CheckNotice {
  return errorOn(
    'lines',
    `Il reste ${moneyText(creditable, currency, 'fr')} à créditer sur la facture ${number}.`,
    `${moneyText(creditable, currency, 'en')} of invoice ${number} are left to credit.`,
  );
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
