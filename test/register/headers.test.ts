import { expect, test } from 'vitest';
import { matchHeaders } from '../../shared/register/headers.ts';
import { normaliseWord } from '../../shared/register/known-words.ts';
import { TABLE_KEYS, TABLES } from '../../shared/register/tables.ts';

for (const key of TABLE_KEYS) {
  const table = TABLES[key];
  const keys = table.columns.map((column) => column.key);

  test(`${key} is found by its keys, its French and its English headers`, () => {
    for (const headers of [
      keys,
      table.columns.map((column) => column.header.fr),
      table.columns.map((column) => column.header.en),
      table.columns.map((column) => column.header.fr.toUpperCase().normalize('NFD')),
    ]) {
      const match = matchHeaders(table, headers);
      expect([...match.columns]).toEqual(keys.map((column, i) => [column, i]));
      expect([...match.texts.keys()]).toEqual(keys);
      expect(match.missing).toEqual([]);
      expect(match.duplicates).toEqual([]);
    }
  });

  test(`${key} has no word for two columns`, () => {
    const owners = new Map<string, string>();
    for (const { key: column, header } of table.columns) {
      for (const word of [column, header.fr, header.en].map(normaliseWord)) {
        expect(owners.get(word) ?? column).toBe(column);
        owners.set(word, column);
      }
    }
  });
}

test('any order, case, accents, spaces and marks; unknown headers are left alone', () => {
  const match = matchHeaders(TABLES.payments, [
    'Ma colonne',
    ' MONTANT * ',
    'imputé-le',
    null,
    'ID',
    "mode  d'encaissement",
    'Mode de reglement',
    42,
    'DATE :',
  ]);
  expect([...match.columns]).toEqual([
    ['amount', 1],
    ['appliedOn', 2],
    ['id', 4],
    ['method', 6],
    ['date', 8],
  ]);
  expect(match.texts.get('amount')).toBe('MONTANT *');
  expect(match.missing).toEqual([]);
});

test('required columns that are not there are missing, others are not', () => {
  const match = matchHeaders(TABLES.invoices, ['Numéro', 'Client']);
  expect(match.missing.map((column) => column.key)).toEqual(['issueDate', 'total']);
  expect(matchHeaders(TABLES.invoices, []).missing.map((column) => column.key)).toEqual([
    'number',
    'client',
    'issueDate',
    'total',
  ]);
});

test('of two headers for one column the first stands', () => {
  const match = matchHeaders(TABLES.invoices, ['total', 'Montant TTC', 'TOTAL']);
  expect(match.columns.get('total')).toBe(0);
  expect(match.texts.get('total')).toBe('total');
  expect(match.duplicates).toEqual([
    { key: 'total', index: 1 },
    { key: 'total', index: 2 },
  ]);
});

for (const [text, word] of [
  ['N° TVA', 'ntva'],
  ['Nº TVA', 'ntva'],
  ['Complément d’adresse', 'complementdadresse'],
  ["COMPLEMENT D'ADRESSE", 'complementdadresse'],
  ['Œuvre', 'oeuvre'],
  ['credit-note', 'creditnote'],
  ['creditNote', 'creditnote'],
  ['Total €', 'total'],
  ['  ', ''],
] as const) {
  test(`"${text}" is the word ${word}`, () => expect(normaliseWord(text)).toBe(word));
}
