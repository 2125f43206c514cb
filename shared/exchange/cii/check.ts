/** Whether a document may leave as an e-invoice: each rule it would break, before anyone is given a file that a platform refuses. */

import { isCurrency } from '../../base/money.ts';
import type { Snapshot } from '../../invoicing/snapshot.ts';
import { dateFaults } from './check-dates.ts';
import { networkFaults } from './check-network.ts';
import { partyFaults } from './check-parties.ts';
import { publicBuyerFaults } from './check-public-buyer.ts';
import { numberFaults, referenceFaults } from './check-references.ts';
import { sumFaults } from './check-sums.ts';
import { vatCategoryFaults } from './check-vat.ts';
import type { EInvoiceFacts } from './facts.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';
import { cleanText } from './xml.ts';

/** None where the document keeps every rule. @param facts what was paid, agreed and deducted when it is made */
export function eInvoiceFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  return [
    ...headFaults(snapshot),
    ...dateFaults(snapshot, facts),
    ...referenceFaults(snapshot, facts),
    ...partyFaults(snapshot),
    ...networkFaults(snapshot, facts),
    ...publicBuyerFaults(snapshot),
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
    ...(number === '' ? [] : numberFaults(number, 'number')),
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
