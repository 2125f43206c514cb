/** Duplicate numbers: two rows with one number are one document typed twice, or two that bear the same number. */
import type { RepeatedNumber } from '../../../register/reading/evidence.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { AuditView } from '../view.ts';

export const DUPLICATE_NUMBER: AuditTest = {
  key: 'duplicate-number',
  title: { fr: 'Numéros en double', en: 'Duplicate numbers' },
  run: (view) => {
    const { evidence } = view.inputs;
    if (evidence === null) return notRun('Lignes mises à part non lues.', 'Rows left out were not read.');
    const hits = evidence.repeats.map((repeat) => repeatHit(view, repeat));
    return { ran: true, population: view.register.invoices.count + hits.length, hits };
  },
};

function repeatHit({ register }: AuditView, { currency, first, number, row, total }: RepeatedNumber): Hit {
  const index = register.currencies.indexOf(currency);
  const isKnown = index >= 0 && !Number.isNaN(total);
  return {
    severity: 'error',
    table: 'invoices',
    row,
    column: 'number',
    subject: number,
    currency: isKnown ? index : null,
    amount: isKnown ? total : null,
    say: {
      fr: () =>
        `Le numéro ${number} est à la ligne ${row} et déjà à la ligne ${first}, seule comptée\u202f; ` +
        `supprimez la ligne de trop, ou annulez et refaites le document qui porte le numéro d’un autre.`,
      en: () =>
        `Number ${number} stands in row ${row} and already in row ${first}, the only one counted; ` +
        `delete the row too many, or cancel and make again the document that bears another’s number.`,
    },
  };
}
