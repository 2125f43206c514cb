import { expect, test } from 'vitest';
import { cellsOf, pourBytes } from './csv-fixture.ts';

const HEADER = 'code,name,city\n';

for (const [name, bytes] of [
  ['commas', 'code,name\nC1,Anne\n'],
  ['semicolons', 'code;name\nC1;Anne\n'],
  ['tabs', 'code\tname\nC1\tAnne\n'],
  ['a byte-order mark', '\ufeffcode,name\nC1,Anne\n'],
  ['CRLF', 'code,name\r\nC1,Anne\r\n'],
  ['CR', 'code,name\rC1,Anne\r'],
  ['no line ending at the end', 'code,name\nC1,Anne'],
  ['CRLF and no line ending at the end', 'code,name\r\nC1,Anne'],
  ['quotes everywhere', '"code","name"\n"C1","Anne"\n'],
  ['another separator inside a quoted header', '"code";"name"\n"C1";"Anne"\n'],
] as const) {
  test(`${name}: the same cells`, () =>
    expect(pourBytes(bytes)).toEqual({
      headers: ['code', 'name'],
      rows: [{ row: 2, cells: ['C1', 'Anne'], blank: false, flaw: null }],
      flaws: [],
      bytes: Buffer.byteLength(bytes),
    }));
}

for (const [name, cell, text] of [
  ['the separator', '"a,b"', 'a,b'],
  ['a line feed', '"a\nb"', 'a\nb'],
  ['a carriage return and line feed', '"a\r\nb"', 'a\r\nb'],
  ['doubled quotes', '"say ""yes"""', 'say "yes"'],
  ['nothing but doubled quotes', '""""', '"'],
  ['nothing', '""', null],
  ['spaces', '" a "', ' a '],
  ['a quote past its start, as text', '12" disk', '12" disk'],
  ['a NUL byte', 'a\0b', 'a\0b'],
  ['a formula, as text', '=1+1', '=1+1'],
  ['right to left and beyond the first plane', 'שלום 😀', 'שלום 😀'],
  ['50,000 characters', 'é'.repeat(50_000), 'é'.repeat(50_000)],
  ['more than the window', `"${'a,\n'.repeat(600_000)}"`, 'a,\n'.repeat(600_000)],
] as const) {
  test(`a cell may hold ${name}`, () =>
    expect(cellsOf(`${HEADER}C1,${cell},Lyon\nC2,Bo,Nice\n`)).toEqual([
      ['C1', text, 'Lyon'],
      ['C2', 'Bo', 'Nice'],
    ]));
}

test('rows are numbered as a spreadsheet numbers them: a line break in a cell makes no row, a blank line does', () => {
  const { rows } = pourBytes(`${HEADER}C1,"a\nb",x\n\n,,\n"","",\n   ,\u00a0,\t\nC2,c\n`);
  expect(rows.map(({ row, blank }) => [row, blank])).toEqual([
    [2, false],
    [3, true],
    [4, true],
    [5, true],
    [6, true],
    [7, false],
  ]);
});

test('a short row has empty cells', () => expect(cellsOf(`${HEADER}C1\n`)).toEqual([['C1', null, null]]));

for (const [name, row, flaw] of [
  ['a cell too many', 'C1,Anne,Lyon,x', 'row/extra-cells'],
  ['a quoted cell too many', 'C1,Anne,Lyon,"x"', 'row/extra-cells'],
  ['empty cells too many', 'C1,Anne,Lyon,,,', null],
  ['an empty quoted cell too many', 'C1,Anne,Lyon,""', null],
  ['only cells past the header', ',,,x', 'row/extra-cells'],
  ['a text after a closing quote', 'C1,"An"ne,Lyon', 'row/quotes'],
  ['a space after a closing quote', 'C1,"Anne" ,Lyon', 'row/quotes'],
  ['nothing but a text after empty quotes', '""x,,', 'row/quotes'],
  ['a quote after a space, which may open a cell or not', 'C1, "Anne",Lyon', 'row/quotes'],
  ['a space and no quote', 'C1, Anne,Lyon', null],
] as const) {
  test(`${name}: ${flaw}`, () => {
    const { rows } = pourBytes(`${HEADER}${row}\nC2,Bo,Nice\n`);
    expect(rows.map((each) => [each.blank, each.flaw])).toEqual([
      [false, flaw],
      [false, null],
    ]);
  });
}

for (const [name, bytes, rows, truncatedRow] of [
  ['in the middle of a row', `${HEADER}C1,Anne,Lyon\nC2,B`, 1, 3],
  ['in a quoted cell', `${HEADER}C1,Anne,Lyon\nC2,"Bo`, 1, 3],
  ['in a quoted cell, after a line ending', `${HEADER}C1,Anne,Lyon\nC2,"Bo\n`, 1, 3],
  ['in a quoted cell, after a row shorter than the header', `${HEADER}C1\nC2,"Bo`, 1, 3],
  ['at a doubled quote', `${HEADER}C1,Anne,Lyon\nC2,"Bo""`, 1, 3],
  [
    'by a quote that never closes: nothing after it can be trusted',
    `${HEADER}C1,"Anne,Lyon\nC2,Bo,Nice\n`,
    0,
    2,
  ],
  ['in the header’s quotes', 'code,"name\nC1,Anne\n', 0, 1],
  ['inside a letter', Buffer.concat([Buffer.from(`${HEADER}É1,Anne,Lyon\nC2,`), Buffer.of(0xc3)]), 1, 3],
] as const) {
  test(`a file cut ${name} says so, and does not hand over the row`, () => {
    const poured = pourBytes(bytes);
    expect(poured.flaws).toEqual([{ code: 'file/truncated', row: truncatedRow }]);
    expect(poured.rows).toHaveLength(rows);
    expect(poured.bytes).toBe(Buffer.byteLength(bytes));
  });
}

test('spaces at the very end are no cut row', () =>
  expect(pourBytes(`${HEADER}C1,Anne,Lyon\n  `).flaws).toEqual([]));

test('a last row without its line ending that has all its cells is whole', () =>
  expect(pourBytes(`${HEADER}C1,Anne,Lyon\nC2,Bo,`).flaws).toEqual([]));

test('an empty file has no header', () =>
  expect(pourBytes('')).toEqual({ headers: [], rows: [], flaws: [], bytes: 0 }));

test('a header alone', () =>
  expect(pourBytes('code,name')).toEqual({ headers: ['code', 'name'], rows: [], flaws: [], bytes: 9 }));

test('the header’s separators decide, wherever another one stands in quotes', () =>
  expect(pourBytes('"a;b;c;""d"";e",name\nC1,Bo\n').headers).toEqual(['a;b;c;"d";e', 'name']));

test('a quote inside a header’s text does not swallow the rows', () => {
  const { headers, rows } = pourBytes('code,size in 12",name\nC1,"x",Anne\nC2,y,Bo\n');
  expect(headers).toEqual(['code', 'size in 12"', 'name']);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['C1', 'x', 'Anne'],
    ['C2', 'y', 'Bo'],
  ]);
});

test('a quoted header may hold a line break', () =>
  expect(pourBytes('code,"the\nname"\r\nC1,Anne\n').headers).toEqual(['code', 'the\nname']));

/** Every byte that Windows-1252 gives a sign of its own, as the WHATWG Encoding Standard has it. */
const SIGNS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const SIGN_BYTES = '80 82 83 84 85 86 87 88 89 8a 8b 8c 8e 91 92 93 94 95 96 97 98 99 9a 9b 9c 9e 9f';

test('Windows-1252 is read right, and told once, with its first row', () => {
  const bytes = Buffer.concat([
    Buffer.from('code,name\nC1,Anne\nC2,'),
    Buffer.from(SIGN_BYTES.replaceAll(' ', ''), 'hex'),
    Buffer.from('\nC3,Émile Noël\n', 'latin1'),
  ]);
  const { rows, flaws } = pourBytes(bytes);
  expect(rows.map(({ cells }) => cells[1])).toEqual(['Anne', SIGNS, 'Émile Noël']);
  expect(flaws).toEqual([{ code: 'file/encoding', row: 3 }]);
});

test('rows in UTF-8 stay right beside one that is not, wherever the file is cut into chunks', () => {
  const bytes = Buffer.concat([
    Buffer.from('code,name\nC1,Zoé\n'),
    Buffer.from('C2,Noël\n', 'latin1'),
    Buffer.from('C3,Zoé\n'),
  ]);
  for (const chunk of [1, 2, 7, 20, 1 << 20]) {
    const { rows, flaws } = pourBytes(bytes, chunk);
    expect(rows.map(({ cells }) => cells[1])).toEqual(['Zoé', 'Noël', 'Zoé']);
    expect(flaws).toEqual([{ code: 'file/encoding', row: 3 }]);
  }
});

test('a header in Windows-1252 is told as row 1', () => {
  const { headers, flaws } = pourBytes(Buffer.from('Numéro,Échéance\nF1,x\n', 'latin1'));
  expect(headers).toEqual(['Numéro', 'Échéance']);
  expect(flaws).toEqual([{ code: 'file/encoding', row: 1 }]);
});

test('a million blank rows', () => {
  const { rows } = pourBytes(`${HEADER}${'\n'.repeat(1_000_000)}C1,Anne,Lyon\n`);
  expect(rows.filter(({ blank }) => !blank)).toEqual([
    { row: 1_000_002, cells: ['C1', 'Anne', 'Lyon'], blank: false, flaw: null },
  ]);
});

for (const [name, row, read, from] of [
  ['in quotes', 'C1,"x', [], 2],
  ['without quotes', 'C1,x', [], 2],
  ['after whole rows', 'C1,Anne,Lyon\nC2,"x', ['C1'], 3],
] as const) {
  test(`a row of 80 million bytes, ${name}, is where reading ends`, () => {
    const poured = pourBytes(
      Buffer.concat([
        Buffer.from(HEADER + row),
        Buffer.alloc(80_000_000, 'x'),
        Buffer.from('\nC3,Cy,Nice\n'),
      ]),
    );
    expect(poured.rows.map(({ cells }) => cells[0])).toEqual(read);
    expect(poured.flaws).toEqual([{ code: 'file/truncated', row: from }]);
  });
}

test('a header row of 80 million bytes is none', () => {
  const poured = pourBytes(
    Buffer.concat([Buffer.from('code,"name'), Buffer.alloc(80_000_000, 'x'), Buffer.from('\nC1,Cy\n')]),
  );
  expect([poured.headers, poured.rows, poured.flaws]).toEqual([[], [], [{ code: 'file/truncated', row: 1 }]]);
});
