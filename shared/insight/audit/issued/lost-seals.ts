/**
 * Lost seals: documents whose rows bear a seal that the chain no longer has. The chain itself does not tell when its last rows are deleted,
 * or all of them; what was written beside the documents does.
 */
import type { Hit } from '../finding.ts';
import { type AuditView, sortDocuments } from '../view.ts';

/** More of them are one deed, and one finding. */
const MANY = 20;

/** The documents that bear a seal the chain lacks, in the order of issue; none where the rows or the chain were not read. */
export function lostSeals({ inputs: { chain, evidence }, issued, register }: AuditView): readonly number[] {
  const borne = evidence?.witnesses;
  if (chain === null || !borne || borne.size === 0) return [];
  const lost = Array.from(issued).filter((i) => {
    const witness = borne.get(i);
    return witness !== undefined && !chain.witnesses.has(witness);
  });
  sortDocuments(lost, register.invoices);
  return lost;
}

/** @param lost of `lostSeals` */
export function lostSealHits(view: AuditView, lost: readonly number[]): readonly Hit[] {
  if (lost.length === 0) return [];
  const isBare = view.inputs.chain?.rows === 0;
  return lost.length > MANY || isBare ? [allHit(view, lost, isBare)] : lost.map((i) => lostHit(view, i));
}

function lostHit({ register: { invoices } }: AuditView, i: number): Hit {
  return {
    severity: 'error',
    table: 'invoices',
    row: invoices.row[i],
    column: 'seal',
    subject: invoices.numberAt(i),
    mark: 'lost',
    currency: invoices.currency[i],
    amount: invoices.total[i],
    say: {
      fr: ({ bill }) =>
        `${bill(i)} porte un sceau que la chaîne n’a plus\u202f: des lignes des sceaux ont été supprimées ou refaites\u202f; rétablissez l’onglet Sceaux par l’historique des versions de la feuille, et cherchez qui l’a modifié.`,
      en: ({ bill }) =>
        `${bill(i)} bears a seal that the chain no longer has: rows of the seals were deleted or made anew; restore the Seals tab from the sheet’s version history, and find out who changed it.`,
    },
  };
}

/** A folder of files may have been exported without its seals: that is not known to be a deed. */
function allHit({ register: { invoices } }: AuditView, lost: readonly number[], isBare: boolean): Hit {
  const last = lost[lost.length - 1];
  const same = lost.filter((i) => invoices.currency[i] === invoices.currency[last]);
  return {
    severity: isBare ? 'warning' : 'error',
    table: 'seals',
    row: 1,
    subject: invoices.numberAt(last),
    mark: 'lost',
    facts: [lost.length],
    currency: invoices.currency[last],
    amount: same.reduce((sum, i) => sum + invoices.total[i], 0),
    say: {
      fr: ({ bill, count }) =>
        `${count(lost.length, 'document porte', 'documents portent')} un sceau que la table des sceaux n’a pas${isBare ? ', car elle est vide' : ''}, le dernier étant ${bill(last)}\u202f; ` +
        `joignez-la à l’export, ou rétablissez-la par l’historique des versions de la feuille et cherchez qui l’a vidée.`,
      en: ({ bill, count }) =>
        `${count(lost.length, 'document bears', 'documents bear')} a seal that the table of seals lacks${isBare ? ', since it is empty' : ''}, the last being ${bill(last)}; ` +
        `add it to the export, or restore it from the sheet’s version history and find out who emptied it.`,
    },
  };
}
