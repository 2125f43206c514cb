/**
 * The few formulas of conditional colours: `=($N2>0)*(ISNUMBER($O2))`. Products, sums, comparisons, texts, numbers, cells of the
 * row, ISNUMBER, ISBLANK, TODAY. Another one is refused: a colour never stands on a guess.
 */
import type { CellValue } from '../spreadsheet.ts';

/** What a formula looks at. @param row from the rule's first row: a relative row moves with the cell */
export type Around = {
  readonly cell: (column: number, row: number) => CellValue;
  readonly today: number; // serial number
};

type Value = CellValue;
type Parser = { readonly tokens: readonly string[]; at: number; readonly around: Around };

const TOKEN = /\s*("(?:[^"]|"")*"|<>|<=|>=|[-+*<>=()&]|\$?[A-Z]{1,3}\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?)/y;

/** Whether a rule's formula holds. */
export function holds(formula: string, around: Around): boolean {
  const parser = { tokens: tokensOf(formula.replace(/^=/, '')), at: 0, around };
  const value = comparison(parser);
  if (parser.at < parser.tokens.length) throw new Error(`NotEmulated: the formula ${formula}`);
  return value === true || (typeof value === 'number' && value !== 0);
}

const kept = new Map<string, readonly string[]>();

function tokensOf(formula: string): readonly string[] {
  const known = kept.get(formula);
  if (known) return known;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const token = TOKEN.exec(formula)?.[1];
    if (token === undefined) throw new Error(`NotEmulated: the formula =${formula}`);
    tokens.push(token);
  }
  kept.set(formula, tokens);
  return tokens;
}

function take(parser: Parser): string {
  const token = parser.tokens[parser.at] ?? '';
  parser.at += 1;
  return token;
}

function takeAny(parser: Parser, choices: readonly string[]): string | null {
  return choices.includes(parser.tokens[parser.at] ?? '') ? take(parser) : null;
}

function comparison(parser: Parser): Value {
  let left = sum(parser);
  for (;;) {
    const sign = takeAny(parser, ['=', '<>', '<', '>', '<=', '>=']);
    if (sign === null) return left;
    left = compare(left, sign, sum(parser));
  }
}

function sum(parser: Parser): Value {
  let left = product(parser);
  for (;;) {
    const sign = takeAny(parser, ['+', '-']);
    if (sign === null) return left;
    left = number(left) + (sign === '+' ? 1 : -1) * number(product(parser));
  }
}

function product(parser: Parser): Value {
  let left = term(parser);
  while (takeAny(parser, ['*']) !== null) left = number(left) * number(term(parser));
  return left;
}

function term(parser: Parser): Value {
  const token = take(parser);
  if (token === '(') return closed(parser, comparison(parser));
  if (token === '-') return -number(term(parser));
  if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
  if (/^\d/.test(token)) return Number(token);
  const cell = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(token);
  if (cell) return parser.around.cell(columnNumber(cell[1] ?? ''), Number(cell[2]));
  return call(parser, token);
}

function call(parser: Parser, name: string): Value {
  if (take(parser) !== '(') throw new Error(`NotEmulated: ${name} in a formula`);
  if (name === 'TODAY') return closed(parser, parser.around.today);
  const value = closed(parser, comparison(parser));
  if (name === 'ISNUMBER') return typeof value === 'number';
  if (name === 'ISBLANK') return value === null;
  throw new Error(`NotEmulated: ${name} in a formula`);
}

function closed(parser: Parser, value: Value): Value {
  if (take(parser) !== ')') throw new Error('NotEmulated: a formula whose brackets do not close');
  return value;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
}

function number(value: Value): number {
  return typeof value === 'number' ? value : Number(value === true);
}

/** An empty cell is 0 beside a number and an empty text beside a text; a text is greater than any number. */
function compare(left: Value, sign: string, right: Value): boolean {
  const [a, b] = [filled(left, right), filled(right, left)];
  const order = rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
  switch (sign) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

function filled(value: Value, beside: Value): string | number | boolean {
  if (value !== null) return typeof value === 'string' ? value.toLowerCase() : value;
  return typeof beside === 'string' ? '' : 0;
}

function rank(value: string | number | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}
