/**
 * Notices on the law in use: a contract's rate under the legal floor, rules and rates that nobody has compared with an official text,
 * a half-year without its rate. They inform; nothing is ever raised or replaced in silence.
 */
import { type DayNumber, yearMonthDay } from '../base/civil-date.ts';
import { currencyDigits } from '../base/money.ts';
import { dayText, moneyText, percentText } from '../base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../base/words.ts';
import type { Rate, Register } from '../register/entries.ts';
import { rulesOf } from './countries.ts';
import { halfYearOf, type MissingRate, type RateTable, rateTable } from './half-year-rates.ts';
import { type InterestTerms, rateFrom } from './late-interest.ts';
import { lateLawOf } from './late-law.ts';
import { type LawSettings, lawSettingsOf } from './law-settings.ts';
import { LEGAL_SERIES } from './series.ts';

export type LawNotice = {
  readonly code:
    | 'rate-under-floor'
    | 'default-under-floor'
    | 'sum-under-law'
    | 'country-unknown'
    | 'country-to-check'
    | 'rate-missing'
    | 'rate-to-check';
  readonly severity: 'warning' | 'info';
  readonly setting: string; // the key of the setting to look at; empty: the rates table
  readonly row: number; // of the rates table; 0: none
  readonly words: Words;
};

/** C. com. L441-10 II: a contract's rate is at least three times the legal one. */
const FLOOR_TIMES = 3;
const DEFAULT_MARGIN = 10;
/** C. com. D441-5. */
const LEGAL_SUM_UNITS = 40;

/** What the notices rest on; rates are judged for the clients given. */
export type LawInUse = Pick<Register, 'settings' | 'clients' | 'rates'>;

/** What the settings view and the audit show on a day; empty where all is as it should be. */
export function lawNotices(register: LawInUse, asOf: DayNumber): readonly LawNotice[] {
  const settings = lawSettingsOf(register.settings);
  const rates = rateTable(register.rates);
  const terms = termsInUse(register, settings);
  return [
    ...countryNotices(settings),
    ...floorNotices(settings, rates, asOf),
    ...sumNotices(settings),
    ...terms.flatMap((one) => rateNotices(register.rates, rates, one, asOf)),
  ];
}

/** The rates that the register's clients are under, each series once. */
function termsInUse({ clients }: LawInUse, settings: LawSettings): readonly InterestTerms[] {
  const bySeries = new Map<string, InterestTerms>();
  for (const client of clients) {
    const { interest } = lateLawOf(settings, client);
    if (interest?.rate === 'series') bySeries.set(interest.series, interest);
  }
  return Array.from(bySeries.values());
}

function countryNotices({ contractInterest, country }: LawSettings): readonly LawNotice[] {
  const rules = rulesOf(country);
  if (rules === null) {
    const code = 'country-unknown';
    return [warning(code, 'lateInterestCountry', unknownWords(contractInterest !== null))];
  }
  if (rules.verified) return [];
  const { name } = rules;
  return [
    info('country-to-check', 'lateInterestCountry', {
      fr: `Règles de retard de paiement (${name.fr}) : minimum de la directive 2011/7/UE, à vérifier dans la loi nationale avant de réclamer.`,
      en: `Late payment rules (${name.en}): the minimum of directive 2011/7/EU; check the national law before claiming.`,
    }),
  ];
}

function unknownWords(isContract: boolean): Words {
  return isContract
    ? {
        fr: 'Le droit de ce pays n’est pas connu ici : seul le taux du contrat est réclamé.',
        en: 'The law of this country is not known here: only the contract’s rate is claimed.',
      }
    : {
        fr: 'Le droit de ce pays n’est pas connu ici : aucun intérêt n’est réclamé. Écrivez le taux du contrat dans « Pénalités de retard ».',
        en: 'The law of this country is not known here: no interest is claimed. Write the contract’s rate into “Late interest”.',
      };
}

function floorNotices(
  { contractInterest, country }: LawSettings,
  rates: RateTable,
  asOf: DayNumber,
): readonly LawNotice[] {
  if (country !== 'FR' || contractInterest === null) return [];
  const legal = rates(LEGAL_SERIES, halfYearOf(asOf));
  const rate = rateFrom(contractInterest, rates, asOf);
  if (legal === null || typeof rate !== 'number' || rate >= legal * FLOOR_TIMES) return [];
  const floor = legal * FLOOR_TIMES;
  const isDefault = contractInterest.rate === 'series' && contractInterest.margin === DEFAULT_MARGIN;
  return isDefault
    ? [info('default-under-floor', 'lateInterest', defaultWords(rate, floor, asOf))]
    : [warning('rate-under-floor', 'lateInterest', floorWords(rate, floor, asOf))];
}

function floorWords(rate: number, floor: number, asOf: DayNumber): Words {
  return {
    fr: `Taux de pénalités de ${percent(rate, 'fr')} au ${half(asOf, 'fr')}, sous le minimum légal de ${percent(floor, 'fr')} (3 fois l’intérêt légal, C. com. L441-10) : relevez-le sur vos factures et dans vos CGV. Il n’est pas relevé d’office.`,
    en: `Penalty rate of ${percent(rate, 'en')} in ${half(asOf, 'en')}, under the legal minimum of ${percent(floor, 'en')} (3 times legal interest, C. com. L441-10): raise it on your invoices and in your terms. It is not raised by itself.`,
  };
}

function defaultWords(rate: number, floor: number, asOf: DayNumber): Words {
  return {
    fr: `Le taux légal par défaut, ${percent(rate, 'fr')} au ${half(asOf, 'fr')}, est sous 3 fois l’intérêt légal, ${percent(floor, 'fr')}. Ce minimum vise les taux fixés par contrat (C. com. L441-10) : si le vôtre l’est, relevez-le.`,
    en: `The legal default rate, ${percent(rate, 'en')} in ${half(asOf, 'en')}, is under 3 times legal interest, ${percent(floor, 'en')}. That minimum is for rates set by contract (C. com. L441-10): if yours is, raise it.`,
  };
}

function sumNotices({ contractSum, country }: LawSettings): readonly LawNotice[] {
  const units = contractSum?.bands[0].units ?? LEGAL_SUM_UNITS;
  if (contractSum === null || country !== 'FR' || units >= LEGAL_SUM_UNITS) return [];
  const { currency } = contractSum;
  const sum = Math.round(units * 10 ** currencyDigits(currency));
  return [
    info('sum-under-law', 'recoveryIndemnity', {
      fr: `Indemnité de recouvrement de ${moneyText(sum, currency, 'fr')}, sous les 40 € de la loi (C. com. D441-5) : c’est elle qui est réclamée.`,
      en: `Recovery indemnity of ${moneyText(sum, currency, 'en')}, under the €40 of the law (C. com. D441-5): this is what is claimed.`,
    }),
  ];
}

function rateNotices(
  rows: readonly Rate[],
  rates: RateTable,
  terms: InterestTerms,
  asOf: DayNumber,
): readonly LawNotice[] {
  const rate = rateFrom(terms, rates, asOf);
  if (typeof rate !== 'number') return [warning('rate-missing', '', missingWords(rate))];
  if (terms.rate === 'percent') return [];
  const doubtful = rows.filter(
    ({ from, series, toCheck }) => toCheck && series === terms.series && from === halfYearOf(asOf),
  );
  return doubtful.map((row) => ({ ...info('rate-to-check', '', toCheckWords(row)), row: row.row }));
}

function missingWords({ from, series }: MissingRate): Words {
  return {
    fr: `Le taux ${series} du ${half(from, 'fr')} manque : ajoutez sa ligne au ${dayText(from, 'fr')} dans la table des taux. Sans lui, aucun intérêt n’est calculé.`,
    en: `The ${series} rate of ${half(from, 'en')} is missing: add its row of ${dayText(from, 'en')} to the rates table. Without it no interest is calculated.`,
  };
}

function toCheckWords({ from, percent: rate, series, source }: Rate): Words {
  const fr = source === '' ? '' : ` Source : ${source}.`;
  const en = source === '' ? '' : ` Source: ${source}.`;
  return {
    fr: `Taux ${series} du ${half(from, 'fr')}, ${percent(rate, 'fr')} : comparez-le avec le texte officiel, puis videz « À vérifier ».${fr}`,
    en: `Rate ${series} of ${half(from, 'en')}, ${percent(rate, 'en')}: compare it with the official text, then empty “To check”.${en}`,
  };
}

function percent(rate: number, language: Language): string {
  return percentText(rate / 100, 2, language);
}

/** `second semestre 2026`, `the second half of 2026`. */
function half(day: DayNumber, language: Language): string {
  const { month, year } = yearMonthDay(day);
  if (language === 'fr') return `${month <= 6 ? 'premier' : 'second'} semestre ${year}`;
  return `the ${month <= 6 ? 'first' : 'second'} half of ${year}`;
}

function warning(code: LawNotice['code'], setting: string, words: Words): LawNotice {
  return { code, severity: 'warning', setting, row: 0, words: typeset(words) };
}

function info(code: LawNotice['code'], setting: string, words: Words): LawNotice {
  return { code, severity: 'info', setting, row: 0, words: typeset(words) };
}

function typeset({ en, fr }: Words): Words {
  return { fr: typesetFrench(fr), en };
}
