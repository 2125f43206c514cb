import { expect, test } from 'vitest';
import type { CashSince, Changes } from '../../batch/answers/changes.ts';
import type { Report } from '../../batch/answers/report.ts';
import { weekSentences } from '../../batch/answers/week-sentences.ts';
import type { Wanted } from '../workbook/register-of.ts';
import { emptyReport, reportOf } from '../workbook/report-of.ts';

const NOTHING: CashSince = { came: 0, beside: 0, foretold: null };

/** 1,000.00 open of which 400.00 overdue, DSO 59.0; the first two of ten clients are called Alpha and Bêta. */
function withChanges(changes: Partial<Changes>, wanted: Wanted = {}): Report {
  const report = reportOf({
    clients: 10,
    clientName: (at) => ['Alpha', 'Bêta', 'Gamma', 'Delta'][at] ?? 'Omega',
    ...wanted,
  });
  const currencies = report.currencies.map((part) => ({
    ...part,
    receivables: { ...part.receivables, open: 100_000, overdue: 40_000 },
    dso: { ...part.dso, countBack: { value: 59.04 } },
    changes: {
      since: report.asOfDay - 7,
      kept: false,
      open: 100_000,
      overdue: 40_000,
      dso: 59.04,
      newlyLate: [],
      lateNoMore: [],
      fell: [],
      cash: NOTHING,
      ...changes,
    },
  }));
  return { ...report, currencies };
}

/** As it reads, its special spaces made plain. */
function french(changes: Partial<Changes>): readonly string[] {
  return weekSentences(withChanges(changes)).map(({ fr }) => plain(fr));
}

function english(changes: Partial<Changes>): readonly string[] {
  return weekSentences(withChanges(changes)).map(({ en }) => plain(en));
}

function plain(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ');
}

test('a week without a change', () => {
  expect(french({})).toEqual([
    'Les clients doivent 1 000,00 €, comme il y a 7 jours.',
    'L’échu est de 400,00 € (40 % de l’encours), comme il y a 7 jours.',
    'Le DSO est de 59,0 jours, comme il y a 7 jours.',
    'Aucun client n’est passé en retard en 7 jours.',
    'Rien n’est rentré en 7 jours.',
  ]);
  expect(english({})).toEqual([
    'Clients owe €1,000.00, as 7 days ago.',
    'Overdue is €400.00 (40% of what is open), as 7 days ago.',
    'DSO stands at 59.0 days, as 7 days ago.',
    'No client fell behind in 7 days.',
    'Nothing was received in 7 days.',
  ]);
});

test('more and less, in money and in days', () => {
  expect(french({ open: 90_000, overdue: 50_000, dso: 57.94 }).slice(0, 3)).toEqual([
    'Les clients doivent 1 000,00 €, 100,00 € de plus qu’il y a 7 jours.',
    'L’échu est de 400,00 € (40 % de l’encours), 100,00 € de moins qu’il y a 7 jours.',
    'Le DSO est de 59,0 jours, 1,1 jour de plus qu’il y a 7 jours.',
  ]);
  expect(english({ open: 110_000, overdue: 30_000, dso: 61.04 }).slice(0, 3)).toEqual([
    'Clients owe €1,000.00, €100.00 less than 7 days ago.',
    'Overdue is €400.00 (40% of what is open), €100.00 more than 7 days ago.',
    'DSO stands at 59.0 days, 2.0 days less than 7 days ago.',
  ]);
});

test.each([
  [58.96, 'comme'], // both are shown as 59.0
  [58.94, '0,1 jour de plus'],
  [57.04, '2,0 jours de plus'],
] as const)('a DSO of %d days is compared as it is shown: %s', (dso, change) => {
  expect(french({ dso })[2]).toContain(change);
});

test('an earlier DSO that could not be computed is not compared', () => {
  expect(french({ dso: null })[2]).toBe('Le DSO est de 59,0 jours.');
});

test('another day than a week ago is named', () => {
  const since = reportOf().asOfDay - 19;
  expect(french({ since, open: 90_000 })[0]).toBe(
    'Les clients doivent 1 000,00 €, 100,00 € de plus que le 1er novembre 2026.',
  );
  expect(french({ since })[3]).toBe('Aucun client n’est passé en retard depuis le 1er novembre 2026.');
  expect(english({ since, open: 90_000 })[0]).toBe(
    'Clients owe €1,000.00, €100.00 more than on 1 November 2026.',
  );
});

const late = (count: number) =>
  Array.from({ length: count }, (_, client) => ({ client, overdue: 30_000 - client * 5_000 }));

test.each([
  [1, 'Un', '1 client est passé en retard en 7 jours, pour 300,00 € : Alpha (300,00 €).'],
  [
    3,
    'Trois',
    '3 clients sont passés en retard en 7 jours, pour 750,00 € : Alpha (300,00 €), Bêta (250,00 €), Gamma (200,00 €).',
  ],
  [
    4,
    'Quatre',
    '4 clients sont passés en retard en 7 jours, pour 900,00 € : Alpha (300,00 €), Bêta (250,00 €), Gamma (200,00 €) et 1 autre.',
  ],
  [
    5,
    'Cinq',
    '5 clients sont passés en retard en 7 jours, pour 1 000,00 € : Alpha (300,00 €), Bêta (250,00 €), Gamma (200,00 €) et 2 autres.',
  ],
] as const)('%d clients newly late', (count, _, text) => {
  expect(french({ newlyLate: late(count) })[3]).toBe(text);
});

test('who is late no more is counted', () => {
  expect(french({ newlyLate: late(1), lateNoMore: [5] })[3]).toBe(
    '1 client est passé en retard en 7 jours, pour 300,00 € : Alpha (300,00 €) ; 1 ne l’est plus.',
  );
  expect(french({ lateNoMore: [5, 6] })[3]).toBe(
    'Aucun client n’est passé en retard en 7 jours ; 2 ne le sont plus.',
  );
  expect(english({ newlyLate: late(1), lateNoMore: [5, 6] })[3]).toBe(
    '1 client fell behind in 7 days, owing €300.00: Alpha (€300.00); 2 are late no more.',
  );
});

test('a lower grade is told with both', () => {
  const fell = [
    { client: 0, from: 'B', to: 'D' },
    { client: 1, from: 'A', to: 'B' },
  ] as const;
  expect(french({ fell })[4]).toBe(
    '2 clients ont vu leur note baisser en 7 jours : Alpha (B → D), Bêta (A → B).',
  );
  expect(french({ fell: fell.slice(0, 1) })[4]).toBe(
    '1 client a vu sa note baisser en 7 jours : Alpha (B → D).',
  );
  expect(english({ fell })[4]).toBe(
    '2 clients fell to a lower grade in 7 days: Alpha (B → D), Bêta (A → B).',
  );
});

test('cash stands against what was foretold, what no forecast could know apart', () => {
  const foretold = { expected: 12_000, range: { low: 5_000, high: 20_000 } };
  expect(french({ cash: { came: 10_000, beside: 0, foretold } }).at(-1)).toBe(
    'Il est rentré 100,00 € en 7 jours de ce qui était ouvert ; la prévision disait 120,00 € (entre 50,00 € et 200,00 €).',
  );
  expect(
    french({ cash: { came: 10_000, beside: 700, foretold: { expected: 12_000, range: null } } }).at(-1),
  ).toBe(
    'Il est rentré 100,00 € en 7 jours de ce qui était ouvert ; la prévision disait 120,00 €. S’y ajoutent 7,00 € de factures plus récentes, en litige ou non désignées.',
  );
  expect(english({ cash: { came: 10_000, beside: 700, foretold } }).at(-1)).toBe(
    '€100.00 of what was open was received in 7 days; the forecast said €120.00 (between €50.00 and €200.00). Another €7.00 came for newer or disputed invoices, or without naming one.',
  );
  expect(french({ cash: { came: 10_000, beside: 700, foretold: null } }).at(-1)).toBe(
    'Il est rentré 107,00 € en 7 jours.',
  );
});

test('no cash at all is said in words, with what was foretold', () => {
  const foretold = { expected: 12_000, range: null };
  expect(french({ cash: { came: 0, beside: 700, foretold } }).at(-1)).toBe(
    'Rien n’est rentré en 7 jours de ce qui était ouvert ; la prévision disait 120,00 €. S’y ajoutent 7,00 € de factures plus récentes, en litige ou non désignées.',
  );
  expect(english({ cash: { came: 0, beside: 0, foretold } }).at(-1)).toBe(
    'Nothing of what was open was received in 7 days; the forecast said €120.00.',
  );
});

test('several currencies carry their code', () => {
  const sentences = weekSentences(withChanges({}, { currencies: ['EUR', 'USD'] }));
  expect(sentences).toHaveLength(10);
  expect(plain(sentences[5].fr)).toBe('USD : Les clients doivent 1 000,00 $US, comme il y a 7 jours.');
  expect(plain(sentences[5].en)).toBe('USD: Clients owe US$1,000.00, as 7 days ago.');
});

test('nothing open, then or now, and nothing received: nothing is said', () => {
  expect(weekSentences(emptyReport())).toEqual([]);
});

test('a name of several lines stays in its sentence, one that is empty gives way to the code', () => {
  const report = withChanges({ newlyLate: late(2) }, { clientName: (at) => ['Al\r\npha', ''][at] ?? 'x' });
  expect(plain(weekSentences(report)[3].fr)).toContain('Al pha (300,00 €), C0002 (250,00 €)');
});
