/**
 * Exact decimal numbers, for quantities, prices and rates: 3 × 0.1 is 0.3, and a product is rounded once, last. Floats would not do,
 * and whole numbers of 2^53 are too small for a quantity of four decimals times a price of six.
 */
import { LARGEST_MINOR } from './money.ts';
import { ok, type Result, refuse } from './result.ts';

export type Decimal = {
  readonly isNegative: boolean; // never of zero
  readonly digits: string; // without leading zeros; '' is zero
  readonly scale: number; // how many of the digits stand after the point
};

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const MOST_DIGITS = 30;

/** Reads plain decimal text: `12`, `-0.5`, `1.250`. @param scale the most decimals, zeros at the end not counted */
export function parseDecimal(
  text: string,
  scale: number,
): Result<Decimal, 'decimal/invalid' | 'decimal/too-many-decimals'> {
  const match = DECIMAL.exec(text);
  if (!match || text.length > MOST_DIGITS) return refuse('decimal/invalid');
  const fraction = (match[3] || '').replace(/0+$/, '');
  if (fraction.length > scale) return refuse('decimal/too-many-decimals');
  return ok(decimal(match[1] === '-', match[2] + fraction, fraction.length));
}

/** A whole number divided by a power of ten: `decimalOf(1230, 2)` is 12.30. @param value a safe whole number */
export function decimalOf(value: number, scale = 0): Decimal {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is not a safe whole number`);
  return decimal(value < 0, String(Math.abs(value)), scale);
}

function decimal(isNegative: boolean, digits: string, scale: number): Decimal {
  const kept = digits.replace(/^0+/, '');
  return { isNegative: isNegative && kept !== '', digits: kept, scale };
}

/** The exact product. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return decimal(a.isNegative !== b.isNegative, multiplyDigits(a.digits, b.digits), a.scale + b.scale);
}

/** 100 less a percentage, as a factor: what a discount leaves. */
export function factorLeft(percent: Decimal): Decimal {
  const hundred = Number(`100${'0'.repeat(percent.scale)}`);
  const left = hundred - Number(percent.digits || '0') * (percent.isNegative ? -1 : 1);
  return { ...decimalOf(left, percent.scale + 2) };
}

/** A percentage as a factor: 20 is 0.20. */
export function factorOf(percent: Decimal): Decimal {
  return { ...percent, scale: percent.scale + 2 };
}

/** Whole units of the last of so many decimals, half rounded away from zero; NaN from LARGEST_MINOR on. */
export function roundDecimal({ isNegative, digits, scale }: Decimal, decimals: number): number {
  const padded = digits.padStart(scale + 1, '0') + '0'.repeat(decimals);
  const end = padded.length - scale;
  const units = Number(padded.slice(0, end)) + (scale > 0 && padded[end] >= '5' ? 1 : 0);
  if (!(units < LARGEST_MINOR)) return Number.NaN;
  return isNegative && units !== 0 ? -units : units;
}

/** The shortest plain text: `20`, `5.5`, `-0.25`. */
export function decimalToText({ isNegative, digits, scale }: Decimal): string {
  const padded = digits.padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const fraction = padded.slice(padded.length - scale).replace(/0+$/, '');
  return (isNegative ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`);
}

const LIMB = 7; // digits: the product of two limbs, and a few such products, stay exact

function multiplyDigits(a: string, b: string): string {
  const [left, right] = [limbsOf(a), limbsOf(b)];
  const sums = new Array<number>(left.length + right.length + 1).fill(0);
  left.forEach((x, i) => {
    right.forEach((y, j) => {
      const product = x * y + sums[i + j];
      sums[i + j] = product % 10 ** LIMB;
      sums[i + j + 1] += Math.floor(product / 10 ** LIMB);
    });
  });
  return sums
    .map((limb) => String(limb).padStart(LIMB, '0'))
    .reverse()
    .join('');
}

/** Seven digits a limb, the lowest first. */
function limbsOf(digits: string): readonly number[] {
  const limbs: number[] = [];
  for (let end = digits.length; end > 0; end -= LIMB)
    limbs.push(Number(digits.slice(Math.max(0, end - LIMB), end)));
  return limbs;
}
