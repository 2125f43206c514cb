/**
 * Which invoices a text names. People write `F2026-00012` as `F2026 00012`, `f202600012` or `F2026/12`; banks break and pad. A number is
 * found where its letters and digits stand in their order with nothing but signs between them, zeros before a run of digits aside.
 */
import type { Register } from '../../register/entries.ts';
import type { Payable } from './payable.ts';

/** @returns the invoices a text names, in the order they were given */
export function numberFinder(payables: readonly Payable[]): (text: string) => readonly Payable[] {
  const byDigits = new Map<string, { readonly payable: Payable; readonly pattern: RegExp }[]>();
  for (const payable of payables) {
    const runs = runsOf(payable.number);
    const digits = runs.filter((run) => /\d/.test(run));
    if (digits.length === 0) continue;
    const entry = { payable, pattern: patternOf(runs) };
    for (const key of new Set([keyOf(digits[digits.length - 1]), keyOf(digits.join(''))])) {
      byDigits.set(key, [...(byDigits.get(key) ?? []), entry]);
    }
  }
  const places = new Map(payables.map((payable, place) => [payable, place] as const));
  return (text) => {
    const plain = plainText(text);
    const found = new Set<Payable>();
    for (const key of new Set((plain.match(/\d+/g) ?? []).map(keyOf))) {
      for (const { pattern, payable } of byDigits.get(key) ?? []) if (pattern.test(plain)) found.add(payable);
    }
    return Array.from(found).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
}

/** The invoices of some parts that a text names. */
export function invoicesNamed(
  text: string,
  parts: readonly { readonly invoice: number }[],
  { invoices }: Register,
): readonly number[] {
  const payables = parts.map(({ invoice }) => ({
    invoice,
    number: invoices.numberAt(invoice),
    client: 0,
    issueDay: 0,
    dueDay: 0,
    open: 0,
  }));
  return numberFinder(payables)(text).map(({ invoice }) => invoice);
}

/** Whether a number is one that a text does not hold by chance: letters and digits, or many digits. */
export function isTelling(number: string): boolean {
  const plain = plainText(number).replace(/[^A-Z0-9]/g, '');
  return plain.length >= 8 || (plain.length >= 5 && /[A-Z]/.test(plain) && /\d{3}/.test(plain));
}

/** Capitals without accents; what is neither letter nor digit stays. */
export function plainText(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

function runsOf(number: string): readonly string[] {
  return plainText(number).match(/[A-Z]+|\d+/g) ?? [];
}

function keyOf(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** The letters and digits of runs need no escaping. */
function patternOf(runs: readonly string[]): RegExp {
  const body = runs.map((run) => (/\d/.test(run) ? `0*${keyOf(run)}` : run)).join('[^A-Z0-9]*');
  return new RegExp(`(?<![A-Z0-9])${body}(?!\\d)`);
}
