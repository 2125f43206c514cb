/** Insolvency: from the day a court opens proceedings nobody is reminded any more; the debt is declared instead. */
import { addMonths, type DayNumber } from '../base/civil-date.ts';
import { countryCode } from '../base/countries.ts';
import type { Client } from '../register/entries.ts';

/** Two months from the publication in the BODACC (C. com. R622-24), which never comes before the opening. */
const MONTHS_TO_DECLARE = 2;

/** @returns the day on which a claim against a French debtor is declared in any case in time; null: its own law decides */
export function declarationDay({ country }: Client, insolvencyOn: DayNumber): DayNumber | null {
  return countryCode(country) === 'FR' ? addMonths(insolvencyOn, MONTHS_TO_DECLARE) : null;
}
