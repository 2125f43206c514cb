/** The longest payment terms the law allows, by who buys where. Days are calendar days; none moves off a weekend. */
import { type DayNumber, endOfMonth } from '../base/civil-date.ts';
import { countryCode } from '../base/countries.ts';
import type { Words } from '../base/words.ts';
import type { Client } from '../register/entries.ts';
import { lawCountry } from './countries.ts';

/** The latest lawful due day, and by which rule. */
export type LegalDueDay = { readonly day: DayNumber; readonly rule: Words };

/** Between firms in France: 60 days from the invoice, or by agreement 45 days end of month, read either way (C. com. L441-10 I). */
const FRENCH_DAYS = 60;
const FRENCH_EOM_DAYS = 45;
/** Most French public buyers; hospitals have 50 days, public companies 60: the client's own limit says so. */
const FRENCH_PUBLIC_DAYS = 30;
/** Directive 2011/7/EU art. 3 (5), 4: firms 60 days unless agreed and fair, public bodies 30. */
const EUROPEAN_DAYS = 60;
const EUROPEAN_PUBLIC_DAYS = 30;

const EUROPEAN_UNION: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/**
 * @param client its country decides, and its kind; `maximumTermDays` stands for a rule of its trade (30 days for transport, 45 for
 * periodic invoices, …) and counts from the invoice date
 * @returns null where no limit is known: private persons, associations, other countries
 */
export function legalDueDay(
  issueDay: DayNumber,
  { country, kind, maximumTermDays }: Pick<Client, 'country' | 'kind' | 'maximumTermDays'>,
): LegalDueDay | null {
  if (maximumTermDays !== null) return within(issueDay, maximumTermDays, OWN_RULE);
  if (kind !== 'company' && kind !== 'administration') return null;
  const law = lawCountry(countryCode(country));
  const isPublic = kind === 'administration';
  if (law === 'FR' && isPublic) return within(issueDay, FRENCH_PUBLIC_DAYS, FRENCH_PUBLIC_RULE);
  if (law === 'FR') return { day: latestFrenchDueDay(issueDay), rule: FRENCH_RULE };
  if (law === null || !EUROPEAN_UNION.has(law)) return null;
  return isPublic
    ? within(issueDay, EUROPEAN_PUBLIC_DAYS, EUROPEAN_PUBLIC_RULE)
    : within(issueDay, EUROPEAN_DAYS, EUROPEAN_RULE);
}

/** The latest of 60 days, 45 days and then the end of that month, and the end of the month and then 45 days. */
export function latestFrenchDueDay(issueDay: DayNumber): DayNumber {
  return Math.max(
    issueDay + FRENCH_DAYS,
    endOfMonth(issueDay + FRENCH_EOM_DAYS),
    endOfMonth(issueDay) + FRENCH_EOM_DAYS,
  );
}

function within(issueDay: DayNumber, days: number, rule: Words): LegalDueDay {
  return { day: issueDay + days, rule };
}

const OWN_RULE: Words = {
  fr: 'délai maximal indiqué pour ce client',
  en: 'the maximum set for this client',
};
const FRENCH_RULE: Words = {
  fr: '60 jours, ou 45 jours fin de mois, C. com. L441-10',
  en: '60 days, or 45 days end of month, C. com. L441-10',
};
const FRENCH_PUBLIC_RULE: Words = {
  fr: '30 jours pour la plupart des acheteurs publics, 50 pour un hôpital, 60 pour une entreprise publique',
  en: '30 days for most public buyers, 50 for hospitals, 60 for public companies',
};
const EUROPEAN_RULE: Words = {
  fr: '60 jours sauf accord équitable, directive 2011/7/UE',
  en: '60 days unless fairly agreed otherwise, directive 2011/7/EU',
};
const EUROPEAN_PUBLIC_RULE: Words = {
  fr: '30 jours pour un acheteur public, directive 2011/7/UE',
  en: '30 days for a public buyer, directive 2011/7/EU',
};
