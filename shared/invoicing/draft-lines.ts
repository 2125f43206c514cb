/** A draft's lines, checked: omitted, empty or wrongly summed ones, and VAT that does not fit. */
import { decimalToText, parseDecimal } from '../base/decimal.ts';
import type { Currency } from '../base/money.ts';
import { moneyText } from '../base/numbers-text.ts';
import { readAmount } from '../register/cell-amounts.ts';
import { readText } from '../register/cells.ts';
import type { Client } from '../register/entries.ts';
import { type CheckNotice, errorOn, warningOn } from './notice.ts';
import { isFrance } from './parties.ts';
import type { DraftLine } from './read-drafts.ts';
import { LINE_DECIMALS, type LineNumber, lineNet } from './totals.ts';
import { type RateFault, rateFault } from './vat-categories.ts';

export type LineContext = {
  readonly currency: Currency;
  readonly isFrenchSeller: boolean;
  readonly sellerVatNumber: string;
  readonly client: Client | null;
};

/** @returns the notices of all lines; a draft without any is told so */
export function lineNotices(lines: readonly DraftLine[], context: LineContext): readonly CheckNotice[] {
  if (lines.length === 0) {
    return [
      errorOn(
        'lines',
        'Aucune ligne : décrivez ce que vous facturez.',
        'No line: describe what you invoice.',
      ),
    ];
  }
  return [
    ...lines.flatMap((line, index) => [
      ...contentNotices(line, `lines.${index}`),
      ...netNotices(line, `lines.${index}.net`, context.currency),
      ...rateNotices(line, `lines.${index}`, context),
    ]),
    ...vatPartyNotices(lines, context),
  ];
}

function contentNotices(line: DraftLine, field: string): readonly CheckNotice[] {
  const notices = [
    ...decimalNotices(line, 'quantity', field),
    ...decimalNotices(line, 'unitPrice', field),
    ...decimalNotices(line, 'discountPercent', field),
  ];
  if (line.description === '') {
    notices.push(errorOn(`${field}.description`, 'La désignation manque.', 'The description is missing.'));
  }
  if (line.quantity === '')
    notices.push(errorOn(`${field}.quantity`, 'La quantité manque.', 'The quantity is missing.'));
  else if (Number(line.quantity) === 0) {
    notices.push(
      errorOn(
        `${field}.quantity`,
        'Une quantité de zéro ne facture rien.',
        'A quantity of zero invoices nothing.',
      ),
    );
  }
  if (line.unitPrice === '')
    notices.push(errorOn(`${field}.unitPrice`, 'Le prix unitaire manque.', 'The unit price is missing.'));
  const discount = Number(line.discountPercent);
  if (discount < 0 || discount > 100) {
    notices.push(
      errorOn(`${field}.discountPercent`, 'Une remise est de 0 à 100 %.', 'A discount is from 0 to 100%.'),
    );
  }
  return notices;
}

function decimalNotices(line: DraftLine, key: LineNumber, field: string): CheckNotice[] {
  const most = LINE_DECIMALS[key];
  if (line[key] === '' || parseDecimal(line[key], most).ok) return [];
  return [errorOn(`${field}.${key}`, `${most} décimales au plus.`, `${most} decimals at most.`)];
}

/** Somebody wrote the line's net by hand: it has to be what quantity, price and discount give. */
function netNotices(line: DraftLine, field: string, currency: Currency): readonly CheckNotice[] {
  const net = lineNet(line, currency);
  if (readText(line.writtenNet) === '' || !net.ok) return [];
  const written = readAmount(line.writtenNet, currency);
  if (written.ok && written.value === net.value) return [];
  return [
    errorOn(
      field,
      `Le montant écrit n’est pas quantité × prix − remise, soit ${moneyText(net.value, currency, 'fr')}.`,
      `The net written is not quantity × price − discount, which is ${moneyText(net.value, currency, 'en')}.`,
    ),
  ];
}

function rateNotices(
  line: DraftLine,
  field: string,
  { isFrenchSeller, sellerVatNumber }: LineContext,
): readonly CheckNotice[] {
  if (line.vatRate === '')
    return [
      errorOn(
        `${field}.vatRate`,
        'Le taux de TVA manque (0 s’il n’y en a pas).',
        'The VAT rate is missing (0 where there is none).',
      ),
    ];
  if (line.vatCategory === '') {
    return [
      errorOn(
        `${field}.vatCategory`,
        'Sans TVA, il faut dire pourquoi : exonéré (E), autoliquidation (AE), livraison intracommunautaire (K), exportation (G) ou hors champ (O).',
        'A line without VAT says why: exempt (E), reverse charge (AE), intra-Community supply (K), export (G) or outside the scope (O).',
      ),
    ];
  }
  const fault = rateFault(line.vatCategory, line.vatRate, isFrenchSeller);
  if (fault !== null) return [rateNotice(fault, line.vatRate, `${field}.vatRate`)];
  if (line.vatCategory !== 'S' || sellerVatNumber !== '') return [];
  return [
    errorOn(
      `${field}.vatRate`,
      'Vous facturez de la TVA sans n° de TVA : complétez les réglages, ou mettez 0.',
      'You charge VAT without a VAT number: complete the settings, or write 0.',
    ),
  ];
}

function rateNotice(fault: RateFault, rate: string, field: string): CheckNotice {
  const read = parseDecimal(rate, LINE_DECIMALS.vatRate);
  const shown = read.ok ? decimalToText(read.value) : rate;
  const french = shown.replace('.', ',');
  switch (fault) {
    case 'rate/unusual':
      return warningOn(field, `${french} % n’est pas un taux français.`, `${shown}% is not a French rate.`);
    case 'rate/as-fraction': {
      const percent = String(Math.round(Number(shown) * 1_000_000) / 10_000);
      return errorOn(
        field,
        `Un taux de ${french} % ? Écrivez ${percent.replace('.', ',')}.`,
        `A rate of ${shown}%? Write ${percent}.`,
      );
    }
    case 'rate/not-zero':
      return errorOn(
        field,
        'Cette catégorie de TVA demande un taux de 0.',
        'This VAT category takes a rate of 0.',
      );
    case 'rate/none':
      return errorOn(
        field,
        'Avec la catégorie S, le taux est positif.',
        'With category S the rate is above 0.',
      );
    default:
      return errorOn(field, `${french} % n’est pas un taux de TVA.`, `${shown}% is not a rate of VAT.`);
  }
}

/** What reverse charge and supplies abroad ask of both parties (CGI ann. II art. 242 nonies A, 3°, 4° and 13°). */
function vatPartyNotices(
  lines: readonly DraftLine[],
  { client, sellerVatNumber }: LineContext,
): readonly CheckNotice[] {
  const has = (category: string): boolean => lines.some(({ vatCategory }) => vatCategory === category);
  const notices: CheckNotice[] = [];
  const needsBoth = has('AE') || has('K');
  if (needsBoth && sellerVatNumber === '') {
    notices.push(
      errorOn(
        'seller.vatNumber',
        'Autoliquidation et livraison intracommunautaire demandent votre n° de TVA.',
        'Reverse charge and intra-Community supplies need your VAT number.',
      ),
    );
  }
  if (client === null) return notices;
  if (needsBoth && client.vatNumber === '') {
    notices.push(
      errorOn(
        'client.vatNumber',
        'Autoliquidation et livraison intracommunautaire demandent le n° de TVA du client.',
        'Reverse charge and intra-Community supplies need the client’s VAT number.',
      ),
    );
  }
  if ((has('K') || has('G')) && isFrance(client.country)) {
    notices.push(
      errorOn(
        'client.country',
        'Ce client est en France : ni livraison intracommunautaire, ni exportation.',
        'This client is in France: neither an intra-Community supply nor an export.',
      ),
    );
  }
  return notices;
}
