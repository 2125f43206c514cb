/** Why a movement is matched as it is, in a stable word and a sentence. */
import { typesetFrench, type Words } from '../../base/words.ts';

function said(fr: string, en: string): Words {
  return { fr: typesetFrench(fr), en };
}

export const MATCH_REASONS = {
  number: said(
    'le libellé nomme la facture, le montant est le sien',
    'the label names the invoice, the amount is its own',
  ),
  numbers: said(
    'le libellé nomme ces factures, leur somme est le montant',
    'the label names these invoices, the amount is their sum',
  ),
  'number-part': said(
    'le libellé nomme la facture, payée en partie',
    'the label names the invoice, paid in part',
  ),
  'number-more': said(
    'le libellé nomme ces factures, mais le montant les dépasse',
    'the label names these invoices, but the amount is more',
  ),
  'number-other-client': said(
    'le libellé nomme la facture d’un client, le payeur en est un autre',
    'the label names one client’s invoice, the payer is another client',
  ),
  'payer-amount': said(
    'payeur connu, une seule facture de ce montant',
    'known payer, one invoice only of this amount',
  ),
  'payer-all': said('payeur connu, tout ce qu’il doit', 'known payer, all that it owes'),
  'payer-oldest': said('payeur connu, ses plus anciennes factures', 'known payer, its oldest invoices'),
  'payer-sum': said(
    'payeur connu, la seule somme de factures de ce montant',
    'known payer, the only sum of invoices of this amount',
  ),
  'payer-near': said('payeur connu, le montant diffère de peu', 'known payer, the amount differs by little'),
  'payer-unapplied': said(
    'payeur connu, aucune facture de ce montant : à imputer',
    'known payer, no invoice of this amount: to be applied',
  ),
  'name-only': said(
    'le nom du client est dans le libellé, rien d’autre ne le prouve',
    'the client’s name is in the label, nothing else proves it',
  ),
  'amount-only': said(
    'payeur inconnu, une seule facture ouverte a ce montant',
    'unknown payer, one open invoice only has this amount',
  ),
  known: said('déjà importé', 'imported already'),
  recorded: said('déjà saisi dans les règlements', 'recorded among the payments already'),
  'same-elsewhere': said(
    'un mouvement du même jour et du même montant est déjà importé : le même ?',
    'a movement of the same day and amount is imported already: the same?',
  ),
  rejected: said(
    'rejet ou impayé : à rapprocher du règlement qu’il annule',
    'rejected or unpaid: to be set against the payment it undoes',
  ),
  out: said('sortie d’argent', 'money out'),
  nobody: said('payeur inconnu', 'unknown payer'),
} as const;
export type MatchReason = keyof typeof MATCH_REASONS;
