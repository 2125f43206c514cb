/** One cell to text. What is empty is `''`; nothing here judges, the typed readers beside it do. */
import type { Cell } from '../base/problem.ts';

/** What Google Sheets and Excel show, in English and in French, where a formula failed. */
const FORMULA_ERRORS: ReadonlySet<string> = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#VALEUR!',
  '#DIV/0!',
  '#NAME?',
  '#NOM?',
  '#NUM!',
  '#NOMBRE!',
  '#NULL!',
  '#NUL!',
  '#ERROR!',
  '#ERREUR!',
  '#SPILL!',
  '#PROPAGATION!',
  '#CALC!',
]);

const LONGEST_FORMULA_ERROR = 20;
const SPACE = 0x20;
const HASH_MARK = 0x23;
const LAST_ASCII = 0x7e;

/** Whether the cell holds the error of a failed formula instead of a value. */
export function isFormulaError(cell: Cell): boolean {
  if (typeof cell !== 'string' || cell.indexOf('#') < 0) return false;
  const text = cell.trim();
  return text.length <= LONGEST_FORMULA_ERROR && FORMULA_ERRORS.has(text.toUpperCase());
}

/** The cell's text: trimmed, in Unicode's composed form (NFC), so that an é typed on any keyboard is the same é. */
export function readText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return isPlainText(cell) ? cell : cell.trim().normalize('NFC');
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return numberText(cell);
}

/** Whether a text is printable ASCII, no formula's error, without spaces at its ends: read as it stands. Most cells are. */
function isPlainText(text: string): boolean {
  const last = text.length - 1;
  const first = text.charCodeAt(0);
  if (last < 0 || first === SPACE || first === HASH_MARK || text.charCodeAt(last) === SPACE) return false;
  for (let i = 0; i <= last; i++) {
    const unit = text.charCodeAt(i);
    if (unit < SPACE || unit > LAST_ASCII) return false;
  }
  return true;
}

/** A number as plain decimal text, with the 15 digits a sheet shows: `1001`, `0.3`, never `1e+21`. */
function numberText(value: number): string {
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  return parts ? withoutExponent(parts) : text;
}

function withoutExponent([, sign, whole, fraction = '', exponent]: readonly string[]): string {
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}
