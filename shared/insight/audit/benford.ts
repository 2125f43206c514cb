/**
 * Benford's law: of amounts that grew by themselves, a share log10(1 + 1/d) begins with the digit d. Invented ones do not.
 *
 * Told only where both hold: chi-square above 20.09 (8 degrees of freedom, 1 %), and a mean deviation above 0.015, from which on
 * Nigrini speaks of nonconformity; among very many invoices chi-square alone sees differences that mean nothing.
 */
import type { AuditTest, Hit, Outcome } from './finding.ts';
import { WHOLE_TABLE } from './finding.ts';
import type { AuditView } from './view.ts';

/** The specialist press finds the test misleading on fewer. */
const LEAST_INVOICES = 5000;
const CRITICAL_CHI_SQUARE = 20.09;
const CRITICAL_DEVIATION = 0.015;

export const BENFORD: AuditTest = {
  key: 'benford-first-digit',
  title: { fr: 'Premiers chiffres des montants (Benford)', en: 'First digits of amounts (Benford)' },
  run: (view): Outcome => {
    const { counts, population } = firstDigits(view);
    if (population < LEAST_INVOICES) {
      return {
        ran: false,
        why: {
          fr: `Il faut au moins 5\u202f000 factures, le registre en a ${population}.`,
          en: `At least 5,000 invoices are needed, the register has ${population}.`,
        },
      };
    }
    const fit = fitOf(counts, population);
    const isOff = fit.chiSquare > CRITICAL_CHI_SQUARE && fit.deviation > CRITICAL_DEVIATION;
    return { ran: true, population, hits: isOff ? [offHit(population, fit)] : [] };
  },
};

/** Invoices above 0, by the first digit of their total. The unit of the currency is only a power of ten. */
function firstDigits({ invoices, register }: AuditView): {
  readonly counts: Int32Array;
  readonly population: number;
} {
  const { total } = register.invoices;
  const counts = new Int32Array(10);
  let population = 0;
  for (let at = 0; at < invoices.length; at++) {
    const i = invoices[at];
    if (total[i] === 0) continue;
    let digit = total[i];
    while (digit >= 1000) digit /= 1000;
    while (digit >= 10) digit /= 10;
    counts[Math.floor(digit)]++;
    population++;
  }
  return { counts, population };
}

type Fit = {
  readonly chiSquare: number;
  readonly deviation: number; // mean of the nine differences of shares
  readonly digit: number; // the one furthest off
  readonly share: number; // of that digit
  readonly expected: number;
};

function fitOf(counts: Int32Array, population: number): Fit {
  let chiSquare = 0;
  let deviation = 0;
  let furthest = { digit: 0, share: 0, expected: 0 };
  for (let digit = 1; digit <= 9; digit++) {
    const expected = Math.log10(1 + 1 / digit);
    const share = counts[digit] / population;
    chiSquare += (population * (share - expected) ** 2) / expected;
    deviation += Math.abs(share - expected) / 9;
    if (Math.abs(share - expected) > Math.abs(furthest.share - furthest.expected))
      furthest = { digit, share, expected };
  }
  return { chiSquare, deviation, ...furthest };
}

function offHit(population: number, { chiSquare, deviation, digit, expected, share }: Fit): Hit {
  return {
    severity: 'note',
    table: 'invoices',
    row: WHOLE_TABLE,
    subject: String(digit),
    currency: null,
    amount: null,
    say: {
      fr: ({ count, number, percent }) =>
        `Les totaux de ${count(population, 'facture', 'factures')} s’écartent de la loi de Benford (khi-deux ${number(chiSquare, 1)} pour ${number(CRITICAL_CHI_SQUARE, 2)} admis, ` +
        `écart moyen ${number(deviation, 3)} pour ${number(CRITICAL_DEVIATION, 3)})\u202f: ${percent(share)} commencent par ${digit} au lieu de ${percent(expected)}\u202f; ` +
        `vérifiez si des tarifs fixes l’expliquent, sinon contrôlez un échantillon de ces factures.`,
      en: ({ count, number, percent }) =>
        `The totals of ${count(population, 'invoice', 'invoices')} depart from Benford’s law (chi-square ${number(chiSquare, 1)} where ${number(CRITICAL_CHI_SQUARE, 2)} is allowed, ` +
        `mean deviation ${number(deviation, 3)} where ${number(CRITICAL_DEVIATION, 3)} is): ${percent(share)} begin with ${digit} instead of ${percent(expected)}; ` +
        `check whether fixed prices explain it, else examine a sample of those invoices.`,
    },
  };
}
