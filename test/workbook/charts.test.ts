import { expect, test } from 'vitest';
import { BOOKS } from './books.ts';
import { cornerOf, elements, type ReadBook, sheetNamed } from './read-xlsx.ts';

test.each(BOOKS)('$name: charts name cells that hold what they show', async (one) => {
  const book = await one.book;
  for (const [path, xml] of book.parts) {
    if (!path.startsWith('xl/charts/')) continue;
    for (const { cached, cells } of chartChecks(book, xml)) expect(cells).toEqual(cached);
  }
});

test.each(BOOKS)(
  '$name: each currency has its charts: one of ageing, three of DSO where a month is known, one of the forecast',
  async (one) => {
    const book = await one.book;
    const kinds = [...book.parts]
      .filter(([path]) => path.startsWith('xl/charts/'))
      .map(([, xml]) => kindOf(xml));
    const ageing = book.sheets.filter(({ name }) => /^(Balance âgée|Ageing)/.test(name)).length;
    const bars = kinds.filter((kind) => kind === 'clustered').length;
    expect(bars).toBe(ageing);
    const months = kinds.includes('stacked') ? 3 : 0;
    const forecasts = book.sheets.filter(({ name }) => /^(Dates attendues|Expected dates)/.test(name)).length;
    expect(kinds).toHaveLength((1 + months) * ageing + forecasts);
  },
);

test('what cannot be computed is a gap in the line, not a zero', async () => {
  const [first] = BOOKS;
  const line =
    [...(await first.book).parts].find(([, xml]) => xml.includes('<c:ptCount val="24"/>'))?.[1] ?? '';
  expect(line).toContain('<c:dispBlanksAs val="gap"/>');
  expect(elements(line, 'c:ser')).toHaveLength(3);
  expect(line).toContain('<c:ptCount val="24"/><c:pt idx="3">'); // three months without history
});

function kindOf(xml: string): string {
  if (xml.includes('<c:lineChart>')) return 'line';
  return /<c:grouping val="(\w+)"/.exec(xml)?.[1] ?? '';
}

/** Each reference of a chart with the values cached for it, beside what the cells hold. */
function chartChecks(book: ReadBook, xml: string) {
  return [...xml.matchAll(/<c:f>([^<]*)<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/g)].map(
    ([, reference, cache]) => {
      const [, name, from, to] =
        /^'(.*)'!\$([A-Z]+\$\d+)(?::\$([A-Z]+\$\d+))?$/.exec(unescaped(reference)) ?? [];
      const { cells } = sheetNamed(book, name);
      const values = cellsBetween(from.replace('$', ''), (to ?? from).replace('$', '')).map(
        (address) => cells.get(address)?.value ?? null,
      );
      const cached = values.map((_, at) => {
        const point = new RegExp(`<c:pt idx="${at}"><c:v>([^<]*)</c:v>`).exec(cache);
        if (!point) return null;
        return cache.includes('formatCode') ? Number(point[1]) : unescaped(point[1]);
      });
      expect(cache).toContain(`<c:ptCount val="${values.length}"/>`);
      return { cells: values, cached };
    },
  );
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function cellsBetween(from: string, to: string): readonly string[] {
  const letter = from.replace(/\d+/, '');
  const [first, last] = [cornerOf(from).row, cornerOf(to).row];
  return Array.from({ length: last - first + 1 }, (_, at) => `${letter}${first + at}`);
}
