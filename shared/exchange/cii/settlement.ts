/** How it is paid and what it comes to (BG-16, BG-22, BG-23): each figure as sealed, the amount due less what was paid. */

import { moneyText } from '../../base/numbers-text.ts';
import type { Language } from '../../base/words.ts';
import type { Snapshot, SnapshotVat } from '../../invoicing/snapshot.ts';
import { amountOf, exemptionCode, isDay, plainDay, rateText } from './codes.ts';
import { type EInvoiceFacts, isPaidInFull, prepaidMinor, vatInEuros } from './facts.ts';
import { element, group, textElement, type XmlElement } from './xml.ts';

export function settlementElement(snapshot: Snapshot, facts: EInvoiceFacts): XmlElement {
  const { currency, number, vat } = snapshot;
  return element('ram:ApplicableHeaderTradeSettlement', [
    textElement('ram:PaymentReference', number),
    vatInEuros(snapshot, facts) === null ? null : element('ram:TaxCurrencyCode', 'EUR'),
    element('ram:InvoiceCurrencyCode', currency),
    meansElement(snapshot),
    ...vat.map((group) => vatElement(group, snapshot)),
    termsElement(snapshot, facts),
    summationElement(snapshot, facts),
    ...precedents(snapshot, facts),
  ]);
}

/** SEPA credit transfer (UNTDID 4461, 58) in euros, else a credit transfer (30). */
function meansElement({ currency, seller, type }: Snapshot): XmlElement | null {
  if (seller.iban === '' || type === 'creditNote') return null;
  return element('ram:SpecifiedTradeSettlementPaymentMeans', [
    element('ram:TypeCode', currency === 'EUR' ? '58' : '30'),
    element('ram:PayeePartyCreditorFinancialAccount', [
      element('ram:IBANID', seller.iban),
      textElement('ram:AccountName', seller.name),
    ]),
    group('ram:PayeeSpecifiedCreditorFinancialInstitution', [textElement('ram:BICID', seller.bic)]),
  ]);
}

/** BT-8 says when VAT falls due: 5 when invoiced (debits), 72 when paid (receipts); only where there is some. */
function vatElement({ category, netMinor, rate, vatMinor }: SnapshotVat, snapshot: Snapshot): XmlElement {
  const { currency, seller } = snapshot;
  const isRegistered = seller.vatNumber !== '';
  return element('ram:ApplicableTradeTax', [
    element('ram:CalculatedAmount', amountOf(vatMinor, currency)),
    element('ram:TypeCode', 'VAT'),
    textElement('ram:ExemptionReason', exemptionReason(category, snapshot)),
    element('ram:BasisAmount', amountOf(netMinor, currency)),
    element('ram:CategoryCode', category),
    textElement('ram:ExemptionReasonCode', exemptionCode(category, isRegistered)),
    category === 'S' ? element('ram:DueDateTypeCode', seller.vatOnDebits === 'yes' ? '5' : '72') : null,
    category === 'O' ? null : element('ram:RateApplicablePercent', rateText(rate)),
  ]);
}

/** The sealed mention of the category: those without VAT stand first among the mentions, in the order of the VAT table. */
export function exemptionReason(category: string, { mentions, vat }: Snapshot): string {
  if (category === 'S' || category === 'Z') return '';
  const categories = Array.from(new Set(vat.map((one) => one.category)));
  const position = categories.filter((one) => one !== 'S' && one !== 'Z').indexOf(category);
  return mentions[position] ?? '';
}

/** With instalments BT-9 is the first of them, and the terms say them all (EN 16931-1, BT-9). */
function termsElement(snapshot: Snapshot, facts: EInvoiceFacts): XmlElement | null {
  const due = dueDate(snapshot, facts);
  return group('ram:SpecifiedTradePaymentTerms', [
    textElement('ram:Description', termsText(snapshot, facts)),
    due === '' ? null : element('ram:DueDateDateTime', [dayElement('udt:DateTimeString', due)]),
  ]);
}

/** BT-9: the day it was paid where frame 2 says that it is, else the first instalment, else the sealed due date. */
export function dueDate({ dueDate: sealed, totalMinor, type }: Snapshot, facts: EInvoiceFacts): string {
  if (type === 'creditNote') return '';
  const isPaid = facts.stage !== 'final' && isPaidInFull(facts, Number(totalMinor));
  if (facts.paid !== null && isPaid) return facts.paid.on;
  return facts.instalments[0]?.dueDate ?? (isDay(sealed) ? sealed : '');
}

function termsText(snapshot: Snapshot, { instalments }: EInvoiceFacts): string {
  const language: Language = snapshot.client.language === 'en' ? 'en' : 'fr';
  if (snapshot.type === 'creditNote') return CREDIT_TERMS[language];
  const plan = instalments.map(
    ({ dueDate: day, minor }) => `${day}\u202f: ${moneyText(minor, snapshot.currency, language)}`,
  );
  return [snapshot.paymentTerms, ...plan].filter((text) => text !== '').join(' · ');
}

const CREDIT_TERMS = {
  fr: 'À déduire de vos factures, ou à rembourser sur demande.',
  en: 'To be deducted from your invoices, or refunded on request.',
} as const;

function summationElement(snapshot: Snapshot, facts: EInvoiceFacts): XmlElement {
  const { currency, netMinor, totalMinor, vatMinor } = snapshot;
  const prepaid = prepaidMinor(facts);
  const euros = vatInEuros(snapshot, facts);
  const amount = (minor: string | number): string => amountOf(minor, currency);
  return element('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
    element('ram:LineTotalAmount', amount(netMinor)),
    element('ram:TaxBasisTotalAmount', amount(netMinor)),
    element('ram:TaxTotalAmount', amount(vatMinor), [['currencyID', currency]]),
    euros === null ? null : element('ram:TaxTotalAmount', amountOf(euros, 'EUR'), [['currencyID', 'EUR']]),
    element('ram:GrandTotalAmount', amount(totalMinor)),
    prepaid === 0 ? null : element('ram:TotalPrepaidAmount', amount(prepaid)),
    element('ram:DuePayableAmount', amount(Number(totalMinor) - prepaid)),
  ]);
}

/** BG-3: what a credit note or a corrective invoice corrects, what a final invoice deducts. */
function precedents(
  { corrects, correctsDate }: Snapshot,
  { deposits }: EInvoiceFacts,
): readonly XmlElement[] {
  const corrected = corrects === '' ? [] : [{ number: corrects, date: correctsDate }];
  return [...corrected, ...deposits].map(({ date, number }) =>
    element('ram:InvoiceReferencedDocument', [
      element('ram:IssuerAssignedID', number),
      isDay(date) ? element('ram:FormattedIssueDateTime', [dayElement('qdt:DateTimeString', date)]) : null,
    ]),
  );
}

export function dayElement(name: 'udt:DateTimeString' | 'qdt:DateTimeString', day: string): XmlElement {
  return element(name, plainDay(day), [['format', '102']]);
}
