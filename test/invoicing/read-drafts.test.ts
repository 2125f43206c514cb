import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { lateDrafts } from '../../shared/invoicing/late-issue.ts';
import { type DraftReading, readDrafts } from '../../shared/invoicing/read-drafts.ts';

const READING: DraftReading = { locale: 'fr_FR', dateOrder: 'dmy', isRegistered: true };
const LINES: readonly (readonly Cell[])[] = [
  [
    'Facture',
    'Position',
    'Désignation',
    'Quantité',
    'Unité',
    'Prix unitaire HT',
    'Remise %',
    'Taux de TVA',
    'Catégorie de TVA',
  ],
  ['D-2', null, 'seconde', 1, 'h', 10, null, 20, null],
  ['F2026-00001', 1, 'issued', 1, '', 10, null, 20, null],
  ['D-1', 2, 'b', '1,5', 'jour', 450.5, 10, '5,5 %', 'S'],
  ['D-2', null, 'third', 1, '', 10, null, 0, null],
  ['D-1', 1, 'a', 3, '', 10, '', 0, 'autoliquidation'],
  ['D-2', 1, 'first', 1, '', 10, null, 20, null],
];
const DRAFTS: readonly (readonly Cell[])[] = [
  [
    'Brouillon',
    'Client',
    'Type',
    'Date de facture',
    'Prêt à émettre',
    'Mention libre',
    'Émise sous le n°',
    'Ma colonne',
  ],
  ['D-1', 'C1', '', 46351, true, '  =1+1 ', null, 'x'],
  ['', '', '', null, '', '', null, 'only a note of the keeper’s'],
  ['D-2', 'C2', 'avoir', '24/11/2026', 'non', null, 'A2026-00001'],
  [null, 'C3', null, null, 'OUI', null],
];

test('drafts with their lines in order of position, then of row; the keeper’s own columns are left alone', () => {
  const drafts = readDrafts(DRAFTS, LINES, READING);
  expect(drafts.map(({ row, id, lines }) => [row, id, lines.map(({ description }) => description)])).toEqual([
    [2, 'D-1', ['a', 'b']],
    [4, 'D-2', ['first', 'seconde', 'third']],
    [5, '', []],
  ]);
  expect(drafts[0]).toMatchObject({
    type: 'invoice',
    issueDay: dayNumber('2026-11-25'),
    ready: true,
    notes: '=1+1',
    number: '',
    notices: [],
  });
  expect(drafts[1]).toMatchObject({
    type: 'creditNote',
    issueDay: dayNumber('2026-11-24'),
    ready: false,
    number: 'A2026-00001',
  });
  expect(drafts[2].ready).toBe(true);
});

test('cells of a line as plain decimals, with the category they imply', () => {
  const [{ lines }, { lines: others }] = readDrafts(DRAFTS, LINES, READING);
  expect(lines[1]).toMatchObject({
    row: 4,
    quantity: '1.5',
    unit: 'jour',
    unitPrice: '450.5',
    discountPercent: '10',
    vatRate: '5.5',
    vatCategory: 'S',
  });
  expect(lines[0]).toMatchObject({ vatRate: '0', vatCategory: 'AE', discountPercent: '' });
  expect(others.map(({ vatCategory }) => vatCategory)).toEqual(['S', 'S', '']);
  const [, { lines: exempt }] = readDrafts(DRAFTS, LINES, { ...READING, isRegistered: false });
  expect(exempt.map(({ vatCategory }) => vatCategory)).toEqual(['S', 'S', 'E']);
});

test('columns in any order and language; no tab, no draft', () => {
  const grid = [
    ['notes', 'Client', 'Draft'],
    ['n', 'C1', 'D-1'],
  ];
  expect(readDrafts(grid, [], READING)).toMatchObject([{ id: 'D-1', client: 'C1', notes: 'n', lines: [] }]);
  expect(readDrafts([], [], READING)).toEqual([]);
});

test('a number that reads two ways is noticed, not guessed', () => {
  const lines = [LINES[0], ['D-1', 1, 'a', '1,234', '', '1.234', '', 20, '']];
  const of = (locale: string) => readDrafts(DRAFTS, lines, { ...READING, locale })[0];
  expect(of('fr_FR').lines[0]).toMatchObject({ quantity: '1.234', unitPrice: '1.234' });
  expect(of('en_GB').lines[0]).toMatchObject({ quantity: '', unitPrice: '1.234' });
  expect(of('en_GB').notices.map(({ field }) => field)).toEqual(['lines.0.quantity']);
});

test('services done and not invoiced: from the fourth day on, the oldest first', () => {
  const head = ['Brouillon', 'Client', 'Type', 'Date de prestation', 'Émise sous le n°'];
  const grid = [
    head,
    ['D-1', 'C1', '', '2026-11-22', ''],
    ['D-2', 'C1', '', '2026-11-21', ''],
    ['D-3', 'C1', '', '2026-10-01', ''],
    ['D-4', 'C1', '', '2026-10-01', 'F2026-00001'],
    ['D-5', 'C1', 'avoir', '2026-10-01', ''],
    ['D-6', 'C1', '', '', ''],
    ['D-7', 'C1', '', '2027-01-01', ''],
  ];
  const late = lateDrafts(readDrafts(grid, [], READING), dayNumber('2026-11-25'));
  expect(late.map(({ draft, daysLate }) => [draft.id, daysLate])).toEqual([
    ['D-3', 52],
    ['D-2', 1],
  ]);
});
