/** Whether a document may leave as an e-invoice: each rule it would break, before anyone is given a file that a platform refuses. */

import { parseCivilDate } from '../../base/civil-date.ts';
import { isCurrency } from '../../base/money.ts';
import type { Snapshot } from '../../invoicing/snapshot.ts';
import { partyFaults } from './check-parties.ts';
import { sumFaults } from './check-sums.ts';
import { vatCategoryFaults } from './check-vat.ts';
import type { EInvoiceFacts } from './facts.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';
import { typeCode } from './invoice.ts';
import { dueDate } from './settlement.ts';
import { cleanText } from './xml.ts';

/** None where the document keeps every rule. @param facts what was paid, agreed and deducted when it is made */
export function eInvoiceFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  return [
    ...headFaults(snapshot),
    ...dateFaults(snapshot, facts),
    ...referenceFaults(snapshot, facts),
    ...partyFaults(snapshot),
    ...snapshot.lines.flatMap(({ description }, index) =>
      unless(
        cleanText(description.split('\n')[0]) !== '',
        breaks(
          'BR-25',
          `lines[${index}].description`,
          `Ligne ${index + 1} : la désignation manque.`,
          `Line ${index + 1}: the description is missing.`,
        ),
      ),
    ),
    ...vatCategoryFaults(snapshot),
    ...(isCurrency(snapshot.currency) ? sumFaults(snapshot, facts) : []), // nothing is counted in no currency
  ];
}

function headFaults({ currency, lines, number }: Snapshot): readonly EInvoiceFault[] {
  return [
    ...unless(number !== '', breaks('BR-02', 'number', 'Le numéro manque.', 'The number is missing.')),
    ...unless(
      number === '' || /^[A-Za-z0-9+_/-]{1,35}$/.test(number),
      breaks(
        'BR-FR-01',
        'number',
        `Le numéro « ${number} » : au plus 35 caractères parmi A–Z, a–z, 0–9 et + - _ /.`,
        `Number “${number}”: at most 35 characters of A–Z, a–z, 0–9 and + - _ /.`,
      ),
    ),
    ...unless(
      isCurrency(currency),
      breaks('BR-05', 'currency', `« ${currency} » n’est pas une devise.`, `“${currency}” is no currency.`),
    ),
    ...unless(
      lines.length > 0,
      breaks('BR-16', 'lines', 'Il faut au moins une ligne.', 'At least one line is needed.'),
    ),
  ];
}

function dateFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  const { issueDate, paymentTerms, type } = snapshot;
  const due = dueDate(snapshot, facts);
  const isPaid = facts.paid !== null && due === facts.paid.on;
  return [
    ...unless(
      parseCivilDate(issueDate).ok,
      breaks(
        'BR-03',
        'issueDate',
        `« ${issueDate} » n’est pas un jour du calendrier.`,
        `“${issueDate}” is not a day of the calendar.`,
      ),
    ),
    ...unless(
      due === '' || isPaid || due >= issueDate,
      breaks(
        'BR-FR-CO-07',
        'dueDate',
        `L’échéance ${due} précède la date de facture ${issueDate}.`,
        `The due date ${due} is before the issue date ${issueDate}.`,
      ),
    ),
    ...unless(
      type === 'creditNote' || due !== '' || paymentTerms !== '',
      breaks(
        'BR-CO-25',
        'dueDate',
        'Il manque l’échéance ou les conditions de paiement.',
        'The due date or the payment terms are missing.',
      ),
    ),
  ];
}

/** A credit note and a corrective invoice name what they correct, with its date; a final invoice its deposits. */
function referenceFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  const { corrects, correctsDate } = snapshot;
  const code = typeCode(snapshot, facts);
  return [
    ...unless(
      code !== '381' || corrects !== '',
      breaks(
        'BR-FR-CO-05',
        'corrects',
        'L’avoir ne nomme pas la facture qu’il corrige.',
        'The credit note does not name the invoice it corrects.',
      ),
    ),
    ...unless(
      corrects === '' || parseCivilDate(correctsDate).ok,
      breaks(
        'BR-FR-CO-04',
        'correctsDate',
        `La date de la facture corrigée ${corrects} manque.`,
        `The date of corrected invoice ${corrects} is missing.`,
      ),
    ),
    ...unless(
      facts.stage !== 'final' || facts.deposits.length > 0,
      breaks(
        'ENC-DEPOSITS',
        'facts.deposits',
        'Une facture de solde nomme ses factures d’acompte.',
        'A final invoice names its deposit invoices.',
      ),
    ),
  ];
}
