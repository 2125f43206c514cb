/** Numbers of documents: this one's, and those it names (BG-3). */
import type { Snapshot } from '../../invoicing/snapshot.ts';
import type { EInvoiceFacts } from './facts.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';
import { typeCode } from './invoice.ts';

/** A credit note and a corrective invoice name what they correct, with its date; a final invoice its deposits. */
export function referenceFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  const { corrects, correctsDate } = snapshot;
  const code = typeCode(snapshot, facts);
  return [
    ...unless(
      code !== '381' || corrects !== '',
      breaks(
        'BR-FR-CO-05',
        'corrects',
        'L’avoir ne nomme pas la facture qu’il corrige : écrivez-la dans « Facture corrigée » ; s’il est scellé déjà, remettez-le en PDF.',
        'The credit note does not name the invoice it corrects: write it under “Corrects”; if it is sealed already, hand it over as a PDF.',
      ),
    ),
    ...unless(
      corrects === '' || correctsDate !== '',
      breaks(
        'BR-FR-CO-05',
        'correctsDate',
        `La date de la facture corrigée ${corrects} manque.`,
        `The date of corrected invoice ${corrects} is missing.`,
      ),
    ),
    ...(corrects === '' ? [] : numberFaults(corrects, 'corrects')),
    ...depositFaults(facts, code),
  ];
}

function depositFaults({ deposits, stage }: EInvoiceFacts, code: string): readonly EInvoiceFault[] {
  return [
    ...unless(
      code !== '384' || deposits.length === 0,
      breaks(
        'BR-FR-CO-04',
        'facts.deposits',
        'Une facture rectificative ne nomme que celle qu’elle corrige : déduisez les acomptes sur une facture nouvelle, après un avoir.',
        'A corrective invoice names only the one it corrects: deduct deposits on a new invoice, after a credit note.',
      ),
    ),
    ...deposits.flatMap(({ number }) => numberFaults(number, 'facts.deposits')),
    ...unless(
      stage !== 'final' || deposits.length > 0,
      breaks(
        'ENC-DEPOSITS',
        'facts.deposits',
        'Une facture de solde nomme ses factures d’acompte.',
        'A final invoice names its deposit invoices.',
      ),
    ),
  ];
}

/** BT-1 and BT-25 alike. */
export function numberFaults(number: string, field: string): readonly EInvoiceFault[] {
  return [
    ...unless(
      number.length <= 35,
      breaks(
        'BR-FR-01',
        field,
        `Le numéro « ${number} » compte plus de 35 caractères.`,
        `Number “${number}” has more than 35 characters.`,
      ),
    ),
    ...unless(
      /^[A-Za-z0-9+_/-]+$/.test(number),
      breaks(
        'BR-FR-02',
        field,
        `Le numéro « ${number} » : seuls A–Z, a–z, 0–9 et + - _ / sont admis, sans espace.`,
        `Number “${number}”: only A–Z, a–z, 0–9 and + - _ / are allowed, without spaces.`,
      ),
    ),
  ];
}
