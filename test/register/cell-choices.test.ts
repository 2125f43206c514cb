import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import { readChoice, readCurrency } from '../../shared/register/cell-choices.ts';
import { normaliseWord } from '../../shared/register/known-words.ts';
import { type Choice, LANGUAGE_CHOICES, TABLES, YES_NO_CHOICES } from '../../shared/register/tables.ts';

function choicesOf(table: keyof typeof TABLES, key: string): readonly Choice[] {
  return TABLES[table].columns.find((column) => column.key === key)?.choices ?? [];
}

function answer(cell: Cell, choices: readonly Choice[]): string {
  const choice = readChoice(cell, choices);
  return choice.ok ? choice.value : choice.error;
}

for (const [cell, expected] of [
  ['transfer', 'transfer'],
  ['Virement', 'transfer'],
  [' VIREMENT ', 'transfer'],
  ['chèque', 'cheque'],
  ['Cheque', 'cheque'],
  ['chèque'.normalize('NFD'), 'cheque'],
  ['Espèces', 'cash'],
  ['directDebit', 'directDebit'],
  ['direct debit', 'directDebit'],
  ['Direct-Debit', 'directDebit'],
  ['prelevement', 'directDebit'],
  ['creditNote', 'creditNote'],
  ['credit note', 'creditNote'],
  ['Avoir', 'creditNote'],
  ['write off', 'writeOff'],
  ['PayPal', 'choice/unknown'],
  ['', 'choice/unknown'],
  [null, 'choice/unknown'],
  [1, 'choice/unknown'],
  [true, 'choice/unknown'],
  ['constructor', 'choice/unknown'],
  ['#N/A', 'cell/formula-error'],
] as const) {
  test(`the method ${String(cell)} is ${expected}`, () => {
    expect(answer(cell, choicesOf('payments', 'method'))).toBe(expected);
  });
}

test('oui and yes are yes, anglais and French are languages', () => {
  expect(['oui', 'Yes', 'NON'].map((word) => answer(word, YES_NO_CHOICES))).toEqual(['yes', 'yes', 'no']);
  expect(['anglais', 'French', 'FR'].map((word) => answer(word, LANGUAGE_CHOICES))).toEqual([
    'en',
    'fr',
    'fr',
  ]);
});

test('no word stands for two choices of one column, and every word is read', () => {
  for (const table of Object.values(TABLES)) {
    for (const { key: column, choices = [] } of table.columns) {
      const owners = new Map<string, string>();
      for (const { key, words } of choices) {
        for (const word of [key, words.fr, words.en]) {
          expect(owners.get(normaliseWord(word)) ?? key, `${table.key}.${column} ${word}`).toBe(key);
          owners.set(normaliseWord(word), key);
          expect(answer(word, choices)).toBe(key);
        }
      }
    }
  }
});

for (const [cell, expected] of [
  ['EUR', 'EUR'],
  [' eur ', 'EUR'],
  ['€', 'EUR'],
  ['zł', 'PLN'],
  ['$', 'currency/unknown'],
  ['£', 'currency/unknown'],
  ['¥', 'currency/unknown'],
  ['euro', 'currency/unknown'],
  ['FRF', 'currency/unknown'],
  ['ＥＵＲ', 'currency/unknown'],
  ['uſd', 'currency/unknown'],
  ['', 'currency/unknown'],
  [null, 'currency/unknown'],
  [978, 'currency/unknown'],
  ['#REF!', 'cell/formula-error'],
] as const) {
  test(`the currency ${String(cell)} is ${expected}`, () => {
    const currency = readCurrency(cell);
    expect(currency.ok ? currency.value : currency.error).toBe(expected);
  });
}
