/** Code lists of EN 16931: units, reasons for no VAT, schemes of identifiers; and how a day and an amount are written. */
import type { CivilDate } from '../../base/civil-date.ts';
import { countryCode } from '../../base/countries.ts';
import { decimalToText, parseDecimal } from '../../base/decimal.ts';
import { decimalText } from '../../base/money.ts';
import { LINE_DECIMALS } from '../../invoicing/totals.ts';
import { normaliseWord } from '../../register/known-words.ts';

/** ICD and EAS codes (ISO/IEC 6523 and the Commission's list). */
export const SCHEMES = { siren: '0002', siret: '0009', frenchAddress: '0225', email: 'EM' } as const;

/** UN/ECE recommendation 20, by what people write in a line's unit. */
const UNITS: ReadonlyMap<string, string> = new Map(
  [
    ['C62', 'unité unités unite u piece pièce pièces pce pcs pc unit units item items ea each'],
    ['HUR', 'heure heures h hr hour hours'],
    ['DAY', 'jour jours j jr day days journée journées'],
    ['WEE', 'semaine semaines week weeks'],
    ['MON', 'mois month months'],
    ['QAN', 'trimestre trimestres quarter quarters'],
    ['ANN', 'an ans année années year years'],
    ['MIN', 'minute minutes min'],
    ['KGM', 'kg kilo kilos kilogramme kilogrammes kilogram kilograms'],
    ['GRM', 'g gramme grammes gram grams'],
    ['TNE', 't tonne tonnes'],
    ['LTR', 'l litre litres liter liters'],
    ['MTR', 'm mètre mètres ml metre metres meter meters'],
    ['KMT', 'km kilomètre kilomètres kilometre kilometres kilometer kilometers'],
    ['MTK', 'm2 m² mètrecarré mètrescarrés squaremetre squaremetres'],
    ['MTQ', 'm3 m³ mètrecube mètrescubes cubicmetre cubicmetres'],
    ['KWH', 'kwh'],
    ['LS', 'forfait forfaits lot lumpsum flatrate fixed fixedprice'],
    ['SET', 'ensemble ensembles set sets'],
    ['PR', 'paire paires pair pairs'],
    ['XBX', 'boîte boîtes carton cartons box boxes'],
    ['XPK', 'paquet paquets colis package packages'],
  ].flatMap(([code, words]) => words.split(' ').map((word) => [normaliseWord(word), code] as const)),
);

/** The unit's code; of what nobody knows, `C62`: one of it. */
export function unitCode(unit: string): string {
  return UNITS.get(normaliseWord(unit)) ?? 'C62';
}

/** Why a category bears no VAT (VATEX); empty where the text alone says it. @param isRegistered whether the seller has a VAT number */
export function exemptionCode(category: string, isRegistered: boolean): string {
  switch (category) {
    case 'E':
      return isRegistered ? '' : 'VATEX-FR-FRANCHISE';
    case 'AE':
      return 'VATEX-EU-AE';
    case 'K':
      return 'VATEX-EU-IC';
    case 'G':
      return 'VATEX-EU-G';
    case 'O':
      return 'VATEX-EU-O';
    default:
      return '';
  }
}

/** `20260131`, format 102. */
export function plainDay(day: string): string {
  return day.replace(/-/g, '');
}

/** The first nine digits of a SIREN or SIRET; empty where it is neither. */
export function sirenOf(legalId: string): string {
  return /^\d{9}(\d{5})?$/.test(legalId) ? legalId.slice(0, 9) : '';
}

/** A party's SIREN. Nine digits of another country (Norway, Portugal) are none. */
export function partySiren({ country, legalId }: Registered): string {
  return hasSiren(country) ? sirenOf(legalId) : '';
}

/** A party's SIRET; empty where its number is a SIREN, or another country's. */
export function partySiret(party: Registered): string {
  return party.legalId.length === 14 && partySiren(party) !== '' ? party.legalId : '';
}

type Registered = { readonly country: string; readonly legalId: string };

/** Whether a country's businesses are in the French register: the mainland and what is overseas under its own ISO code. */
export function hasSiren(country: string): boolean {
  return ['FR', 'GP', 'MQ', 'RE', 'GF', 'YT', 'BL', 'MF', 'PM'].includes(countryCode(country) ?? '');
}

/** Where French VAT applies, and with it invoicing through the French platforms (CGI art. 294: neither Guyane nor Mayotte). */
export function isDomestic(country: string): boolean {
  return ['FR', 'GP', 'MQ', 'RE'].includes(countryCode(country) ?? '');
}

/** A rate as the code list writes it: without zeros at the end. */
export function rateText(rate: string): string {
  const read = parseDecimal(rate, LINE_DECIMALS.vatRate);
  return read.ok ? decimalToText(read.value) : rate;
}

/** Minor units as EN 16931 writes an amount: a point, the currency's decimals. */
export function amountOf(minor: number | string, currency: string): string {
  return decimalText(Number(minor), currency);
}

/** Whether a sealed text is a day: sealed dates are. */
export function isDay(text: string): text is CivilDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
