/**
 * What each country's law gives a creditor who is paid late. A row is what was found in a primary text or two independent sources;
 * where `verified` is false it rests on less, its users are told so, and the settings overrule it. Rates themselves stand in the
 * rates table. Nothing here is legal advice.
 */
import type { Words } from '../base/words.ts';
import { BRITISH_BANDS, type FixedSum, FORTY_EUROS } from './fixed-sum.ts';
import type { SeriesRate } from './late-interest.ts';
import { BOE_SERIES, ECB_SERIES, GERMAN_BASE_SERIES, LEGAL_SERIES } from './series.ts';

/** Whoever owes, as the law sees it. */
export type DebtorClass = 'business' | 'publicBuyer' | 'consumer';

/** What the creditor may claim beside the debt. */
export type LateClaim = {
  readonly interest: SeriesRate;
  readonly since: 'dueDay' | 'formalNotice'; // interest runs from the day after
  readonly fixedSum: FixedSum | null;
  readonly name: 'penalties' | 'moratoryInterest'; // as its letters call the interest
  readonly articles: Words; // of the interest
  readonly sumSentence: Words | null; // what a letter says of the fixed sum
};

/** Whole years after which a debt can no longer be claimed in court; null: not known here. */
export type LimitationYears = Readonly<Record<DebtorClass, number | null>>;

export type CountryRules = {
  readonly country: string; // ISO 3166-1, `EU` for the directive's minimum
  readonly name: Words;
  readonly claims: Readonly<Record<DebtorClass, LateClaim | null>>; // null: nothing is claimed by itself
  readonly limitation: LimitationYears;
  readonly verified: boolean;
};

function said(fr: string, en: string): Words {
  return { fr, en };
}

function ecb(margin: number, more: Partial<SeriesRate> = {}): SeriesRate {
  return { rate: 'series', series: ECB_SERIES, margin, applies: 'eachHalfYear', ...more };
}

const UNKNOWN: LimitationYears = { business: null, publicBuyer: null, consumer: null };

/** Public buyers owe what firms owe, consumers nothing by themselves: the minimum of directive 2011/7/EU, and what most states made of it. */
function directive(
  country: string,
  name: Words,
  verified: boolean,
  articles: Words,
  interest: SeriesRate = ecb(8),
): CountryRules {
  const claim: LateClaim = {
    interest,
    since: 'dueDay',
    name: 'penalties',
    fixedSum: FORTY_EUROS,
    articles,
    sumSentence: null,
  };
  const claims = { business: claim, publicBuyer: claim, consumer: null };
  return { country, name, claims, limitation: UNKNOWN, verified };
}

/**
 * Firms: C. com. L441-10 II, D441-5. Public buyers: the rate of the half-year in which interest began plus 8, to the end (CCP R2192-31).
 * Consumers: legal interest from the formal notice (C. civ. 1231-6, 1344-1), no fixed sum. Limitation: C. com. L110-4, C. conso. L218-2;
 * the State's four years begin on 1 January after, so that four years from the due date are too early rather than too late.
 */
const FRANCE: CountryRules = {
  country: 'FR',
  name: said('France', 'France'),
  claims: {
    business: {
      interest: ecb(10),
      since: 'dueDay',
      name: 'penalties',
      fixedSum: FORTY_EUROS,
      articles: said('article L441-10 du Code de commerce', 'article L441-10 of the French Commercial Code'),
      sumSentence: said(
        'Indemnité forfaitaire pour frais de recouvrement : article D441-5 du même code.',
        'Fixed recovery charge: article D441-5 of the same code.',
      ),
    },
    publicBuyer: {
      interest: ecb(8, { applies: 'firstDay' }),
      since: 'dueDay',
      name: 'moratoryInterest',
      fixedSum: FORTY_EUROS,
      articles: said(
        'article R2192-31 du Code de la commande publique',
        'article R2192-31 of the French Public Procurement Code',
      ),
      sumSentence: said(
        'Ils se règlent, avec l’indemnité forfaitaire pour frais de recouvrement, dans les 45 jours du principal (article R2192-36 du même code).',
        'With the fixed recovery charge, it is payable within 45 days of the principal (article R2192-36 of the same code).',
      ),
    },
    consumer: {
      interest: { rate: 'series', series: LEGAL_SERIES, margin: 0, applies: 'eachHalfYear' },
      since: 'formalNotice',
      name: 'penalties',
      fixedSum: null,
      articles: said(
        'articles 1231-6 et 1344-1 du Code civil',
        'articles 1231-6 and 1344-1 of the French Civil Code',
      ),
      sumSentence: null,
    },
  },
  limitation: { business: 5, publicBuyer: 4, consumer: 2 },
  verified: true,
};

/** BGB §§ 286, 288: base rate plus 9 between firms, plus 5 where a consumer owes; 40 € from firms (§ 288 V). */
const GERMAN_FIRMS = directive(
  'DE',
  said('Allemagne', 'Germany'),
  true,
  said('BGB §§ 286 et 288', 'BGB §§ 286 and 288'),
  { rate: 'series', series: GERMAN_BASE_SERIES, margin: 9, applies: 'eachHalfYear' },
);

const GERMAN_CONSUMER: LateClaim = {
  interest: { rate: 'series', series: GERMAN_BASE_SERIES, margin: 5, applies: 'eachHalfYear' },
  since: 'formalNotice',
  name: 'penalties',
  fixedSum: null,
  articles: said('BGB §§ 286 et 288', 'BGB §§ 286 and 288'),
  sumSentence: null,
};

/** Between firms and public bodies only; one rate for each debt: that of the half-year in which it became late (SI 2002/1675). */
const UNITED_KINGDOM: CountryRules = {
  country: 'GB',
  name: said('Royaume-Uni', 'United Kingdom'),
  claims: { business: british(), publicBuyer: british(), consumer: null },
  limitation: UNKNOWN,
  verified: true,
};

function british(): LateClaim {
  return {
    interest: { rate: 'series', series: BOE_SERIES, margin: 8, applies: 'firstDay', reference: 'eve' },
    since: 'dueDay',
    name: 'penalties',
    fixedSum: BRITISH_BANDS,
    articles: said(
      'Late Payment of Commercial Debts (Interest) Act 1998',
      'Late Payment of Commercial Debts (Interest) Act 1998',
    ),
    sumSentence: said(
      'Indemnité forfaitaire pour frais de recouvrement : article 5A de la même loi.',
      'Fixed recovery charge: section 5A of the same Act.',
    ),
  };
}

const BY_DIRECTIVE = said('directive 2011/7/UE', 'directive 2011/7/EU');

/** In the order in which the documentation lists them. */
const COUNTRY_RULES: readonly CountryRules[] = [
  FRANCE,
  { ...GERMAN_FIRMS, claims: { ...GERMAN_FIRMS.claims, consumer: GERMAN_CONSUMER } },
  UNITED_KINGDOM,
  directive(
    'BE',
    said('Belgique', 'Belgium'),
    true,
    said('loi belge du 2 août 2002', 'Belgian Act of 2 August 2002'),
    ecb(8, { roundedUpTo: 0.5 }),
  ),
  directive('ES', said('Espagne', 'Spain'), false, BY_DIRECTIVE),
  directive('IT', said('Italie', 'Italy'), false, BY_DIRECTIVE),
  directive('NL', said('Pays-Bas', 'Netherlands'), false, BY_DIRECTIVE),
  directive('LU', said('Luxembourg', 'Luxembourg'), false, BY_DIRECTIVE),
  directive('IE', said('Irlande', 'Ireland'), false, BY_DIRECTIVE, ecb(8, { applies: 'lastDay' })),
];

const EUROPEAN_MINIMUM = directive('EU', said('Union européenne', 'European Union'), false, BY_DIRECTIVE);

/** Whose central bank is the ECB: elsewhere in the Union the reference rate is another one. */
const EURO_AREA: ReadonlySet<string> = new Set('AT BG CY EE FI GR HR LT LV MT PT SI SK'.split(' '));
const FRENCH_OVERSEAS: ReadonlySet<string> = new Set('BL GF GP MF MQ PM RE YT'.split(' '));

/** The country whose law is that of a code: overseas departments and communities are France here. */
export function lawCountry(code: string | null): string | null {
  return code !== null && FRENCH_OVERSEAS.has(code) ? 'FR' : code;
}

/**
 * @param code two letters as `countryCode` gives them
 * @returns a country's own rules, the directive's minimum in the rest of the euro area, null elsewhere: nothing is then claimed but
 * by contract
 */
export function rulesOf(code: string | null): CountryRules | null {
  const country = lawCountry(code);
  if (country === null) return null;
  const own = COUNTRY_RULES.find((rules) => rules.country === country);
  return own ?? (EURO_AREA.has(country) ? EUROPEAN_MINIMUM : null);
}
