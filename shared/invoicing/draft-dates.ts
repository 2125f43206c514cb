/** A draft's dates, checked: its own day, its due date against the law, the service against both. */
import { dayText } from '../base/numbers-text.ts';
import { legalDueDay } from '../law/legal-terms.ts';
import type { Checking, IssueContext } from './draft.ts';
import { daysIssuedLate, ISSUE_WITHIN_DAYS } from './late-issue.ts';
import { type CheckNotice, errorOn, warningOn } from './notice.ts';

/** A credit note has no due date, and credits a service long done. */
export function dateNotices(checking: Checking, context: IssueContext): readonly CheckNotice[] {
  const issue =
    checking.issueDay > context.today
      ? [
          errorOn(
            'issueDate',
            'Une facture ne porte pas une date à venir.',
            'An invoice is not dated in the future.',
          ),
        ]
      : [];
  if (checking.draft.type === 'creditNote') return issue;
  return [...issue, ...dueNotices(checking, context), ...serviceNotices(checking)];
}

function dueNotices({ issueDay, dueDay }: Checking, { client }: IssueContext): readonly CheckNotice[] {
  if (dueDay < issueDay) {
    return [
      errorOn('dueDate', 'L’échéance précède la date de facture.', 'The due date is before the issue date.'),
    ];
  }
  const limit = client ? legalDueDay(issueDay, client) : null;
  if (limit === null || dueDay <= limit.day) return [];
  return [
    warningOn(
      'dueDate',
      `Ce délai dépasse le maximum (${limit.rule.fr}) : au plus tard le ${dayText(limit.day, 'fr')}.`,
      `This is beyond the maximum (${limit.rule.en}): ${dayText(limit.day, 'en')} at the latest.`,
    ),
  ];
}

function serviceNotices({ draft, issueDay }: Checking): readonly CheckNotice[] {
  if (draft.serviceDay !== null && draft.serviceDay > issueDay) {
    return [
      warningOn(
        'serviceDate',
        'La prestation est postérieure à la facture.',
        'The service comes after the invoice.',
      ),
    ];
  }
  const late = daysIssuedLate(draft.serviceDay, issueDay);
  if (late === 0) return [];
  const days = late + ISSUE_WITHIN_DAYS;
  return [
    warningOn(
      'serviceDate',
      `La prestation date de ${days} jours : on facture dès qu’elle est faite.`,
      `The service was done ${days} days ago: invoice as soon as it is done.`,
    ),
  ];
}
