import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../batch/answers/build.ts';
import { daysText, mailFigures } from '../../../batch/commands/report/mail-figures.ts';
import { dayNumber } from '../../../shared/base/civil-date.ts';
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import { HAND_MADE } from '../../answers/hand-made.ts';
import { typeset } from '../../french.ts';
import { type Files, readFiles } from '../../sources/csv-fixture.ts';

for (const [days, fr, en] of [
  [0, '0,0 jour', '0.0 days'],
  [0.96, '1,0 jour', '1.0 day'],
  [1, '1,0 jour', '1.0 day'],
  [1.06, '1,1 jour', '1.1 days'],
  [1.94, '1,9 jour', '1.9 days'],
  [1.96, '2,0 jours', '2.0 days'],
  [-1.3, '−1,3 jour', '−1.3 days'],
  [82.44, '82,4 jours', '82.4 days'],
] as const) {
  test(`${days} days`, () => {
    expect(daysText(days, 'fr')).toBe(fr.replace(' ', '\u00a0'));
    expect(daysText(days, 'en')).toBe(en.replace(' ', '\u00a0'));
  });
}

async function figuresOf(
  changes: Files = {},
  moving = false,
  tabs: ReadonlyMap<SourceTableKey, number> = new Map(),
) {
  const read = await readFiles({ ...HAND_MADE, ...changes });
  const source = {
    kind: 'sheet',
    name: 'Registre',
    spreadsheetId: 'x',
    tabs,
    columns: new Map(),
    moving,
  } as const;
  return mailFigures(buildReport({ ...read, source, asOf: dayNumber('2026-11-20') }), 'r.xlsx');
}

describe('the hand-made register', () => {
  test('in French: what changed in a week, and whether that is good news', async () => {
    const { currencies, ...rest } = await figuresOf();
    expect(rest).toEqual({
      language: 'fr',
      company: 'Petit Registre',
      asOf: '2026-11-20',
      problems: 0,
      moving: false,
      attachment: 'r.xlsx',
      audit: 'Audit\u202f: 3 points à justifier, dans la feuille Audit du classeur joint.',
    });
    expect(currencies[0]).toMatchObject({
      currency: 'EUR',
      open: '1\u202f600,00\u202f€',
      openChange: { text: '0,00\u202f€', tone: 'even' },
      overdue: '1\u202f200,00\u202f€',
      overdueShare: '75,0\u202f%',
      overdueChange: { text: '+400,00\u202f€', tone: 'worse' },
      dso: '108,1\u00a0jours',
      dsoReason: null,
      dsoChange: { text: '+7,0\u00a0jours', tone: 'worse' },
      sentences: [
        'Aucun client n’est passé en retard en 7 jours.',
        expect.stringMatching(/^Rien n’est rentré en 7 jours de ce qui était ouvert.; la prévision disait /u),
      ],
    });
    expect(currencies[1]).toMatchObject({ currency: 'KWD', open: '10,500\u202fKWD' });
  });
  test('in English, when things got better', async () => {
    const settings = 'key,value\nlocale,en_GB\n';
    const payments = `${HAND_MADE.payments}P4,2026-11-19,,F2,600.00,\n`;
    const { currencies, company } = await figuresOf({ settings, payments });
    expect(company).toBe('Registre');
    expect(currencies[0]).toMatchObject({
      open: '€1,000.00',
      openChange: { text: '−€600.00', tone: 'even' },
      overdue: '€600.00',
      overdueShare: '60.0%',
      overdueChange: { text: '−€200.00', tone: 'better' },
      dsoChange: { tone: 'better' },
      sentences: [
        'No client fell behind in 7 days.',
        expect.stringMatching(/^Nothing of what was open .* Another €630\.00 came for newer/),
      ],
    });
  });
});

test('no figure says why, and has no change', async () => {
  const invoices = 'number,client,issueDate,total\n';
  const { currencies } = await figuresOf({
    invoices,
    payments: 'date,amount\n',
    instalments: 'invoice,dueDate,amount\n',
  });
  expect(currencies).toHaveLength(1);
  expect(currencies[0]).toMatchObject({
    open: typeset('0,00 €'),
    overdueShare: null,
    dso: 'n.\u00a0d.',
    dsoReason: 'aucune vente sur la période',
    dsoChange: null,
  });
});

test('at most five things to do, the rest is in the workbook; problems and a moving sheet are told', async () => {
  const codes = Array.from({ length: 9 }, (_, i) => `D${i}`);
  const clients = `code,name\n${codes.map((code) => `${code},Dû ${code}\n`).join('')}`;
  const invoices = `number,client,issueDate,total\n${codes.map((code) => `F${code},${code},2026-01-05,10\n`).join('')}X,?,,\n`;
  const figures = await figuresOf(
    { clients, invoices, payments: 'date,amount\n', instalments: 'invoice,dueDate,amount\n' },
    true,
  );
  expect(figures.currencies[0].priorities).toHaveLength(5);
  expect(figures).toMatchObject({ moving: true, problems: 3 });
});

test('what is to be done leads to its row of the Google Sheet; where the sheet has no such tab, nowhere', async () => {
  const there = await figuresOf(
    {},
    false,
    new Map([
      ['clients', 5],
      ['invoices', 7],
    ] as const),
  );
  const [first] = there.currencies[0].priorities;
  expect(first.url).toMatch(/^https:\/\/docs\.google\.com\/spreadsheets\/d\/x\/edit#gid=[57]&range=\d+:\d+$/);
  const nowhere = await figuresOf();
  expect(nowhere.currencies[0].priorities.every(({ url }) => url === null)).toBe(true);
  expect(nowhere.currencies[0].priorities[0]).toEqual({ text: first.text, url: null });
});
