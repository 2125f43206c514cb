/** The days a document names: of the calendar, of this century, and in their order. */
import { parseCivilDate } from '../../base/civil-date.ts';
import type { Snapshot } from '../../invoicing/snapshot.ts';
import type { EInvoiceFacts } from './facts.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';
import { billingFrame, typeCode } from './invoice.ts';
import { dueDate } from './settlement.ts';

export function dateFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  const { correctsDate, issueDate, paymentTerms, serviceDate, type } = snapshot;
  const due = dueDate(snapshot, facts);
  const issueFaults = dayFaults(issueDate, 'issueDate');
  const dueFaults = dayFaults(due, 'dueDate');
  return [
    ...issueFaults,
    ...dueFaults,
    ...dayFaults(serviceDate, 'serviceDate'),
    ...dayFaults(correctsDate, 'correctsDate'),
    ...facts.deposits.flatMap(({ date }) => dayFaults(date, 'facts.deposits')),
    ...unless(
      due === '' ||
        due >= issueDate ||
        issueFaults.length + dueFaults.length > 0 ||
        mayBePast(snapshot, facts),
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

/** A deposit invoice, and what was paid already, may fall due before they are issued. */
function mayBePast(snapshot: Snapshot, facts: EInvoiceFacts): boolean {
  return typeCode(snapshot, facts) === '386' || billingFrame(snapshot, facts).endsWith('2');
}

/** @param day empty where none is named; only the issue date has to be there */
function dayFaults(day: string, field: string): readonly EInvoiceFault[] {
  if (day === '' && field !== 'issueDate') return [];
  const isDay = parseCivilDate(day).ok;
  return [
    ...unless(
      isDay,
      breaks(
        field === 'issueDate' ? 'BR-03' : 'BR-FR-03',
        field,
        `« ${day} » n’est pas un jour du calendrier.`,
        `“${day}” is not a day of the calendar.`,
      ),
    ),
    ...unless(
      !isDay || day.startsWith('20'),
      breaks(
        'BR-FR-03',
        field,
        `Le ${day} n’est pas entre 2000 et 2099 : corrigez l’année.`,
        `Day ${day} is not between 2000 and 2099: mend the year.`,
      ),
    ),
  ];
}
