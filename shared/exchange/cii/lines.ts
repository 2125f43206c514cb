/** The lines (BG-25): quantity times price, less an allowance in whole cents, is the line's net to the cent. */
import { decimalToText, multiply, parseDecimal, roundDecimal } from '../../base/decimal.ts';
import { currencyDigits, roundHalfAway } from '../../base/money.ts';
import type { SnapshotLine } from '../../invoicing/snapshot.ts';
import { LINE_DECIMALS } from '../../invoicing/totals.ts';
import { amountOf, rateText, unitCode } from './codes.ts';
import { element, textElement, type XmlElement } from './xml.ts';

/** A line with its discount as an allowance; minor units. */
export type PricedLine = {
  readonly quantity: string;
  readonly unitPrice: string; // never below zero (BR-27): a negative price turns the quantity's sign
  readonly grossMinor: number; // NaN where a number is none
  readonly allowanceMinor: number; // negative: the line was rounded up
  readonly netMinor: number;
};

/** Prices a line as it was sealed: its net stands, the discount is what is left. */
export function pricedLine(line: SnapshotLine, currency: string): PricedLine {
  const netMinor = Number(line.netMinor);
  const quantity = parseDecimal(line.quantity, LINE_DECIMALS.quantity);
  const price = parseDecimal(line.unitPrice, LINE_DECIMALS.unitPrice);
  if (!quantity.ok || !price.ok) {
    const { quantity: written, unitPrice } = line;
    return { quantity: written, unitPrice, grossMinor: Number.NaN, allowanceMinor: Number.NaN, netMinor };
  }
  const grossMinor = roundDecimal(multiply(quantity.value, price.value), currencyDigits(currency));
  const turned = price.value.isNegative;
  return {
    quantity: decimalToText({
      ...quantity.value,
      isNegative: quantity.value.digits !== '' && quantity.value.isNegative !== turned,
    }),
    unitPrice: decimalToText({ ...price.value, isNegative: false }),
    grossMinor,
    allowanceMinor: grossMinor - netMinor,
    netMinor,
  };
}

/** @param position from 1 */
export function lineElement(line: SnapshotLine, position: number, currency: string): XmlElement {
  const priced = pricedLine(line, currency);
  const [name, ...more] = line.description.split('\n');
  return element('ram:IncludedSupplyChainTradeLineItem', [
    element('ram:AssociatedDocumentLineDocument', [element('ram:LineID', String(position))]),
    element('ram:SpecifiedTradeProduct', [
      textElement('ram:Name', name),
      textElement('ram:Description', more.join('\n')),
    ]),
    element('ram:SpecifiedLineTradeAgreement', [
      element('ram:NetPriceProductTradePrice', [element('ram:ChargeAmount', priced.unitPrice)]),
    ]),
    element('ram:SpecifiedLineTradeDelivery', [
      element('ram:BilledQuantity', priced.quantity, [['unitCode', unitCode(line.unit)]]),
    ]),
    element('ram:SpecifiedLineTradeSettlement', [
      element('ram:ApplicableTradeTax', [
        element('ram:TypeCode', 'VAT'),
        element('ram:CategoryCode', line.vatCategory),
        line.vatCategory === 'O' ? null : element('ram:RateApplicablePercent', rateText(line.vatRate)),
      ]),
      allowanceElement(line, priced, currency),
      element('ram:SpecifiedTradeSettlementLineMonetarySummation', [
        element('ram:LineTotalAmount', amountOf(priced.netMinor, currency)),
      ]),
    ]),
  ]);
}

/** A discount is an allowance (UNTDID 5189, 95); a credited discount, on a negative quantity, is a charge of the same name. */
function allowanceElement(line: SnapshotLine, priced: PricedLine, currency: string): XmlElement | null {
  const { allowanceMinor, grossMinor } = priced;
  if (!(allowanceMinor !== 0)) return null;
  const isCharge = allowanceMinor < 0;
  const percent = Number(line.discountPercent || 0);
  const isPercent = percent > 0 && roundHalfAway((grossMinor * percent) / 100) === allowanceMinor;
  return element('ram:SpecifiedTradeAllowanceCharge', [
    element('ram:ChargeIndicator', [element('udt:Indicator', String(isCharge))]),
    isPercent ? element('ram:CalculationPercent', line.discountPercent) : null,
    isPercent ? element('ram:BasisAmount', amountOf(grossMinor, currency)) : null,
    element('ram:ActualAmount', amountOf(Math.abs(allowanceMinor), currency)),
    isCharge ? null : element('ram:ReasonCode', '95'),
    element('ram:Reason', isCharge ? 'Remise sur quantité reprise' : 'Remise'),
  ]);
}
