/** The figures of the DSO family: what they are called, how they are shown, and whether more is better. */
import type { Language, Words } from '../../../shared/base/words.ts';
import type { DsoFigures, Figure } from '../../../shared/receivables/dso.ts';
import { DAYS_FORMAT, SHARE_FORMAT } from '../formats.ts';
import { NO_FIGURE, say, WHY_NO_FIGURE } from '../words.ts';

export type FigureKey = keyof DsoFigures;

/** Whether a rise is good news, bad news, or neither. */
export type Meaning = 'good' | 'bad' | 'neutral';

export type FigureWords = {
  readonly key: FigureKey;
  readonly label: Words;
  readonly short: Words; // for remarks
  readonly unit: 'days' | 'percent';
  readonly rise: Meaning;
};

export const FIGURES: readonly FigureWords[] = [
  {
    key: 'countBack',
    label: { fr: 'DSO par épuisement', en: 'DSO, count-back' },
    short: { fr: 'épuisement', en: 'count-back' },
    unit: 'days',
    rise: 'bad',
  },
  {
    key: 'simple',
    label: { fr: 'DSO simple', en: 'DSO, simple' },
    short: { fr: 'DSO simple', en: 'simple DSO' },
    unit: 'days',
    rise: 'bad',
  },
  {
    key: 'bestPossible',
    label: { fr: 'DSO minimal possible', en: 'Best possible DSO' },
    short: { fr: 'minimal possible', en: 'best possible' },
    unit: 'days',
    rise: 'neutral',
  },
  {
    key: 'averageDaysDelinquent',
    label: { fr: 'Retard moyen (ADD)', en: 'Average days delinquent' },
    short: { fr: 'ADD', en: 'ADD' },
    unit: 'days',
    rise: 'bad',
  },
  {
    key: 'cei',
    label: { fr: 'Efficacité du recouvrement (CEI)', en: 'Collection effectiveness (CEI)' },
    short: { fr: 'CEI', en: 'CEI' },
    unit: 'percent',
    rise: 'good',
  },
  {
    key: 'weightedDaysToPay',
    label: { fr: 'Délai de paiement pondéré', en: 'Weighted days to pay' },
    short: { fr: 'délai', en: 'to pay' },
    unit: 'days',
    rise: 'bad',
  },
  {
    key: 'weightedDaysLate',
    label: { fr: 'Retard de paiement pondéré', en: 'Weighted days late' },
    short: { fr: 'retard', en: 'late' },
    unit: 'days',
    rise: 'bad',
  },
  {
    key: 'weightedDaysToPayWithOpen',
    label: { fr: 'Délai pondéré, impayés compris', en: 'Weighted days to pay, unpaid included' },
    short: { fr: 'délai avec impayés', en: 'to pay with unpaid' },
    unit: 'days',
    rise: 'bad',
  },
  {
    key: 'weightedDaysLateWithOpen',
    label: { fr: 'Retard pondéré, impayés compris', en: 'Weighted days late, unpaid included' },
    short: { fr: 'retard avec impayés', en: 'late with unpaid' },
    unit: 'days',
    rise: 'bad',
  },
];

export function figureLabel(key: FigureKey, language: Language): string {
  const figure = FIGURES.find((one) => one.key === key);
  return figure ? say(figure.label, language) : key;
}

/** What a cell holds for a figure: days as they are, a percentage as a share; `null` where it cannot be computed. */
export function figureNumber(figure: Figure, unit: FigureWords['unit']): number | null {
  if (figure.value === null) return null;
  return unit === 'percent' ? figure.value / 100 : figure.value;
}

/** The number, or « n. d. ». */
export function figureContent(
  figure: Figure,
  unit: FigureWords['unit'],
  language: Language,
): number | string {
  return figureNumber(figure, unit) ?? say(NO_FIGURE, language);
}

export function figureFormat(unit: FigureWords['unit']): string {
  return unit === 'percent' ? SHARE_FORMAT : DAYS_FORMAT;
}

const COLON: Words = { fr: ' : ', en: ': ' };

/** Why figures are missing, figures with one reason together: « DSO simple, ADD : aucune vente sur la période ». Only
 * the reasons where no figure is left; empty where none is missing. */
export function missingText(figures: DsoFigures, language: Language): string {
  const labels = new Map<string, string[]>();
  for (const { key, short } of FIGURES) {
    const figure = figures[key];
    if (figure.value !== null) continue;
    const why = say(WHY_NO_FIGURE[figure.reason], language);
    labels.set(why, [...(labels.get(why) ?? []), say(short, language)]);
  }
  const colon = say(COLON, language);
  const missing = Array.from(labels.values()).reduce((count, names) => count + names.length, 0);
  if (missing === FIGURES.length) return Array.from(labels.keys()).join(', ');
  return Array.from(labels, ([why, names]) => names.join(', ') + colon + why).join(' · ');
}
