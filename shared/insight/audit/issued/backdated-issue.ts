/** Backdated issue: an invoice sealed days after the date it bears was given that date when it was made. */
import { NO_DAY } from '../../../base/civil-date.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { AuditView } from '../view.ts';

/** A weekend and a night: seals bear the time of Greenwich. */
const TOLERATED_DAYS = 3;

export const BACKDATED_ISSUE: AuditTest = {
  key: 'issue-backdated',
  title: {
    fr: 'Documents datés d’un autre jour que celui de leur émission',
    en: 'Documents dated on another day than issued',
  },
  run: (view) => {
    const { chain } = view.inputs;
    if (chain === null || chain.documents === 0)
      return notRun('Aucun document scellé.', 'No document was sealed.');
    const { issueDay } = view.register.invoices;
    const sealed = Array.from(chain.sealedDay).filter(
      ([i, day]) => day !== NO_DAY && issueDay[i] <= view.asOf,
    );
    const hits = sealed
      .filter(([i, day]) => day - issueDay[i] > TOLERATED_DAYS || issueDay[i] - day > 1)
      .map(([i, day]) => datedHit(view, i, day));
    return { ran: true, population: sealed.length, hits };
  },
};

function datedHit({ register }: AuditView, i: number, sealed: number): Hit {
  const { currency, issueDay, numberAt, row, total } = register.invoices;
  const isEarlier = issueDay[i] < sealed;
  return {
    severity: isEarlier ? 'warning' : 'note',
    table: 'invoices',
    row: row[i],
    column: 'issueDate',
    subject: numberAt(i),
    facts: [issueDay[i], sealed],
    currency: currency[i],
    amount: total[i],
    say: {
      fr: ({ bill, count, day }) =>
        `${bill(i)} a été émis le ${day(sealed)}, ${count(Math.abs(sealed - issueDay[i]), 'jour', 'jours')} ${isEarlier ? 'après' : 'avant'} la date qu’il porte\u202f; ` +
        `vérifiez pourquoi, et que la TVA est déclarée au bon mois.`,
      en: ({ bill, count, day }) =>
        `${bill(i)} was issued on ${day(sealed)}, ${count(Math.abs(sealed - issueDay[i]), 'day', 'days')} ${isEarlier ? 'after' : 'before'} the date it bears; ` +
        `check why, and that its VAT is declared in the right month.`,
    },
  };
}
