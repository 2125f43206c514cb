/** Check digits, verified from the other side than the generator computes them. */

/** ISO/IEC 7812-1: from the right, every second digit doubled, the digits' sum a multiple of ten. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: country and key moved to the end, letters as numbers, the remainder by 97 is 1. */
export function isIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** A French VAT number: the key is 12 + 3 × the SIREN by 97. */
export function isFrenchVatNumber(vatNumber: string): boolean {
  const match = /^FR(\d{2})(\d{9})$/.exec(vatNumber);
  return match !== null && (12n + 3n * BigInt(match[2])) % 97n === BigInt(match[1]);
}
