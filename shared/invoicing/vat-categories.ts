/** Categories of VAT (UNCL 5305, as EN 16931 takes them): which rates each allows, and which mention it asks for. */
import { decimalToText, parseDecimal } from '../base/decimal.ts';
import type { Choice } from '../register/tables.ts';
import type { MentionKey } from './mentions.ts';
import { LINE_DECIMALS } from './totals.ts';

/** In the order a form offers them; a cell may hold the letters or the words. */
export const VAT_CATEGORY_CHOICES: readonly Choice[] = [
  { key: 'S', words: { fr: 'TVA', en: 'VAT' } },
  { key: 'E', words: { fr: 'exonéré', en: 'exempt' } },
  { key: 'AE', words: { fr: 'autoliquidation', en: 'reverse charge' } },
  { key: 'K', words: { fr: 'livraison intracommunautaire', en: 'intra-Community supply' } },
  { key: 'G', words: { fr: 'exportation', en: 'export' } },
  { key: 'O', words: { fr: 'hors champ', en: 'outside the scope' } },
  { key: 'Z', words: { fr: 'taux zéro', en: 'zero rate' } },
];

/** Rates of French VAT: mainland, Corsica, overseas. A line of another rate is asked about, not refused: goods sold abroad bear that country's. */
const FRENCH_RATES = ['20', '10', '5.5', '2.1', '8.5', '1.75', '1.05', '0.9', '13'];

/** Percent. */
export const HIGHEST_FRENCH_RATE = Math.max(...FRENCH_RATES.map(Number));

/** What a form offers first: the rates most firms write, then the reasons for none. */
export const VAT_CHOICES: readonly { readonly category: string; readonly rate: string }[] = [
  ...FRENCH_RATES.slice(0, 4).map((rate) => ({ category: 'S', rate })),
  ...['E', 'AE', 'K', 'G', 'O'].map((category) => ({ category, rate: '0' })),
];

export type RateFault = 'rate/none' | 'rate/not-zero' | 'rate/as-fraction' | 'rate/too-high' | 'rate/unusual';

/**
 * What is wrong with a category's rate; `rate/unusual` is a warning only. @param rate plain decimal text
 * @param isFrench whether the seller is established in France
 */
export function rateFault(category: string, rate: string, isFrench: boolean): RateFault | null {
  const read = parseDecimal(rate, LINE_DECIMALS.vatRate);
  const text = read.ok ? decimalToText(read.value) : '';
  const percent = read.ok ? Number(text) : Number.NaN;
  if (category !== 'S') return percent === 0 ? null : 'rate/not-zero';
  if (!(percent > 0)) return 'rate/none';
  if (percent < 0.5) return 'rate/as-fraction'; // a sheet's `20 %` is 0.2
  if (percent > 50) return 'rate/too-high';
  return isFrench && !FRENCH_RATES.includes(text) ? 'rate/unusual' : null;
}

/** The mention a category asks for, `null` where it bears VAT. @param isRegistered whether the seller has a VAT number */
export function mentionOfCategory(category: string, isRegistered: boolean): MentionKey | null {
  switch (category) {
    case 'E':
      return isRegistered ? 'exempt' : 'franchise';
    case 'AE':
      return 'reverseCharge';
    case 'K':
      return 'intraCommunity';
    case 'G':
      return 'export';
    case 'O':
      return 'outOfScope';
    default:
      return null;
  }
}
