/** Ids made in the browser. */
import { expect, test } from 'vitest';
import { madeId } from '../../appsscript/sidebar/forms/made-id.ts';

test('an id has its letter and sixteen of A–Z and 0–9, never the same twice', () => {
  const ids = Array.from({ length: 500 }, () => madeId('D'));
  expect(ids.filter((id) => !/^D-[A-Z0-9]{16}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(500);
});
