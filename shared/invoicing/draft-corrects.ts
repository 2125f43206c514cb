/** A credit note against the invoice it corrects: the same client and currency, not before it, not more than is left of it. */
import { dayText, moneyText } from '../base/numbers-text.ts';
import type { Checking, Corrected, IssueContext } from './draft.ts';
import { type CheckNotice, errorOn } from './notice.ts';

/** @returns the notices of a draft of type `creditNote` */
export function creditNoteNotices(checking: Checking, { corrected }: IssueContext): readonly CheckNotice[] {
  const { draft, totals } = checking;
  const isPositive = totals === null || totals.totalMinor > 0 || draft.lines.length === 0;
  const sign = isPositive
    ? []
    : [
        errorOn(
          'lines',
          'Le total d’un avoir s’écrit en positif.',
          'A credit note’s total is written positive.',
        ),
      ];
  if (corrected === null) return [...sign, notNamed(draft.corrects)];
  return [...sign, ...sameNotices(checking, corrected), ...amountNotices(checking, corrected)];
}

function notNamed(number: string): CheckNotice {
  return number === ''
    ? errorOn(
        'corrects',
        'Un avoir nomme la facture qu’il corrige.',
        'A credit note names the invoice it corrects.',
      )
    : errorOn('corrects', `La facture ${number} n’existe pas.`, `There is no invoice ${number}.`);
}

function sameNotices(
  { draft, currency, issueDay }: Checking,
  { client, currency: own, issueDay: of, number }: Corrected,
): readonly CheckNotice[] {
  const notices: CheckNotice[] = [];
  if (client !== draft.client) {
    notices.push(
      errorOn(
        'client',
        `La facture ${number} est d’un autre client.`,
        `Invoice ${number} is another client’s.`,
      ),
    );
  }
  if (own !== currency) {
    notices.push(
      errorOn('currency', `La facture ${number} est en ${own}.`, `Invoice ${number} is in ${own}.`),
    );
  }
  if (issueDay < of) {
    notices.push(
      errorOn(
        'issueDate',
        `La facture est du ${dayText(of, 'fr')} : un avoir ne la précède pas.`,
        `The invoice is of ${dayText(of, 'en')}: a credit note does not come before it.`,
      ),
    );
  }
  return notices;
}

function amountNotices({ totals, currency }: Checking, corrected: Corrected): readonly CheckNotice[] {
  const { creditable, number } = corrected;
  if (corrected.currency !== currency || totals === null || totals.totalMinor <= creditable) return [];
  return [
    errorOn(
      'lines',
      `Il reste ${moneyText(creditable, currency, 'fr')} à créditer sur la facture ${number}.`,
      `${moneyText(creditable, currency, 'en')} of invoice ${number} are left to credit.`,
    ),
  ];
}
