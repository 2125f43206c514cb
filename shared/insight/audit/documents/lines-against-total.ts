/** Totals against lines: a line is its quantity times its price, the net the sum of the lines, the total net and VAT (EN 16931 BR-CO-10, BR-CO-15). */
import { currencyDigits } from '../../../base/money.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import { type AuditView, linesOf } from '../view.ts';
import { isOwnNet, lineNetOf, lineValue } from './line-sums.ts';

export const LINES_AGAINST_TOTAL: AuditTest = {
  key: 'total-against-lines',
  title: { fr: 'Totaux qui ne font pas la somme', en: 'Totals that do not add up' },
  run: (view) => {
    const { evidence } = view.inputs;
    if (evidence === null)
      return notRun('Lignes et montants HT non lus.', 'Lines and net amounts were not read.');
    const hits: Hit[] = [];
    let population = 0;
    for (let at = 0; at < view.issued.length; at++) {
      const i = view.issued[at];
      const own = linesOf(view, i);
      const isWhole = !Number.isNaN(evidence.net[i]) && !Number.isNaN(evidence.vat[i]);
      if (own.length === 0 && !isWhole) continue;
      population++;
      if (isWhole) pushSumHit(view, i, hits);
      if (own.length > 0) pushLineHits(view, i, own, hits);
    }
    if (population === 0)
      return notRun(
        'Aucune facture n’a de lignes, ni de montant HT et de TVA.',
        'No invoice has lines, or a net amount and VAT.',
      );
    return { ran: true, population, hits };
  },
};

function pushSumHit(view: AuditView, i: number, hits: Hit[]): void {
  const { evidence } = view.inputs;
  const { currency, row, total, numberAt } = view.register.invoices;
  if (evidence === null || evidence.net[i] + evidence.vat[i] === total[i]) return;
  const sum = evidence.net[i] + evidence.vat[i];
  hits.push({
    severity: 'error',
    table: 'invoices',
    row: row[i],
    column: 'total',
    subject: numberAt(i),
    mark: 'total',
    facts: [sum, total[i]],
    currency: currency[i],
    amount: Math.abs(total[i] - sum),
    say: {
      fr: ({ bill, money }) =>
        `${bill(i)}\u202f: le montant HT et la TVA font ensemble ${money(sum, currency[i])}, pas ${money(total[i], currency[i])}\u202f; corrigez le montant qui est faux.`,
      en: ({ bill, money }) =>
        `${bill(i)}: net and VAT make ${money(sum, currency[i])} together, not ${money(total[i], currency[i])}; correct the amount that is wrong.`,
    },
  });
}

/** Each line that is not its own product, then the net that is not their sum. Without a net of its own, nothing is compared. */
function pushLineHits(view: AuditView, i: number, own: Int32Array, hits: Hit[]): void {
  const { evidence } = view.inputs;
  const { currency } = view.register.invoices;
  if (evidence === null) return;
  const digits = currencyDigits(view.register.currencies[currency[i]]);
  let sum = 0;
  for (let k = 0; k < own.length; k++) {
    sum += lineNetOf(evidence.lines, own[k], digits);
    if (!isOwnNet(evidence.lines, own[k], digits)) hits.push(lineHit(view, i, own[k], digits));
  }
  const net = evidence.net[i];
  if (!Number.isNaN(net) && Math.abs(sum) !== net) hits.push(netHit(view, i, own.length, Math.abs(sum)));
}

function lineHit({ inputs, register }: AuditView, i: number, at: number, digits: number): Hit {
  const { currency, numberAt } = register.invoices;
  const lines = inputs.evidence?.lines;
  const [written, made, row] = lines
    ? [lines.net[at], Math.round(lineValue(lines, at, digits)), lines.row[at]]
    : [0, 0, 1];
  return {
    severity: 'error',
    table: 'lines',
    row,
    column: 'net',
    subject: numberAt(i),
    mark: 'line',
    facts: [written, made],
    currency: currency[i],
    amount: Math.abs(written - made),
    say: {
      fr: ({ document, money }) =>
        `Une ligne de ${document(i)} (ligne ${row} de la table) vaut ${money(made, currency[i])} par sa quantité, son prix et sa remise, pas ${money(written, currency[i])}\u202f; corrigez-la.`,
      en: ({ document, money }) =>
        `A line of ${document(i)} (row ${row} of the table) is worth ${money(made, currency[i])} by its quantity, price and discount, not ${money(written, currency[i])}; correct it.`,
    },
  };
}

function netHit({ inputs, register }: AuditView, i: number, count: number, sum: number): Hit {
  const { currency, numberAt, row } = register.invoices;
  const net = inputs.evidence?.net[i] ?? 0;
  return {
    severity: 'error',
    table: 'invoices',
    row: row[i],
    column: 'net',
    subject: numberAt(i),
    mark: 'net',
    facts: [net, sum],
    currency: currency[i],
    amount: Math.abs(net - sum),
    say: {
      fr: (tell) =>
        `${tell.bill(i)}\u202f: le montant HT est de ${tell.money(net, currency[i])}, ${count > 1 ? `ses ${tell.count(count, 'ligne', 'lignes')} font` : 'sa ligne fait'} ${tell.money(sum, currency[i])}\u202f; ` +
        `cherchez la ligne qui manque ou qui est de trop.`,
      en: (tell) =>
        `${tell.bill(i)}: the net amount is ${tell.money(net, currency[i])}, ${count > 1 ? `its ${tell.count(count, 'line', 'lines')} make` : 'its line makes'} ${tell.money(sum, currency[i])}; ` +
        `look for the line that is missing or one too many.`,
    },
  };
}
