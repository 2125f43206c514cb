/** Countries by their two letters (ISO 3166-1), as a register writes them: the letters, or the name in French or English. */

const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK ' +
  'CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS ' +
  'GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV ' +
  'LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM ' +
  'PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR ' +
  'TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

const KNOWN: ReadonlySet<string> = new Set(CODES.split(' '));

/** Names without accents, spaces and signs, in small letters; of the countries that our users invoice most. */
const NAMES =
  'FR france,francemetropolitaine,fra BE belgique,belgium,bel DE allemagne,germany,deutschland,deu ES espagne,spain,esp IT italie,italy,ita ' +
  'NL paysbas,netherlands,thenetherlands,nld LU luxembourg,lux IE irlande,ireland,irl GB royaumeuni,unitedkingdom,uk,grandebretagne,greatbritain,gbr ' +
  'CH suisse,switzerland,che AT autriche,austria PT portugal DK danemark,denmark SE suede,sweden FI finlande,finland NO norvege,norway ' +
  'PL pologne,poland CZ tchequie,republiquetcheque,czechia HU hongrie,hungary RO roumanie,romania GR grece,greece,el MC monaco AD andorre,andorra ' +
  'US etatsunis,unitedstates,usa,unitedstatesofamerica CA canada MA maroc,morocco TN tunisie,tunisia DZ algerie,algeria SN senegal ' +
  'CI cotedivoire,ivorycoast JP japon,japan CN chine,china BR bresil,brazil AU australie,australia BG bulgarie,bulgaria HR croatie,croatia ' +
  'CY chypre,cyprus EE estonie,estonia LV lettonie,latvia LT lituanie,lithuania MT malte,malta SK slovaquie,slovakia SI slovenie,slovenia ' +
  'RE lareunion,reunion GP guadeloupe MQ martinique GF guyane,guyanefrancaise YT mayotte NC nouvellecaledonie PF polynesiefrancaise';

const BY_NAME: ReadonlyMap<string, string> = new Map(
  (NAMES.match(/[A-Z]{2} [a-z,]+/g) ?? []).flatMap((row) => {
    const [code, names = ''] = row.split(' ');
    return names.split(',').map((name) => [name, code] as const);
  }),
);

/** Whether two letters are a country's of ISO 3166-1. */
export function isCountryCode(letters: string): boolean {
  return KNOWN.has(letters);
}

/** The two letters; `FR` where nothing is written, as France is everywhere in a register; null where the text names no country. */
export function countryCode(text: string): string | null {
  const written = text.trim();
  if (written === '') return 'FR';
  const letters = written.toUpperCase();
  if (KNOWN.has(letters)) return letters;
  return BY_NAME.get(plainName(written)) ?? null;
}

function plainName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
