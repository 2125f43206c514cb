/** Number order: within a series a higher number has no earlier date. CGI ann. II 242 nonies A: a chronological sequence. */
import type { AuditTest, Hit } from '../finding.ts';
import { patternOf } from '../numbers/number-series.ts';
import { isRising } from '../numbers/numbering.ts';
import type { AuditView } from '../view.ts';

/** A series with more documents out of order than these, and more than this share, does not go by date at all. */
const MANY = 20;
const MANY_SHARE = 0.2;

export const NUMBER_ORDER: AuditTest = {
  key: 'number-order',
  title: { fr: 'Dates qui ne suivent pas les numéros', en: 'Dates that do not follow the numbers' },
  run: (view) => {
    const { ranked, series, starts } = view.numbering;
    const { issueDay } = view.register.invoices;
    const hits: Hit[] = [];
    for (let s = 0; s < series.length; s++) {
      const documents = ranked.subarray(starts[s], starts[s + 1]);
      if (isRising(documents, issueDay)) continue;
      const misplaced = misplacedOf(documents, issueDay);
      const many = misplaced.length > Math.max(MANY, documents.length * MANY_SHARE);
      if (many) hits.push(disorder(view, s, documents.length, misplaced));
      else hits.push(...misplaced.map((one) => misplacedHit(view, one)));
    }
    return { ran: true, population: ranked.length, hits };
  },
};

/** A document whose date is before that of an earlier number, or after that of a later one. */
type Misplaced = { readonly document: number; readonly against: number; readonly backdated: boolean };

/**
 * The fewest documents without which the dates rise: one wrong date is one finding, however many numbers stand beside it. Where
 * either of two may be wrong it is the later number: antedating is commoner than postdating.
 */
function misplacedOf(documents: Int32Array, day: Int32Array): readonly Misplaced[] {
  const kept = longestRising(documents, day);
  const misplaced: Misplaced[] = [];
  let before = -1; // the kept document before
  let waiting: number[] = []; // documents to be set against the next one kept
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at];
    if (kept[at] === 1) {
      misplaced.push(...waiting.map((one) => ({ document: one, against: document, backdated: false })));
      waiting = [];
      before = document;
    } else if (before >= 0 && day[document] < day[before]) {
      misplaced.push({ document, against: before, backdated: true });
    } else {
      waiting.push(document);
    }
  }
  return misplaced;
}

/** Marks a longest run of documents with rising days, by patience sorting from the last number to the first. */
function longestRising(documents: Int32Array, day: Int32Array): Uint8Array {
  const follower = new Int32Array(documents.length).fill(-1); // in the run, -1 at its end
  const heads: number[] = []; // heads[k]: the best first document of a run of k + 1
  for (let at = documents.length - 1; at >= 0; at--) {
    const length = runsAtOrAfter(heads, documents, day, day[documents[at]]);
    if (length > 0) follower[at] = heads[length - 1];
    heads[length] = at;
  }
  const kept = new Uint8Array(documents.length);
  for (let at = heads[heads.length - 1]; at >= 0; at = follower[at]) kept[at] = 1;
  return kept;
}

/** How long a run may follow a day: heads stand from the latest day to the earliest. */
function runsAtOrAfter(
  heads: readonly number[],
  documents: Int32Array,
  day: Int32Array,
  from: number,
): number {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (day[documents[heads[middle]]] >= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function misplacedHit({ register }: AuditView, misplaced: Misplaced): Hit {
  const { against, backdated, document } = misplaced;
  const { currency, numberAt, row, total } = register.invoices;
  return {
    severity: 'warning',
    table: 'invoices',
    row: row[document],
    subject: numberAt(document),
    currency: currency[document],
    amount: total[document],
    say: {
      fr: ({ bill }) =>
        `${bill(document)} porte une date ${backdated ? 'antérieure' : 'postérieure'} à celle de ${bill(against)}, ` +
        `dont le numéro ${backdated ? 'précède' : 'suit'}\u202f; ` +
        `vérifiez la date d’émission, puis que le document n’a été ni ${backdated ? 'antidaté' : 'postdaté'} ni numéroté hors de son tour.`,
      en: ({ bill }) =>
        `${bill(document)} is dated ${backdated ? 'before' : 'after'} ${bill(against)}, ` +
        `whose number ${backdated ? 'comes before it' : 'follows it'}; ` +
        `check the issue date, and that the document was neither ${backdated ? 'backdated' : 'postdated'} nor numbered out of turn.`,
    },
  };
}

function disorder(view: AuditView, series: number, size: number, misplaced: readonly Misplaced[]): Hit {
  const pattern = patternOf(view.numbering.series[series]);
  const { document } = misplaced[misplaced.length - 1];
  return {
    severity: 'warning',
    table: 'invoices',
    row: view.register.invoices.row[document],
    subject: pattern,
    currency: null,
    amount: null,
    say: {
      fr: ({ count, number }) =>
        `La série ${pattern} n’est pas chronologique\u202f: ${number(misplaced.length, 0)} de ses ` +
        `${count(size, 'document', 'documents')} ne suivent pas l’ordre des dates\u202f; vérifiez quand les numéros sont attribués.`,
      en: ({ count, number }) =>
        `Series ${pattern} is not chronological: ${number(misplaced.length, 0)} of its ` +
        `${count(size, 'document', 'documents')} do not follow the order of dates; check when numbers are given.`,
    },
  };
}
