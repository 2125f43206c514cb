/** What the sample firm sells: light studies, fitting and maintenance. */
import type { Language, Words } from '../../shared/base/words.ts';
import type { Random } from './random.ts';

/** What services are counted in. */
const UNITS = {
  hour: { fr: 'heure', en: 'hour' },
  day: { fr: 'jour', en: 'day' },
  piece: { fr: 'pièce', en: 'piece' },
  lumpSum: { fr: 'forfait', en: 'lump sum' },
} as const satisfies Readonly<Record<string, Words>>;
type Unit = keyof typeof UNITS;

/** Prices are minor units without VAT; quantities hundredths of the unit, in whole steps. */
type Service = {
  readonly words: Words;
  readonly unit: Unit;
  readonly price: readonly [from: number, to: number];
  readonly quantity: readonly [from: number, to: number, step: number];
  readonly vatBp: number; // basis points
};

function service(
  unit: Unit,
  price: Service['price'],
  quantity: Service['quantity'],
  fr: string,
  en: string,
  vatBp = 2000,
): Service {
  return { words: { fr, en }, unit, price, quantity, vatBp };
}

const DAY_RATES = [58000, 74000] as const;
const HOUR_RATES = [5600, 7200] as const;

/** For professionals; VAT 20 % (CGI art. 278). */
const SERVICES: readonly Service[] = [
  service('day', DAY_RATES, [100, 600, 50], 'Étude d’éclairage', 'Lighting study'),
  service('day', DAY_RATES, [100, 500, 50], 'Conception lumière, avant-projet', 'Lighting design, draft'),
  service('day', DAY_RATES, [50, 300, 50], 'Suivi de chantier', 'Site supervision'),
  service('hour', HOUR_RATES, [200, 2400, 25], 'Maintenance préventive', 'Preventive maintenance'),
  service('hour', HOUR_RATES, [100, 1200, 25], 'Dépannage et remise en service', 'Repair and restart'),
  service('hour', HOUR_RATES, [200, 2000, 25], 'Câblage et raccordement', 'Wiring and connection'),
  service(
    'piece',
    [8490, 15990],
    [200, 2400, 100],
    'Projecteur LED encastré 30 W',
    'Recessed LED spotlight 30 W',
  ),
  service('piece', [3250, 6890], [400, 3000, 100], 'Réglette LED, 1,20 m', 'LED batten, 1.20 m'),
  service('piece', [18900, 42500], [100, 800, 100], 'Luminaire sur mesure', 'Custom luminaire'),
  service('lumpSum', [12000, 48000], [100, 100, 100], 'Réglages de nuit', 'Night focusing'),
  service('lumpSum', [4500, 9500], [100, 100, 100], 'Déplacement', 'Travel'),
  service(
    'lumpSum',
    [35000, 160000],
    [100, 100, 100],
    'Location de matériel, la semaine',
    'Equipment hire, a week',
  ),
];

/** For private persons: work in dwellings of more than two years bears 10 % (CGI art. 279-0 bis), energy savings 5.5 % (278-0 bis A). */
const HOME_SERVICES: readonly Service[] = [
  service(
    'hour',
    HOUR_RATES,
    [200, 1600, 25],
    'Rénovation de l’éclairage du logement',
    'Home lighting renewal',
    1000,
  ),
  service('lumpSum', [18000, 62000], [100, 100, 100], 'Mise aux normes du tableau', 'Fuse box upgrade', 1000),
  service(
    'lumpSum',
    [24000, 95000],
    [100, 100, 100],
    'Régulation et programmation d’énergie',
    'Energy control',
    550,
  ),
  service('piece', [6490, 12990], [100, 800, 100], 'Applique LED', 'LED wall lamp'),
];

/** One line of a document: `net` is quantity × unit price less the discount, in minor units. */
export type Line = {
  readonly description: string;
  readonly quantity: number; // hundredths
  readonly unit: string;
  readonly unitPrice: number; // minor units
  readonly discountPercent: number;
  readonly vatBp: number;
  readonly vatCategory: string; // EN 16931 BT-151
  readonly net: number;
};

/** Lines and what they add up to, in minor units. */
export type Lines = {
  readonly lines: readonly Line[];
  readonly net: number;
  readonly vat: number;
  readonly total: number;
};

/** What a line depends on of its client. */
export type Buyer = {
  readonly kind: string;
  readonly country: string;
  readonly language: Language;
  readonly size: number; // multiplies quantities
};

const LINE_COUNTS = [1, 1, 1, 2, 2, 2, 3, 4] as const;
const DISCOUNTS = [5, 10, 15] as const;
const DISCOUNTED_SHARE = 0.04;

/** How far apart in the catalogue an invoice's services stand: with any of these, four differ. */
const STRIDES = [1, 3, 5] as const;

/** Draws the lines of one invoice, each another service. */
export function drawLines(buyer: Buyer, random: Random): Lines {
  const services = buyer.kind === 'individual' ? HOME_SERVICES : SERVICES;
  const first = random.int(0, services.length - 1);
  const stride = random.pick(STRIDES);
  const lines: Line[] = [];
  for (let left = random.pick(LINE_COUNTS); left > 0; left--) {
    lines.push(drawLine(services[(first + lines.length * stride) % services.length], buyer, random));
  }
  return addUp(lines);
}

function drawLine(sold: Service, buyer: Buyer, random: Random): Line {
  const [from, to, step] = sold.quantity;
  const steps = Math.max(1, Math.round(random.bell(from / step, to / step) * buyer.size));
  return priced({
    description: sold.words[buyer.language],
    quantity: sold.unit === 'lumpSum' ? from : steps * step,
    unit: UNITS[sold.unit][buyer.language],
    unitPrice: Math.round(random.int(sold.price[0], sold.price[1]) / 10) * 10,
    discountPercent: random.chance(DISCOUNTED_SHARE) ? random.pick(DISCOUNTS) : 0,
    vatBp: buyer.country === 'FR' ? sold.vatBp : 0,
    vatCategory: vatCategory(buyer.country),
  });
}

/** One line for a sum, of the VAT of another: what credit notes are made of. */
export function lumpSum(description: string, net: number, like: Line, language: Language): Lines {
  const { vatBp, vatCategory: category } = like;
  const unit = UNITS.lumpSum[language];
  const line = { description, quantity: 100, unit, unitPrice: net, discountPercent: 0 };
  return addUp([priced({ ...line, vatBp, vatCategory: category })]);
}

/** At home the service's rate; in the Union the buyer's charge (CGI art. 283-2); beyond it outside VAT (art. 259-1). */
function vatCategory(country: string): string {
  if (country === 'FR') return 'S';
  return country === 'US' ? 'O' : 'AE';
}

/** A line with its net amount: hundredths × minor units × percent, rounded once. */
function priced(line: Omit<Line, 'net'>): Line {
  const { description, quantity, unit, unitPrice, discountPercent, vatBp, vatCategory: category } = line;
  const net = Math.round((quantity * unitPrice * (100 - discountPercent)) / 10000);
  return { description, quantity, unit, unitPrice, discountPercent, vatBp, vatCategory: category, net };
}

/** Sums lines; VAT is rounded once for each rate (EN 16931 BR-CO-17). */
function addUp(lines: readonly Line[]): Lines {
  let net = 0;
  let vat = 0;
  for (let i = 0; i < lines.length; i++) {
    net += lines[i].net;
    if (isFirstOfRate(lines, i)) vat += vatOfRate(lines, lines[i].vatBp);
  }
  return { lines, net, vat, total: net + vat };
}

function isFirstOfRate(lines: readonly Line[], index: number): boolean {
  for (let i = 0; i < index; i++) if (lines[i].vatBp === lines[index].vatBp) return false;
  return true;
}

function vatOfRate(lines: readonly Line[], vatBp: number): number {
  let base = 0;
  for (const line of lines) if (line.vatBp === vatBp) base += line.net;
  return Math.round((base * vatBp) / 10000);
}
