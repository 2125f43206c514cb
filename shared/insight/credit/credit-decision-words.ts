/** A credit decision in words: what is decided, and the ground of it with its figures. */
import { dayText, moneyText, percentText } from '../../base/numbers-text.ts';
import { type Language, NARROW_NO_BREAK_SPACE, type Words } from '../../base/words.ts';
import type { Client } from '../../register/entries.ts';
import type { RiskFigures } from '../risk/risk-figures.ts';
import type { CreditQuestion } from './credit.ts';
import type { CreditDecision, CreditGround, CreditVerdict } from './credit-decision.ts';

type Answer = Omit<CreditDecision, 'words'>;

/** What a sentence is made of. */
type Told = {
  readonly answer: Answer;
  readonly amount: (minor: number) => string; // in the register's own currency
  readonly asked: (minor: number) => string; // in the currency asked about
  readonly overdueDays: number;
  readonly insolvencyOn: string;
  readonly isPerson: boolean;
};

/** `Accorder contre un acompte de 300,00 € : la note de risque est C (52 sur 100).` */
export function decisionWords(
  answer: Answer,
  figures: RiskFigures | null,
  { currency }: CreditQuestion,
  { insolvencyOn, kind }: Client,
  ownCurrency: string,
): Words {
  const told = (language: Language): Told => ({
    answer,
    amount: (minor) => moneyText(minor, ownCurrency, language),
    asked: (minor) => moneyText(minor, currency, language),
    overdueDays: figures?.debt.oldestDays ?? 0,
    insolvencyOn: insolvencyOn === null ? '' : dayText(insolvencyOn, language),
    isPerson: kind === 'individual',
  });
  return { fr: frenchText(told('fr')), en: englishText(told('en')) };
}

const COLON = `${NARROW_NO_BREAK_SPACE}:`;
const SEMICOLON = `${NARROW_NO_BREAK_SPACE};`;

function frenchText(told: Told): string {
  const { answer, asked, isPerson } = told;
  const verdicts: Readonly<Record<CreditVerdict, string>> = {
    grant: 'Accorder',
    grantWithDeposit: `Accorder contre un acompte de ${asked(answer.deposit)}`,
    askManager: 'À décider par un responsable',
    refuse: 'Refuser',
  };
  const person =
    isPerson && answer.decision === 'askManager' ? ' Personne physique, jamais de refus automatique.' : '';
  return `${verdicts[answer.decision]}${COLON} ${FRENCH[answer.ground](told)}.${person}`;
}

function englishText(told: Told): string {
  const { answer, asked, isPerson } = told;
  const verdicts: Readonly<Record<CreditVerdict, string>> = {
    grant: 'Grant',
    grantWithDeposit: `Grant against a deposit of ${asked(answer.deposit)}`,
    askManager: 'A manager decides',
    refuse: 'Refuse',
  };
  const person =
    isPerson && answer.decision === 'askManager' ? ' A natural person is never refused by a rule.' : '';
  return `${verdicts[answer.decision]}: ${ENGLISH[answer.ground](told)}.${person}`;
}

type Grounds = Readonly<Record<CreditGround, (told: Told) => string>>;

const FRENCH: Grounds = {
  reduces: () => 'l’encours n’augmente pas',
  insolvency: ({ insolvencyOn }) => `procédure collective ouverte le ${insolvencyOn}`,
  'grade-d': ({ answer }) => `la note de risque est D (${answer.risk?.score ?? 0} sur 100)`,
  'long-overdue': ({ overdueDays }) => `une facture est échue depuis ${overdueDays} jours`,
  'other-currency': () => 'le plafond est dans une autre devise',
  'little-known': ({ answer, amount }) =>
    `client peu connu, sans plafond fixé${SEMICOLON} encours de ${amount(answer.figures.after)} avec cette facture`,
  'above-limit': ({ answer, amount }) =>
    `${limitText(answer, amount, 'fr')} dépassé de ${amount(answer.figures.after - (answer.limit ?? 0))}`,
  'grade-c': ({ answer }) => `la note de risque est C (${answer.risk?.score ?? 0} sur 100)`,
  overdue: ({ overdueDays }) => `une facture est échue depuis ${overdueDays} jours`,
  'within-limit': ({ answer, amount }) => `${limitText(answer, amount, 'fr')} tenu${usedText(answer, 'fr')}`,
};

const ENGLISH: Grounds = {
  reduces: () => 'what is owed does not grow',
  insolvency: ({ insolvencyOn }) => `insolvency proceedings opened on ${insolvencyOn}`,
  'grade-d': ({ answer }) => `the risk grade is D (${answer.risk?.score ?? 0} of 100)`,
  'long-overdue': ({ overdueDays }) => `an invoice is ${overdueDays} days overdue`,
  'other-currency': () => 'the limit is in another currency',
  'little-known': ({ answer, amount }) =>
    `little is known of the client and no limit is set; with this invoice it owes ${amount(answer.figures.after)}`,
  'above-limit': ({ answer, amount }) =>
    `${amount(answer.figures.after - (answer.limit ?? 0))} above ${limitText(answer, amount, 'en')}`,
  'grade-c': ({ answer }) => `the risk grade is C (${answer.risk?.score ?? 0} of 100)`,
  overdue: ({ overdueDays }) => `an invoice is ${overdueDays} days overdue`,
  'within-limit': ({ answer, amount }) =>
    `within ${limitText(answer, amount, 'en')}${usedText(answer, 'en')}`,
};

function limitText(
  { limit, limitIs }: Answer,
  amount: (minor: number) => string,
  language: Language,
): string {
  const text = amount(limit ?? 0);
  if (language === 'fr') return limitIs === 'set' ? `plafond de ${text}` : `plafond proposé de ${text}`;
  return limitIs === 'set' ? `the limit of ${text}` : `the proposed limit of ${text}`;
}

function usedText({ figures, limit }: Answer, language: Language): string {
  if (limit === null || limit <= 0 || figures.after < 0) return '';
  const share = percentText(figures.after / limit, 0, language);
  return language === 'fr'
    ? `, utilisé à ${share} avec cette facture`
    : `, ${share} of it used with this invoice`;
}
