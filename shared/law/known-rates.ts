/**
 * Interest rates as known on 25 November 2026: what a new register's rates begin with, half-year by half-year. They are not looked up
 * afterwards: a half-year without its row holds interest back and names the row, and its keeper adds it.
 */
import { type CivilDate, dayNumber } from '../base/civil-date.ts';
import type { Language, Words } from '../base/words.ts';
import type { Rate } from '../register/entries.ts';
import { BOE_SERIES, ECB_SERIES, GERMAN_BASE_SERIES, LEGAL_PERSON_SERIES, LEGAL_SERIES } from './series.ts';

export type KnownRate = {
  readonly series: string;
  readonly from: CivilDate; // 1 January or 1 July
  readonly percent: number;
  readonly source: Words;
  readonly toCheck: boolean; // not seen in an official text: its keeper compares it before relying on it
};

type HalfYear = readonly [from: CivilDate, percent: number, toCheck?: boolean | undefined];

const ECB: Words = {
  fr: 'BCE, opérations principales de refinancement, taux du premier jour du semestre (ecb.europa.eu)',
  en: 'ECB, main refinancing operations, rate of the half-year’s first day (ecb.europa.eu)',
};
const ECB_MRO: readonly HalfYear[] = [
  ['2016-07-01', 0],
  ['2017-01-01', 0],
  ['2017-07-01', 0],
  ['2018-01-01', 0],
  ['2018-07-01', 0],
  ['2019-01-01', 0],
  ['2019-07-01', 0],
  ['2020-01-01', 0],
  ['2020-07-01', 0],
  ['2021-01-01', 0],
  ['2021-07-01', 0],
  ['2022-01-01', 0],
  ['2022-07-01', 0],
  ['2023-01-01', 2.5],
  ['2023-07-01', 4],
  ['2024-01-01', 4.5],
  ['2024-07-01', 4.25],
  ['2025-01-01', 3.15],
  ['2025-07-01', 2.15],
  ['2026-01-01', 2.15],
  ['2026-07-01', 2.4],
];

const LEGAL: Words = {
  fr: 'Taux de l’intérêt légal, arrêté du semestre (C. mon. fin. L313-2)',
  en: 'French legal interest, order of the half-year (C. mon. fin. L313-2)',
};
/** A for creditors who are natural persons and act outside a profession, B for all others, whoever the debtor is. */
const FR_LEGAL: readonly (readonly [from: CivilDate, a: number, b: number, toCheck?: true])[] = [
  ['2021-01-01', 3.14, 0.79],
  ['2021-07-01', 3.12, 0.76],
  ['2022-01-01', 3.13, 0.76],
  ['2022-07-01', 3.15, 0.77],
  ['2023-01-01', 4.47, 2.06],
  ['2023-07-01', 6.82, 4.22],
  ['2024-01-01', 8.01, 5.07, true],
  ['2024-07-01', 8.16, 4.92],
  ['2025-01-01', 7.21, 3.71],
  ['2025-07-01', 6.65, 2.76],
  ['2026-01-01', 6.67, 2.62],
  ['2026-07-01', 6.84, 2.75, true],
];

const GERMAN: Words = {
  fr: 'Deutsche Bundesbank, Basiszinssatz (BGB § 247)',
  en: 'Deutsche Bundesbank, base rate (BGB § 247)',
};
const DE_BASE: readonly HalfYear[] = [
  ['2024-01-01', 3.62, true],
  ['2024-07-01', 3.37, true],
  ['2025-01-01', 2.27, true],
  ['2025-07-01', 1.27, true],
  ['2026-01-01', 1.27, true],
  ['2026-07-01', 1.52],
];

const BANK_OF_ENGLAND: Words = {
  fr: 'Banque d’Angleterre, taux officiel de la veille du semestre (bankofengland.co.uk)',
  en: 'Bank of England, official rate on the eve of the half-year (bankofengland.co.uk)',
};
const UK_BASE: readonly HalfYear[] = [
  ['2024-01-01', 5.25, true],
  ['2024-07-01', 5.25, true],
  ['2025-01-01', 4.75, true],
  ['2025-07-01', 4.25, true],
  ['2026-01-01', 3.75, true],
  ['2026-07-01', 3.75, true],
];

/** Series by series, oldest first. */
export const KNOWN_RATES: readonly KnownRate[] = [
  ...seriesOf(ECB_SERIES, ECB, ECB_MRO),
  ...seriesOf(
    LEGAL_PERSON_SERIES,
    LEGAL,
    FR_LEGAL.map(([from, a, , check]) => [from, a, check] as const),
  ),
  ...seriesOf(
    LEGAL_SERIES,
    LEGAL,
    FR_LEGAL.map(([from, , b, check]) => [from, b, check] as const),
  ),
  ...seriesOf(GERMAN_BASE_SERIES, GERMAN, DE_BASE),
  ...seriesOf(BOE_SERIES, BANK_OF_ENGLAND, UK_BASE),
];

function seriesOf(series: string, source: Words, rows: readonly HalfYear[]): readonly KnownRate[] {
  return rows.map(([from, percent, toCheck = false]) => ({ series, from, percent, source, toCheck }));
}

/** The known rates as a register's own rows. They stand in none: `row` is 0. */
export function knownRates(language: Language): readonly Rate[] {
  return KNOWN_RATES.map(({ from, source, ...rate }) => ({
    ...rate,
    row: 0,
    from: dayNumber(from),
    source: source[language],
  }));
}
