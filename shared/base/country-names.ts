/** A country as it is printed: on an envelope, on an invoice. */
import { countryCode } from './countries.ts';
import type { Language } from './words.ts';

/** Those that our users write to most; another is printed as it is written. */
const NAMES: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  AD: ['Andorre', 'Andorra'],
  AT: ['Autriche', 'Austria'],
  AU: ['Australie', 'Australia'],
  BE: ['Belgique', 'Belgium'],
  BG: ['Bulgarie', 'Bulgaria'],
  BR: ['Brésil', 'Brazil'],
  CA: ['Canada', 'Canada'],
  CH: ['Suisse', 'Switzerland'],
  CI: ['Côte d’Ivoire', 'Côte d’Ivoire'],
  CN: ['Chine', 'China'],
  CY: ['Chypre', 'Cyprus'],
  CZ: ['Tchéquie', 'Czechia'],
  DE: ['Allemagne', 'Germany'],
  DK: ['Danemark', 'Denmark'],
  DZ: ['Algérie', 'Algeria'],
  EE: ['Estonie', 'Estonia'],
  ES: ['Espagne', 'Spain'],
  FI: ['Finlande', 'Finland'],
  FR: ['France', 'France'],
  GB: ['Royaume-Uni', 'United Kingdom'],
  GR: ['Grèce', 'Greece'],
  HR: ['Croatie', 'Croatia'],
  HU: ['Hongrie', 'Hungary'],
  IE: ['Irlande', 'Ireland'],
  IN: ['Inde', 'India'],
  IT: ['Italie', 'Italy'],
  JP: ['Japon', 'Japan'],
  LI: ['Liechtenstein', 'Liechtenstein'],
  LT: ['Lituanie', 'Lithuania'],
  LU: ['Luxembourg', 'Luxembourg'],
  LV: ['Lettonie', 'Latvia'],
  MA: ['Maroc', 'Morocco'],
  MC: ['Monaco', 'Monaco'],
  MT: ['Malte', 'Malta'],
  NL: ['Pays-Bas', 'Netherlands'],
  NO: ['Norvège', 'Norway'],
  PL: ['Pologne', 'Poland'],
  PT: ['Portugal', 'Portugal'],
  RO: ['Roumanie', 'Romania'],
  SE: ['Suède', 'Sweden'],
  SI: ['Slovénie', 'Slovenia'],
  SK: ['Slovaquie', 'Slovakia'],
  SN: ['Sénégal', 'Senegal'],
  TN: ['Tunisie', 'Tunisia'],
  US: ['États-Unis', 'United States'],
};

/** The name of a country that is written by its two letters; any other text as it is, and nothing where nothing is written. */
export function countryName(text: string, language: Language): string {
  const written = text.trim();
  const code = /^[A-Za-z]{2}$/.test(written) ? countryCode(written) : null;
  const names = code === null ? undefined : NAMES[code];
  if (names === undefined) return written;
  return language === 'fr' ? names[0] : names[1];
}
