import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../batch/delivery/file-name.ts';

for (const [given, safe] of [
  ['encaisse-2026-11-20.xlsx', 'encaisse-2026-11-20.xlsx'],
  ['Été à Noël.xlsx', 'Ete-a-Noel.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\rapport.xlsx', 'rapport.xlsx'],
  ['/absolute/rapport.xlsx', 'rapport.xlsx'],
  ['con.xlsx', '_con.xlsx'],
  ['NUL', '_NUL'],
  ['lpt1.txt', '_lpt1.txt'],
  ['console.xlsx', 'console.xlsx'],
  ['a\0b.xlsx', 'a-b.xlsx'],
  ['a\u202exslx.exe', 'a-xslx.exe'],
  ['a"; filename="b.exe', 'a-filename-b.exe'],
  ['.hidden', 'report.hidden'],
  ['.xlsx', 'report.xlsx'],
  ['..', 'report'],
  ['-rf.xlsx', 'rf.xlsx'],
  ['', 'report'],
  ['…', 'report'],
  ['日本.xlsx', 'report.xlsx'],
  [`${'a'.repeat(200)}.xlsx`, `${'a'.repeat(74)}.xlsx`],
] as const) {
  test(`${JSON.stringify(given)} becomes ${safe}`, () => expect(safeFileName(given)).toBe(safe));
}

test('whatever is given, the name is safe, and a safe one stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const name = safeFileName(text);
      expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,79}$/);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(safeFileName(name)).toBe(name);
    }),
  );
});
