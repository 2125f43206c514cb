/** Kept anchors: what earlier reports saw of the same days, against what the register says of them now. */

import { type AuditTest, type Hit, notRun, WHOLE_TABLE } from '../finding.ts';
import { type Anchor, issuedUpTo } from '../seals/anchors.ts';
import type { AuditView } from '../view.ts';

export const KEPT_ANCHORS: AuditTest = {
  key: 'history-changed',
  title: {
    fr: 'Factures de périodes déjà vues, changées depuis',
    en: 'Invoices of days already reported, changed since',
  },
  run: (view) => {
    const { anchors, brokenAnchor } = view.inputs;
    if (anchors === null || (anchors.length === 0 && brokenAnchor === null))
      return notRun(
        'Aucun rapport précédent n’est gardé pour ce registre\u202f: le prochain comparera.',
        'No earlier report on this register is kept: the next will compare.',
      );
    const changed = latestChanged(view, anchors);
    const hits = [
      ...(brokenAnchor === null ? [] : [brokenHit(brokenAnchor)]),
      ...(changed === null ? [] : changeHits(view, changed)),
    ];
    return { ran: true, population: Math.max(1, anchors.length), hits };
  },
};

type Changed = { readonly anchor: Anchor; readonly now: Pick<Anchor, 'documents' | 'totals'> };

/** The latest anchor that no longer holds: what changed before it shows in the older ones too. */
function latestChanged({ register }: AuditView, anchors: readonly Anchor[]): Changed | null {
  const days = new Map<number, Changed['now']>();
  for (const anchor of [...anchors].reverse()) {
    const now = days.get(anchor.asOf) ?? issuedUpTo(register, anchor.asOf);
    days.set(anchor.asOf, now);
    if (now.documents !== anchor.documents || !isSameTotals(now, anchor)) return { anchor, now };
  }
  return null;
}

function isSameTotals(now: Changed['now'], then: Anchor): boolean {
  return currenciesOf(now, then).every((currency) => totalIn(now, currency) === totalIn(then, currency));
}

function currenciesOf(now: Changed['now'], then: Anchor): readonly string[] {
  return Array.from(new Set([...now.totals, ...then.totals].map(({ currency }) => currency)));
}

function totalIn({ totals }: Changed['now'], currency: string): number {
  return totals.find((total) => total.currency === currency)?.minor ?? 0;
}

/** A finding for each currency whose sum moved; one for the count alone where no sum did. */
function changeHits(view: AuditView, { anchor, now }: Changed): readonly Hit[] {
  const moved = currenciesOf(now, anchor).filter(
    (currency) => totalIn(now, currency) !== totalIn(anchor, currency),
  );
  const known = moved.filter((currency) => view.register.currencies.includes(currency));
  return known.length === 0
    ? [changeHit(view, { anchor, now }, null)]
    : known.map((currency) => changeHit(view, { anchor, now }, currency));
}

function changeHit({ register }: AuditView, { anchor, now }: Changed, currency: string | null): Hit {
  const index = currency === null ? null : register.currencies.indexOf(currency);
  const [then, today] = currency === null ? [0, 0] : [totalIn(anchor, currency), totalIn(now, currency)];
  const lost = now.documents < anchor.documents || today < then;
  return {
    severity: lost ? 'warning' : 'note',
    table: 'invoices',
    row: WHOLE_TABLE,
    subject: anchor.at.slice(0, 10),
    mark: currency ?? '',
    facts: [anchor.documents, now.documents, then, today],
    currency: index,
    amount: index === null ? null : Math.abs(today - then),
    say: {
      fr: ({ count, day, money, number }) =>
        `Le rapport du ${day(anchor.asOf)} comptait ${count(anchor.documents, 'document émis', 'documents émis')} jusqu’à ce jour` +
        `${index === null ? '' : ` pour ${money(then, index)}`}, le registre en compte aujourd’hui ${number(now.documents, 0)}` +
        `${index === null ? '' : ` pour ${money(today, index)}`}\u202f; ` +
        `${lost ? 'cherchez quelles factures ont été supprimées ou diminuées' : 'cherchez quelles factures ont été inscrites après coup à des dates passées'}.`,
      en: ({ count, day, money, number }) =>
        `The report of ${day(anchor.asOf)} counted ${count(anchor.documents, 'document', 'documents')} issued up to that day` +
        `${index === null ? '' : ` for ${money(then, index)}`}, the register counts ${number(now.documents, 0)} today` +
        `${index === null ? '' : ` for ${money(today, index)}`}; ` +
        `${lost ? 'find out which invoices were deleted or lowered' : 'find out which invoices were entered later with dates in the past'}.`,
    },
  };
}

function brokenHit(line: number): Hit {
  return {
    severity: 'error',
    table: 'seals',
    row: WHOLE_TABLE,
    subject: String(line),
    mark: 'file',
    currency: null,
    amount: null,
    say: {
      fr: () =>
        `Le fichier où les rapports gardent ce qu’ils ont vu (anchors.jsonl) n’est plus ce qui y a été écrit à partir de sa ligne ${line}\u202f; cherchez qui y a touché, puis rétablissez-le d’une sauvegarde.`,
      en: () =>
        `The file in which reports keep what they saw (anchors.jsonl) is no longer what was written there from its line ${line} on; find out who touched it, then restore it from a backup.`,
    },
  };
}
