/** Number gaps: numbers a series has left out. CGI ann. II 242 nonies A: numbers follow one another without a break. */
import type { AuditTest, Hit } from '../finding.ts';
import { numberOf, patternOf } from '../numbers/number-series.ts';
import type { AuditView } from '../view.ts';

/** A run of missing numbers of one series. */
type Gap = {
  readonly series: number;
  readonly first: number; // serials, both included
  readonly last: number;
  readonly previous: number; // the document before it, -1 at the beginning of a series
  readonly next: number; // the document after it
};

/** A series with more gaps than these, and one every few numbers, does not count without a break at all. */
const MANY_GAPS = 20;
const MANY_SHARE = 0.2;

/** So long a new year's first number may come before the old year's last. */
const OVERLAP_DAYS = 31;

export const NUMBER_GAPS: AuditTest = {
  key: 'number-gap',
  title: { fr: 'Numéros manquants', en: 'Missing numbers' },
  run: (view) => {
    const { ranked, series, starts } = view.numbering;
    const openings = openingGaps(view);
    const hits: Hit[] = [];
    for (let s = 0; s < series.length; s++) {
      const opening = openings.get(s);
      const gaps = [...(opening ? [opening] : []), ...innerGaps(view, s)];
      const size = starts[s + 1] - starts[s];
      if (gaps.length > Math.max(MANY_GAPS, size * MANY_SHARE)) hits.push(brokenSeries(view, s, gaps));
      else hits.push(...gaps.map((gap) => gapHit(view, gap)));
    }
    return { ran: true, population: ranked.length, hits };
  },
};

function innerGaps({ numbering: { ranked, serial, starts } }: AuditView, series: number): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let at = starts[series] + 1; at < starts[series + 1]; at++) {
    const previous = ranked[at - 1];
    const next = ranked[at];
    if (serial[next] - serial[previous] < 2) continue;
    gaps.push({ series, first: serial[previous] + 1, last: serial[next] - 1, previous, next });
  }
  return gaps;
}

/**
 * Numbers missing at the beginning of a series. Where a series starts anew with each year and one has begun at 1, the later
 * ones do; the oldest is let off, since the register may begin in its middle.
 */
function openingGaps(view: AuditView): ReadonlyMap<number, Gap> {
  const { ranked, serial, starts } = view.numbering;
  const gaps = new Map<number, Gap>();
  for (const family of familiesByDay(view)) {
    const beginsAtOne = family.some(({ series }) => serial[ranked[starts[series]]] <= 1);
    let earliestEnd = Number.POSITIVE_INFINITY;
    for (const { series, from, to } of family) {
      const next = ranked[starts[series]];
      if (beginsAtOne && serial[next] > 1 && earliestEnd <= from + OVERLAP_DAYS) {
        gaps.set(series, { series, first: 1, last: serial[next] - 1, previous: -1, next });
      }
      earliestEnd = Math.min(earliestEnd, to);
    }
  }
  return gaps;
}

/** The days of a series' first and last issue. */
type Span = { readonly series: number; readonly before: string; readonly from: number; readonly to: number };

/** The series of each family with several, in order of their first day. */
function familiesByDay({ numbering, register }: AuditView): readonly Span[][] {
  const { issueDay } = register.invoices;
  const families = new Map<number, Span[]>();
  numbering.series.forEach(({ before, family }, series) => {
    const documents = numbering.ranked.subarray(numbering.starts[series], numbering.starts[series + 1]);
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at];
      from = Math.min(from, issueDay[document]);
      to = Math.max(to, issueDay[document]);
    }
    const known = families.get(family);
    if (known) known.push({ series, before, from, to });
    else families.set(family, [{ series, before, from, to }]);
  });
  const several = Array.from(families.values()).filter((family) => family.length > 1);
  for (const family of several) family.sort(byFirstDay);
  return several;
}

function byFirstDay(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to || (a.before < b.before ? -1 : 1);
}

function gapHit(view: AuditView, gap: Gap): Hit {
  const { numbering } = view;
  const series = numbering.series[gap.series];
  const first = numberOf(series, gap.first);
  const last = numberOf(series, gap.last);
  const { next, previous } = gap;
  const count = gap.last - gap.first + 1;
  const run = { fr: count > 1 ? `${first} à ${last}` : first, en: count > 1 ? `${first} to ${last}` : first };
  const left = leftOutRows(view);
  return {
    ...documentHit(view, next),
    subject: patternOf(series),
    say: {
      fr: ({ bill, count: counted }) =>
        `${counted(count, 'numéro manque', 'numéros manquent')} au registre, ${run.fr}, ` +
        `${previous < 0 ? 'au début de sa série, avant' : `entre ${bill(previous)} et`} ${bill(next)}\u202f; ` +
        `retrouvez ces documents ou gardez trace des numéros annulés, avec leur motif` +
        `${left > 0 ? ` (${counted(left, 'ligne illisible du registre peut en porter un', 'lignes illisibles du registre peuvent en porter')})` : ''}.`,
      en: ({ bill, count: counted }) =>
        `${counted(count, 'number is', 'numbers are')} missing from the register, ${run.en}, ` +
        `${previous < 0 ? 'at the beginning of its series, before' : `between ${bill(previous)} and`} ${bill(next)}; ` +
        `find the documents or keep a record of cancelled numbers, with the reason` +
        `${left > 0 ? ` (${counted(left, 'unreadable row of the register may bear one', 'unreadable rows of the register may bear some')})` : ''}.`,
    },
  };
}

/** Rows of invoices with a problem: a number only they bear looks missing. */
function leftOutRows({ register }: AuditView): number {
  return Math.max(0, register.rowCounts.invoices - register.invoices.count);
}

function documentHit({ register }: AuditView, document: number): Omit<Hit, 'say' | 'subject'> {
  const { row } = register.invoices;
  return { severity: 'warning', table: 'invoices', row: row[document], currency: null, amount: null };
}

function brokenSeries(view: AuditView, series: number, gaps: readonly Gap[]): Hit {
  const { ranked, serial, starts } = view.numbering;
  const size = starts[series + 1] - starts[series];
  const first = ranked[starts[series]];
  const last = ranked[starts[series + 1] - 1];
  const missing = gaps.reduce((sum, gap) => sum + gap.last - gap.first + 1, 0);
  const pattern = patternOf(view.numbering.series[series]);
  const [from, to] = [serial[first], serial[last]].map((one) => numberOf(view.numbering.series[series], one));
  return {
    ...documentHit(view, last),
    subject: pattern,
    say: {
      fr: ({ count, number }) =>
        `La série ${pattern} ne se suit pas\u202f: ${count(size, 'numéro', 'numéros')} de ${from} à ${to}, ` +
        `${number(missing, 0)} manquants en ${number(gaps.length, 0)} endroits\u202f; ` +
        `vérifiez que le registre est complet et comment les numéros sont attribués.`,
      en: ({ count, number }) =>
        `Series ${pattern} is not continuous: ${count(size, 'number', 'numbers')} from ${from} to ${to}, ` +
        `${number(missing, 0)} missing in ${number(gaps.length, 0)} places; ` +
        `check that the register is complete and how numbers are given.`,
    },
  };
}
