/**
 * An issued document as EN 16931 XML in the syntax CII D16B, profile EN 16931 of Factur-X, with what the French platforms ask for beside
 * it: from its sealed snapshot and nothing else but what was paid, agreed and deducted. It is prepared here; a platform transmits it.
 */
import type { Snapshot } from '../../invoicing/snapshot.ts';
import { isDay } from './codes.ts';
import { type EInvoiceFacts, isPaidInFull } from './facts.ts';
import { lineElement } from './lines.ts';
import { noteElement, notesOf } from './notes.ts';
import { buyerElement, sellerElement } from './parties.ts';
import { dayElement, settlementElement } from './settlement.ts';
import { shipToElement } from './ship-to.ts';
import { element, group, textElement, type XmlElement, xmlText } from './xml.ts';

const NAMESPACES: XmlElement['attributes'] = [
  ['xmlns:rsm', 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'],
  ['xmlns:ram', 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100'],
  ['xmlns:udt', 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100'],
  ['xmlns:qdt', 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100'],
];

/** BT-24: the whole of EN 16931, no more. */
const GUIDELINE = 'urn:cen.eu:en16931:2017';

/** The XML of a document; whether it keeps the rules is asked of `eInvoiceFaults` before. */
export function ciiInvoice(snapshot: Snapshot, facts: EInvoiceFacts): string {
  const { currency, issueDate, lines, number, reference, serviceDate } = snapshot;
  return xmlText(
    element(
      'rsm:CrossIndustryInvoice',
      [
        element('rsm:ExchangedDocumentContext', [
          parameter('ram:BusinessProcessSpecifiedDocumentContextParameter', billingFrame(snapshot, facts)),
          parameter('ram:GuidelineSpecifiedDocumentContextParameter', GUIDELINE),
        ]),
        element('rsm:ExchangedDocument', [
          element('ram:ID', number),
          element('ram:TypeCode', typeCode(snapshot, facts)),
          element('ram:IssueDateTime', [dayElement('udt:DateTimeString', issueDate)]),
          ...notesOf(snapshot).map(noteElement),
        ]),
        element('rsm:SupplyChainTradeTransaction', [
          ...lines.map((line, index) => lineElement(line, index + 1, currency)),
          element('ram:ApplicableHeaderTradeAgreement', [
            sellerElement(snapshot),
            buyerElement(snapshot, facts),
            group('ram:BuyerOrderReferencedDocument', [textElement('ram:IssuerAssignedID', reference)]),
          ]),
          element('ram:ApplicableHeaderTradeDelivery', [
            shipToElement(snapshot),
            isDay(serviceDate) ? suppliedOn(serviceDate) : null,
          ]),
          settlementElement(snapshot, facts),
        ]),
      ],
      NAMESPACES,
    ),
  );
}

function parameter(name: string, id: string): XmlElement {
  return element(name, [element('ram:ID', id)]);
}

function suppliedOn(day: string): XmlElement {
  return element('ram:ActualDeliverySupplyChainEvent', [
    element('ram:OccurrenceDateTime', [dayElement('udt:DateTimeString', day)]),
  ]);
}

/** UNTDID 1001: credit note, corrective invoice, deposit invoice, invoice. */
export function typeCode({ corrects, type }: Snapshot, { stage }: EInvoiceFacts): string {
  if (type === 'creditNote') return '381';
  if (corrects !== '') return '384';
  return stage === 'deposit' ? '386' : '380';
}

const FRAME_LETTERS = { services: 'S', goods: 'B', both: 'M' } as const;

/** BT-23 of the French rules: services, goods or both; 1 to be paid, 2 paid already, 4 final after deposits. */
export function billingFrame({ totalMinor, type }: Snapshot, facts: EInvoiceFacts): string {
  const letter = FRAME_LETTERS[facts.operations];
  if (type === 'creditNote') return `${letter}1`;
  if (facts.stage === 'final') return `${letter}4`;
  return `${letter}${isPaidInFull(facts, Number(totalMinor)) ? '2' : '1'}`;
}
