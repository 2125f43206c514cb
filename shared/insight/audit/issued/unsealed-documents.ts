/** Rows without a seal, seals without a row: once a register issues by Encaisse, each document has both. */

import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { Orphan } from '../seals/chain.ts';
import type { AuditView } from '../view.ts';

/** More of them are a habit, and one finding. */
const MANY = 20;

export const UNSEALED_DOCUMENTS: AuditTest = {
  key: 'unsealed-document',
  title: {
    fr: 'Documents sans sceau, sceaux sans document',
    en: 'Documents without a seal, seals without a document',
  },
  run: (view) => {
    const { chain } = view.inputs;
    if (chain === null || chain.documents === 0)
      return notRun('Aucun document scellé.', 'No document was sealed.');
    const { issueDay } = view.register.invoices;
    const due = Array.from(view.issued).filter((i) => issueDay[i] >= chain.firstDay);
    const unsealed = due.filter((i) => !chain.sealRow.has(i));
    const orphans = chain.orphans.filter((orphan) => orphan.issueDay <= view.asOf);
    const bare =
      unsealed.length > MANY ? [manyHit(view, unsealed)] : unsealed.map((i) => unsealedHit(view, i));
    const hits = [...orphans.map((orphan) => orphanHit(view, orphan)), ...bare];
    return { ran: true, population: due.length + orphans.length, hits };
  },
};

function orphanHit({ register }: AuditView, { currency, issueDay, number, row, total }: Orphan): Hit {
  const known = register.currencies.indexOf(currency);
  return {
    severity: 'error',
    table: 'seals',
    row,
    subject: number,
    currency: known < 0 ? null : known,
    amount: known < 0 ? null : total,
    say: {
      fr: ({ day }) =>
        `${number}, émis le ${day(issueDay)} et scellé, n’a plus de ligne lisible parmi les factures\u202f; rétablissez-la\u202f: un document émis ne se supprime pas, il se corrige par un avoir.`,
      en: ({ day }) =>
        `${number}, issued on ${day(issueDay)} and sealed, no longer has a readable row among the invoices; restore it: an issued document is not deleted, it is corrected by a credit note.`,
    },
  };
}

function unsealedHit({ register }: AuditView, i: number): Hit {
  const { currency, numberAt, row, total } = register.invoices;
  return {
    severity: 'warning',
    table: 'invoices',
    row: row[i],
    column: 'seal',
    subject: numberAt(i),
    currency: currency[i],
    amount: total[i],
    say: {
      fr: ({ bill }) =>
        `${bill(i)} n’a pas de sceau, alors que le registre émet par Encaisse\u202f; vérifiez qui a inscrit ce document à la main, et s’il est parti au client.`,
      en: ({ bill }) =>
        `${bill(i)} has no seal, while the register issues by Encaisse; check who entered it by hand, and whether it went to the client.`,
    },
  };
}

function manyHit(view: AuditView, unsealed: readonly number[]): Hit {
  const { currency, numberAt, row, total } = view.register.invoices;
  const last = unsealed[unsealed.length - 1];
  const same = unsealed.filter((i) => currency[i] === currency[last]);
  return {
    severity: 'warning',
    table: 'invoices',
    row: row[last],
    subject: numberAt(last),
    mark: 'many',
    facts: [unsealed.length],
    currency: currency[last],
    amount: same.reduce((sum, i) => sum + total[i], 0),
    say: {
      fr: ({ bill, count }) =>
        `${count(unsealed.length, 'document inscrit à la main n’a', 'documents inscrits à la main n’ont')} pas de sceau, le dernier étant ${bill(last)}, alors que le registre émet par Encaisse\u202f; ` +
        `vérifiez d’où ils viennent\u202f: une reprise de données, ou une facturation parallèle.`,
      en: ({ bill, count }) =>
        `${count(unsealed.length, 'document entered by hand has', 'documents entered by hand have')} no seal, the last being ${bill(last)}, while the register issues by Encaisse; ` +
        `check where they come from: earlier data taken over, or invoicing on the side.`,
    },
  };
}
