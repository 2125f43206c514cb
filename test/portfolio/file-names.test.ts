import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overviewFiles, registerFiles } from '../../batch/portfolio/file-names.ts';

const stems = (...names: readonly string[]) =>
  registerFiles('out', names).map(({ xlsx }) => basename(xlsx, '.xlsx'));

for (const [names, expected] of [
  [['Dupont SARL'], ['Dupont-SARL']],
  [
    ['Été', 'Ete', 'ÉTÉ'],
    ['Ete', 'Ete-2', 'ETE-3'],
  ],
  [
    ['a/b', 'b'],
    ['a-b', 'b'],
  ],
  [['../../etc/passwd'], ['etc-passwd']],
  [['Overview'], ['Overview-2']],
  [
    ['A-2', 'A', 'A'],
    ['A-2', 'A', 'A-3'],
  ],
  [
    ['株式会社', '有限会社'],
    ['report', 'report-2'],
  ],
  [
    ['CON', 'aux.'],
    ['_CON', '_aux'],
  ],
  [['Durand S.A.R.L.'], ['Durand-S.A.R.L']],
] as const) {
  test(`${names.join(', ')} become ${expected.join(', ')}`, () => expect(stems(...names)).toEqual(expected));
}

test('whatever the names: all files differ, whatever the case, are short, and stay in the folder', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { maxLength: 30 }), (names) => {
      const { json, xlsx } = overviewFiles('out');
      const files = registerFiles('out', names);
      const reports = [...files.flatMap((file) => [file.xlsx, file.json]), json, xlsx];
      const summaries = files.map(({ summary }) => summary);
      const different = new Set([...reports, ...summaries].map((path) => path.toLowerCase()));
      return (
        different.size === reports.length + summaries.length &&
        reports.every((path) => /^out\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,84}$/.test(path)) &&
        summaries.every((path) => /^out\/summaries\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,84}$/.test(path))
      );
    }),
  );
});
