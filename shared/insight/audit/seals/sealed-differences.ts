/** What a register's rows say of a document, against what was sealed when it was issued: row, column, then and now. */
import { type DayNumber, NO_DAY, parseCivilDate } from '../../../base/civil-date.ts';
import type { Snapshot, SnapshotLine } from '../../../invoicing/snapshot.ts';
import { textMark } from '../../../register/reading/line-rows.ts';
import type { ReadSoFar } from '../../../register/reading/read-seals.ts';
import type { DocumentLines } from './document-lines.ts';

/** A cell's content: minor units of the document's currency, a day, a number or a text. */
export type Content =
  | { readonly kind: 'amount'; readonly minor: number }
  | { readonly kind: 'day'; readonly day: DayNumber }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unsaid' }; // too long to be kept: only that it is another is known

export type Difference = {
  readonly document: number;
  readonly table: 'invoices' | 'lines';
  readonly row: number;
  readonly column: string; // its key; empty: the row itself is one too many, or lacks
  readonly sealed: Content;
  readonly found: Content;
  readonly minor: number; // what the change moves: of a total what it differs by, else the document's total
};

/** Every cell of the document's row and lines that is not what was sealed. */
export function differencesOf(
  document: number,
  snapshot: Snapshot,
  read: ReadSoFar,
  lines: DocumentLines,
): readonly Difference[] {
  return [...rowDifferences(document, snapshot, read), ...lineDifferences(document, snapshot, read, lines)];
}

type Pair = readonly [column: string, sealed: Content, found: Content];

function rowDifferences(document: number, snapshot: Snapshot, read: ReadSoFar): readonly Difference[] {
  const { row, total } = read.register.invoices;
  return [...identityPairs(document, snapshot, read), ...amountPairs(document, snapshot, read)]
    .filter(([, sealed, found]) => !isSame(sealed, found))
    .map(([column, sealed, found]) => {
      const minor =
        column === 'total'
          ? Math.abs(total[document] - Number(snapshot.totalMinor))
          : Number(snapshot.totalMinor);
      return { document, table: 'invoices', row: row[document], column, sealed, found, minor };
    });
}

function identityPairs(
  document: number,
  snapshot: Snapshot,
  { evidence, register }: ReadSoFar,
): readonly Pair[] {
  const { clients, currencies, invoices } = register;
  const corrected = invoices.corrects[document];
  const foundType = invoices.creditNote[document] === 1 ? 'creditNote' : 'invoice';
  return [
    ['type', text(snapshot.type), text(foundType)],
    ['client', text(snapshot.client.code), text(clients[invoices.client[document]].code)],
    ['issueDate', dayIn(snapshot.issueDate), day(invoices.issueDay[document])],
    ...(snapshot.dueDate === ''
      ? []
      : [['dueDate', dayIn(snapshot.dueDate), day(invoices.dueDay[document])] as const]),
    ['serviceDate', dayIn(snapshot.serviceDate), day(evidence.serviceDay[document])],
    ['currency', text(snapshot.currency), text(currencies[invoices.currency[document]])],
    ['corrects', text(snapshot.corrects), text(corrected < 0 ? '' : invoices.numberAt(corrected))],
  ];
}

/** An empty net or VAT is not compared: a folder exported by hand may leave them out. */
function amountPairs(
  document: number,
  snapshot: Snapshot,
  { evidence, register }: ReadSoFar,
): readonly Pair[] {
  const { net, vat } = evidence;
  const sums: readonly (readonly [string, string, number])[] = [
    ['net', snapshot.netMinor, net[document]],
    ['vat', snapshot.vatMinor, vat[document]],
    ['total', snapshot.totalMinor, register.invoices.total[document]],
  ];
  return sums
    .filter(([, , found]) => !Number.isNaN(found))
    .map(([column, sealed, found]) => [column, amount(Number(sealed)), amount(found)] as const);
}

/** Where the register has no line of any document, the lines were not handed over, and nothing is said. */
function lineDifferences(
  document: number,
  snapshot: Snapshot,
  { evidence, register }: ReadSoFar,
  { order, starts }: DocumentLines,
): readonly Difference[] {
  const { lines } = evidence;
  if (lines.count === 0) return [];
  const own = order.subarray(starts[document], starts[document + 1]);
  const minor = Number(snapshot.totalMinor);
  const whole = {
    document,
    column: '',
    minor,
    sealed: number(snapshot.lines.length),
    found: number(own.length),
  };
  if (own.length !== snapshot.lines.length) {
    const extra = own.length > snapshot.lines.length;
    return [
      extra
        ? { ...whole, table: 'lines', row: lines.row[own[own.length - 1]] }
        : { ...whole, table: 'invoices', row: register.invoices.row[document] },
    ];
  }
  return snapshot.lines.flatMap((sealed, k) =>
    linePairs(lines, own[k], sealed)
      .filter(([, then, now]) => !isSame(then, now))
      .map(([column, then, now]): Difference => {
        const row = lines.row[own[k]];
        return { document, table: 'lines', row, column, sealed: then, found: now, minor };
      }),
  );
}

function linePairs(lines: ReadSoFar['evidence']['lines'], at: number, sealed: SnapshotLine): readonly Pair[] {
  const isTold = textMark(sealed.description) === lines.description[at];
  const written = lines.net[at];
  return [
    ['description', text(sealed.description), isTold ? text(sealed.description) : { kind: 'unsaid' }],
    ['quantity', number(Number(sealed.quantity)), number(lines.quantity[at])],
    ['unit', text(sealed.unit), text(lines.words[lines.unit[at]])],
    ['unitPrice', number(Number(sealed.unitPrice)), number(lines.unitPrice[at])],
    ['discountPercent', number(Number(sealed.discountPercent)), number(lines.percents[lines.discount[at]])],
    ['vatRate', number(Number(sealed.vatRate)), number(lines.percents[lines.rate[at]])],
    [
      'net',
      amount(Number(sealed.netMinor)),
      amount(Number.isNaN(written) ? Number(sealed.netMinor) : written),
    ],
  ];
}

function isSame(a: Content, b: Content): boolean {
  if (a.kind === 'amount' && b.kind === 'amount') return a.minor === b.minor;
  if (a.kind === 'day' && b.kind === 'day') return a.day === b.day;
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value;
  return a.kind === 'text' && b.kind === 'text' && a.text.trim() === b.text.trim();
}

function text(value: string): Content {
  return { kind: 'text', text: value };
}

function day(value: DayNumber): Content {
  return { kind: 'day', day: value };
}

function dayIn(value: string): Content {
  const parsed = parseCivilDate(value);
  return day(parsed.ok ? parsed.value : NO_DAY);
}

function amount(minor: number): Content {
  return { kind: 'amount', minor };
}

function number(value: number): Content {
  return { kind: 'number', value };
}
