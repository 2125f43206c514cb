/** Asks are whatever anyone sends: each check says what it takes and what it refuses. */
import { describe, expect, test } from 'vitest';
import {
  amount,
  type Check,
  choice,
  currency,
  day,
  entries,
  flag,
  line,
  list,
  madeId,
  noticesOf,
  record,
  text,
} from '../../appsscript/actions/asks.ts';
import { SIDEBAR_ASKS } from '../../appsscript/actions/sidebar-asks.ts';
import { ENDPOINTS } from '../../appsscript/surface.ts';

const STRANGE: readonly unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  true,
  {},
  [],
  () => 1,
  new Date(0),
  Symbol('x'),
];

const TABLE: readonly (readonly [string, Check<unknown>, readonly unknown[], readonly unknown[]])[] = [
  [
    'line',
    line(5),
    ['', 'abcde', 'é€', '=1+1'],
    ['abcdef', 'a\nb', 'a\u2028b', 'a\u0000', '\u202ex', '\ud800'],
  ],
  ['text', text(9), ['a\nb', 'a\tb', '😀'], ['a'.repeat(10), '\u0007', '\udc00']],
  [
    'day',
    day,
    ['2026-02-28', '2028-02-29'],
    ['2026-02-29', '26-01-01', '2026-1-1', '', '2026-01-01T00:00:00Z'],
  ],
  [
    'amount',
    amount,
    ['0', '-12,50', '1 234.56', '1\u202f234,5', '−3'],
    ['', 'abc', '1e5', '€5', '=1', '--1'],
  ],
  ['currency', currency, ['', 'EUR'], ['eur', 'EURO', 'EU']],
  ['made id', madeId('D'), ['D-ABCDEF12'], ['D-abcdef12', 'P-ABCDEF12', 'D-ABC', 'D-ABCDEF12\n1', '']],
  ['flag', flag, [true, false], ['true', 1]],
  ['choice', choice(['a', 'b']), ['a', 'b'], ['c', '', 'A']],
  ['list', list(flag, 2), [[], [true, false]], [[true, true, true], [1], 'x', { length: 1 }]],
];

for (const [name, check, taken, refused] of TABLE) {
  describe(name, () => {
    for (const value of taken) {
      test(`takes ${JSON.stringify(value)}`, () => expect(check(value, 'x')).toMatchObject({ ok: true }));
    }
    for (const value of refused) {
      test(`refuses ${JSON.stringify(value)}`, () => expect(check(value, 'x')).toMatchObject({ ok: false }));
    }
  });
}

test('a text is composed, trimmed, and its line ends are one kind', () => {
  expect(text(20)(' e\u0301\r\nb\rc ', '')).toEqual({ ok: true, value: 'é\nb\nc' });
});

test('a record names every field that is wrong, by its path, and drops what it does not know', () => {
  const check = record<{ a: string; lines: readonly { b: boolean }[] }>({
    a: line(2),
    lines: list(record<{ b: boolean }>({ b: flag }), 5),
  });
  expect(check({ a: 'x', lines: [{ b: true, c: 1 }], extra: 2 }, '')).toEqual({
    ok: true,
    value: { a: 'x', lines: [{ b: true }] },
  });
  const wrong = check({ a: 'xxx', lines: [{ b: true }, { b: 'no' }] }, '');
  expect(wrong.ok ? [] : noticesOf(wrong.error, 'en')).toEqual([
    { field: 'a', severity: 'error', text: '2 characters at most.' },
    { field: 'lines.1.b', severity: 'error', text: 'Yes or no is expected.' },
  ]);
});

test('entries take neither strange keys nor a prototype', () => {
  const check = entries(line(10), line(10), 2);
  expect(check({ a: '1' }, '')).toEqual({ ok: true, value: { a: '1' } });
  expect(check(JSON.parse('{"__proto__":{"x":1}}'), '')).toMatchObject({ ok: false });
  expect(check({ a: '1', b: '2', c: '3' }, '')).toMatchObject({ ok: false });
});

describe('every call of the sidebar', () => {
  for (const [call, check] of Object.entries(SIDEBAR_ASKS)) {
    test(`${call} answers anything, and repeats none of it`, () => {
      for (const value of [...STRANGE, { id: '<img src=x>', client: STRANGE }, 'x'.repeat(100_000)]) {
        const checked = check(value, '');
        if (!checked.ok) expect(JSON.stringify(checked.error).length).toBeLessThan(20_000);
        if (!checked.ok) expect(JSON.stringify(checked.error)).not.toContain('<img');
      }
    });
  }
});

test('the endpoints of the sidebar are those with a check', () => {
  const calls = ENDPOINTS.filter((name) => name.startsWith('ui_'));
  expect([...calls].sort()).toEqual(Object.keys(SIDEBAR_ASKS).sort());
});
