/** What a letter says of the law by which it claims interest and a fixed sum. */
import { numberText } from '../base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../base/words.ts';
import type { InterestTerms, SeriesRate } from './late-interest.ts';
import type { LateLaw } from './late-law.ts';
import { BOE_SERIES, ECB_SERIES, GERMAN_BASE_SERIES, LEGAL_SERIES } from './series.ts';

/** @returns one or two sentences; empty where nothing is claimed */
export function lawText(law: LateLaw, language: Language): string {
  if (law.interest === null) return '';
  const words =
    law.since === 'formalNotice' ? afterNotice(law, law.interest) : afterDueDay(law, law.interest);
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

function afterNotice({ articles }: LateLaw, terms: InterestTerms): Words {
  const rate = rateWords(terms);
  return {
    fr: `Intérêts au ${rate.fr} depuis la mise en demeure${inBrackets(articles?.fr)}.`,
    en: `Interest at ${rate.en} since the formal notice${inBrackets(articles?.en)}.`,
  };
}

function afterDueDay({ articles, fixedSum, name, sumSentence }: LateLaw, terms: InterestTerms): Words {
  const rate = rateWords(terms);
  const isClaimed = fixedSum?.bands.some(({ units }) => units > 0);
  const sum = isClaimed ? sumSentence : null;
  const intro = INTRO[name];
  return {
    fr: `${intro.fr} : ${rate.fr}${intro.since.fr}${inBrackets(articles?.fr)}.${after(sum?.fr)}`,
    en: `${intro.en}: ${rate.en}${intro.since.en}${inBrackets(articles?.en)}.${after(sum?.en)}`,
  };
}

const INTRO = {
  penalties: {
    fr: 'Pénalités de retard',
    en: 'Interest',
    since: { fr: ', dues dès le lendemain de l’échéance', en: ', due from the day after the due date' },
  },
  moratoryInterest: { fr: 'Intérêts moratoires', en: 'Interest', since: { fr: '', en: '' } },
} as const;

function inBrackets(text: string | undefined): string {
  return text === undefined ? '' : ` (${text})`;
}

function after(sentence: string | undefined): string {
  return sentence === undefined ? '' : ` ${sentence}`;
}

/** `taux de la BCE majoré de 10 points`, `12,00 % par an`. */
export function rateWords(terms: InterestTerms): Words {
  if (terms.rate === 'percent') {
    return {
      fr: `${numberText(terms.percent, 2, 'fr')} % par an`,
      en: `${numberText(terms.percent, 2, 'en')}% a year`,
    };
  }
  const { fr, en } = SERIES_WORDS.get(terms.series) ?? { fr: `taux ${terms.series}`, en: terms.series };
  return terms.margin === 0
    ? { fr, en }
    : {
        fr: `${fr} majoré de ${pointsText(terms, 'fr')}${terms.roundedUpTo ? ', arrondi au demi-point supérieur' : ''}`,
        en: `${en} plus ${pointsText(terms, 'en')}${terms.roundedUpTo ? ', rounded up to the half point' : ''}`,
      };
}

function pointsText({ margin }: SeriesRate, language: Language): string {
  return `${numberText(margin, Number.isInteger(margin) ? 0 : 2, language)} points`;
}

const SERIES_WORDS: ReadonlyMap<string, Words> = new Map([
  [ECB_SERIES, { fr: 'taux de la BCE', en: 'the ECB’s rate' }],
  [LEGAL_SERIES, { fr: 'taux légal', en: 'the legal rate' }],
  [GERMAN_BASE_SERIES, { fr: 'taux de base allemand', en: 'the German base rate' }],
  [BOE_SERIES, { fr: 'taux de la Banque d’Angleterre', en: 'the Bank of England’s rate' }],
]);
