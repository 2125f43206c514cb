/** The chain of seals: a row that was edited, inserted, moved or deleted no longer continues the one before. */
import type { ChainFault } from '../../../invoicing/seal.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { SealFault } from '../seals/chain.ts';
import { lostSealHits, lostSeals } from './lost-seals.ts';

const WHAT: Readonly<
  Record<ChainFault | 'snapshot' | 'twice', { readonly fr: string; readonly en: string }>
> = {
  seq: {
    fr: 'son rang ne suit pas celui de la ligne du dessus\u202f: une ligne a été insérée, déplacée ou supprimée',
    en: 'its rank does not follow the row above: a row was inserted, moved or deleted',
  },
  prev: {
    fr: 'elle ne prolonge pas la ligne du dessus\u202f: celle-ci ou elle-même a été réécrite',
    en: 'it does not continue the row above: one of the two was rewritten',
  },
  hash: {
    fr: 'elle n’est plus ce qui a été scellé\u202f: une de ses cellules a été modifiée',
    en: 'it is no longer what was sealed: one of its cells was edited',
  },
  genesis: {
    fr: 'la chaîne ne commence pas par sa première ligne\u202f: le début a été supprimé',
    en: 'the chain does not begin with its first row: its beginning was deleted',
  },
  missing: {
    fr: 'des sceaux vus par un rapport précédent n’y sont plus\u202f: la fin de la chaîne a été supprimée',
    en: 'seals that an earlier report saw are gone: the end of the chain was deleted',
  },
  anchor: {
    fr: 'un rapport précédent y a vu un autre sceau\u202f: la chaîne a été refaite depuis',
    en: 'an earlier report saw another seal there: the chain was made anew since',
  },
  snapshot: {
    fr: 'son contenu n’est pas celui d’un document',
    en: 'its content is not that of a document',
  },
  twice: {
    fr: 'le même document est scellé une seconde fois',
    en: 'the same document is sealed a second time',
  },
};

export const SEAL_CHAIN: AuditTest = {
  key: 'seal-chain',
  title: { fr: 'Chaîne des sceaux rompue', en: 'Broken chain of seals' },
  run: (view) => {
    const { chain } = view.inputs;
    const lost = lostSeals(view);
    if (chain === null || (chain.rows === 0 && chain.faults.length === 0 && lost.length === 0))
      return notRun(
        'Le registre n’a pas de sceaux\u202f: ses factures n’ont pas été émises par Encaisse.',
        'The register has no seals: its invoices were not issued by Encaisse.',
      );
    const hits = [...chain.faults.map(faultHit), ...lostSealHits(view, lost)];
    return { ran: true, population: Math.max(1, chain.rows), hits };
  },
};

function faultHit({ fault, number, row }: SealFault): Hit {
  const { en, fr } = WHAT[fault];
  return {
    severity: 'error',
    table: 'seals',
    row,
    subject: number,
    mark: fault,
    currency: null,
    amount: null,
    say: {
      fr: () =>
        `La ligne ${row} des sceaux (${number}) ne tient pas\u202f: ${fr}\u202f; rétablissez-la par l’historique des versions de la feuille, et cherchez qui l’a modifiée.`,
      en: () =>
        `Row ${row} of the seals (${number}) does not hold: ${en}; restore it from the sheet’s version history, and find out who changed it.`,
    },
  };
}
