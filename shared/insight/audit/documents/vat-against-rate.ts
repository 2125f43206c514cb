/**
 * VAT against base and rate: rounded by rate (EN 16931 BR-CO-17) or line by line, both are accepted, and as many minor units between
 * them. Where no lines were read, only what no rate can give is told: VAT below nothing, or above the highest rate in France.
 */

import { isFrance } from '../../../invoicing/parties.ts';
import { HIGHEST_FRENCH_RATE } from '../../../invoicing/vat-categories.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import { type AuditView, linesOf } from '../view.ts';
import { sumsOfLines } from './line-sums.ts';

export const VAT_AGAINST_RATE: AuditTest = {
  key: 'vat-against-rate',
  title: { fr: 'TVA qui n’est pas celle de la base et du taux', en: 'VAT that is not that of base and rate' },
  run: (view) => {
    const { evidence } = view.inputs;
    if (evidence === null) return notRun('TVA et lignes non lues.', 'VAT and lines were not read.');
    const isFrench = isFrance(view.register.settings.texts.get('country') ?? '');
    const hits: Hit[] = [];
    let population = 0;
    for (let at = 0; at < view.issued.length; at++) {
      const i = view.issued[at];
      const vat = evidence.vat[i];
      if (Number.isNaN(vat)) continue;
      const own = linesOf(view, i);
      if (own.length === 0 && (!isFrench || Number.isNaN(evidence.net[i]))) continue;
      population++;
      if (own.length > 0) pushByLines(view, i, own, hits);
      else if (vat < 0 || vat > mostWithoutLines(evidence.net[i]))
        hits.push(vatHit(view, i, boundsWithoutLines(evidence.net[i])));
    }
    if (population === 0)
      return notRun('Aucune facture n’a de TVA inscrite.', 'No invoice has its VAT entered.');
    return { ran: true, population, hits };
  },
};

/** Minor units, and whether the lines say so. */
type Expected = { readonly least: number; readonly most: number; readonly byLines: boolean };

function mostWithoutLines(net: number): number {
  return Math.ceil((Math.abs(net) * HIGHEST_FRENCH_RATE) / 100) + 1;
}

function boundsWithoutLines(net: number): Expected {
  return { least: 0, most: mostWithoutLines(net), byLines: false };
}

function pushByLines(view: AuditView, i: number, own: Int32Array, hits: Hit[]): void {
  const { evidence } = view.inputs;
  const { currencies, invoices } = view.register;
  if (evidence === null) return;
  const { byLine, byRate } = sumsOfLines(evidence.lines, own, currencies[invoices.currency[i]]);
  const [a, b] = [Math.abs(byLine), Math.abs(byRate)];
  const [least, most] = [Math.min(a, b), Math.max(a, b)];
  if (evidence.vat[i] < least || evidence.vat[i] > most)
    hits.push(vatHit(view, i, { least, most, byLines: true }));
}

function vatHit({ inputs, register }: AuditView, i: number, { byLines, least, most }: Expected): Hit {
  const { currency, numberAt, row } = register.invoices;
  const vat = inputs.evidence?.vat[i] ?? 0;
  const expected = vat < least ? least : most;
  return {
    severity: 'error',
    table: 'invoices',
    row: row[i],
    column: 'vat',
    subject: numberAt(i),
    facts: [vat, expected],
    currency: currency[i],
    amount: Math.abs(vat - expected),
    say: {
      fr: ({ bill, money }) =>
        `${bill(i)}\u202f: la TVA inscrite est de ${money(vat, currency[i])}, ` +
        `${byLines ? `ses lignes et leurs taux en donnent ${money(expected, currency[i])}` : `aucun taux n’en donne plus de ${money(expected, currency[i])}, ni moins de zéro`}\u202f; ` +
        `vérifiez le taux et le montant déclaré.`,
      en: ({ bill, money }) =>
        `${bill(i)}: the VAT entered is ${money(vat, currency[i])}, ` +
        `${byLines ? `its lines and their rates give ${money(expected, currency[i])}` : `no rate gives more than ${money(expected, currency[i])}, or less than nothing`}; ` +
        `check the rate and the amount declared.`,
    },
  };
}
