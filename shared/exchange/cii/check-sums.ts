/**
 * The sums, to the cent. The published rules let VAT be wrong by up to one unit of currency (BR-CO-17) and never multiply a quantity by
 * its price: here each figure is computed again from the lines and compared.
 */
import { decimalOf, factorOf, multiply, parseDecimal, roundDecimal } from '../../base/decimal.ts';
import { currencyDigits } from '../../base/money.ts';
import type { Snapshot, SnapshotLine, SnapshotVat } from '../../invoicing/snapshot.ts';
import { LINE_DECIMALS, totalsOf } from '../../invoicing/totals.ts';
import { type EInvoiceFacts, prepaidMinor } from './facts.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';

/** Every sum of the document that does not hold. */
export function sumFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  const { currency, lines, vat } = snapshot;
  return [
    ...unless(
      currencyDigits(currency) <= 2,
      breaks(
        'BR-DEC',
        'currency',
        `La devise ${currency} compte plus de deux décimales : la norme n’en admet que deux.`,
        `Currency ${currency} has more than two decimals: the standard allows two.`,
      ),
    ),
    ...lines.flatMap((line, index) => lineFaults(line, index, currency)),
    ...netFaults(snapshot),
    ...totalFaults(snapshot),
    ...vat.flatMap((group, index) => vatFaults(group, index, snapshot)),
    ...unless(
      vat.length > 0,
      breaks('BR-CO-18', 'vat', 'Il faut au moins un taux de TVA.', 'At least one VAT rate is needed.'),
    ),
    ...prepaidFaults(snapshot, facts),
  ];
}

function netFaults({ lines, netMinor, vat }: Snapshot): readonly EInvoiceFault[] {
  return [
    ...unless(
      sum(lines.map((line) => line.netMinor)) === Number(netMinor),
      breaks(
        'BR-CO-10',
        'netMinor',
        'Le total HT n’est pas la somme des lignes.',
        'The net total is not the sum of the lines.',
      ),
    ),
    ...unless(
      sum(vat.map((group) => group.netMinor)) === Number(netMinor),
      breaks(
        'BR-CO-13',
        'netMinor',
        'Le total HT n’est pas la somme des bases de TVA.',
        'The net total is not the sum of the VAT bases.',
      ),
    ),
  ];
}

function totalFaults({ netMinor, totalMinor, vat, vatMinor }: Snapshot): readonly EInvoiceFault[] {
  return [
    ...unless(
      sum(vat.map((group) => group.vatMinor)) === Number(vatMinor),
      breaks(
        'BR-CO-14',
        'vatMinor',
        'La TVA totale n’est pas la somme des TVA par taux.',
        'The VAT total is not the sum of the VAT of each rate.',
      ),
    ),
    ...unless(
      Number(netMinor) + Number(vatMinor) === Number(totalMinor),
      breaks('BR-CO-15', 'totalMinor', 'Le total TTC n’est pas HT + TVA.', 'The total is not net + VAT.'),
    ),
  ];
}

const LINE_NUMBERS = [
  ['quantity', 'BR-FR-DEC-02'],
  ['unitPrice', 'BR-FR-DEC-03'],
  ['discountPercent', 'ENC-DISCOUNT'],
] as const;

/** As the French rules count: without the point. */
function isShort(number: string): boolean {
  return number.replace('.', '').length <= 19;
}

function lineFaults(line: SnapshotLine, index: number, currency: string): readonly EInvoiceFault[] {
  const place = `lines[${index}]`;
  const at = { fr: `Ligne ${index + 1} : `, en: `Line ${index + 1}: ` };
  const decimals = LINE_NUMBERS.flatMap(([key, rule]) =>
    unless(
      line[key] === '' || (parseDecimal(line[key], LINE_DECIMALS[key]).ok && isShort(line[key])),
      breaks(
        rule,
        `${place}.${key}`,
        `${at.fr}« ${line[key]} » n’est pas un nombre d’au plus ${LINE_DECIMALS[key]} décimales et 19 chiffres.`,
        `${at.en}“${line[key]}” is not a number of at most ${LINE_DECIMALS[key]} decimals and 19 digits.`,
      ),
    ),
  );
  if (decimals.length > 0) return decimals;
  const net = totalsOf([{ ...line }], currency);
  return unless(
    net.ok && net.value.netMinor === Number(line.netMinor),
    breaks(
      'ENC-LINE-NET',
      `${place}.netMinor`,
      `${at.fr}le montant n’est pas quantité × prix, moins la remise.`,
      `${at.en}the net is not quantity × price less the discount.`,
    ),
  );
}

function vatFaults(group: SnapshotVat, index: number, { lines }: Snapshot): readonly EInvoiceFault[] {
  const { category, netMinor, rate, vatMinor } = group;
  const percent = parseDecimal(rate, LINE_DECIMALS.vatRate);
  const base = sum(
    lines
      .filter((line) => line.vatCategory === category && line.vatRate === rate)
      .map((line) => line.netMinor),
  );
  const vat = percent.ok
    ? roundDecimal(multiply(decimalOf(Number(netMinor)), factorOf(percent.value)), 0)
    : Number.NaN;
  return [
    ...unless(
      base === Number(netMinor),
      breaks(
        `BR-${category === 'K' ? 'IC' : category === 'O' ? 'O' : category}-08`,
        `vat[${index}].netMinor`,
        `TVA ${rate} % : la base n’est pas la somme de ses lignes.`,
        `VAT ${rate}%: the base is not the sum of its lines.`,
      ),
    ),
    ...unless(
      vat === Number(vatMinor),
      breaks(
        'BR-CO-17',
        `vat[${index}].vatMinor`,
        `TVA ${rate} % : le montant n’est pas base × taux au centime.`,
        `VAT ${rate}%: the amount is not base × rate to the cent.`,
      ),
    ),
  ];
}

/** BT-115 = BT-112 − BT-113, and nothing below zero is asked for. */
function prepaidFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  const total = Number(snapshot.totalMinor);
  const prepaid = prepaidMinor(facts);
  const plan = facts.instalments.reduce((all, { minor }) => all + minor, 0);
  return [
    ...unless(
      prepaid >= 0 && prepaid <= total,
      breaks(
        'BR-CO-16',
        'facts.paid',
        'Le montant déjà payé dépasse le total : il n’y a plus rien à payer.',
        'More is paid than the total: nothing is left to pay.',
      ),
    ),
    ...unless(
      facts.instalments.length === 0 || plan === total - prepaid,
      breaks(
        'ENC-INSTALMENTS',
        'facts.instalments',
        'Les échéances ne font pas le reste à payer.',
        'The instalments do not add up to what is left to pay.',
      ),
    ),
  ];
}

function sum(minors: readonly string[]): number {
  return minors.reduce((all, minor) => all + Number(minor), 0);
}
