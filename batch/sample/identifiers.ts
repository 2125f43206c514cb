/** Identifiers whose keys are right and whose owners do not exist: SIREN, SIRET, VAT number, IBAN. */

/** @returns a nine-digit SIREN with its Luhn key. `000…` is allotted to nobody. @param serial from 0 to 99999 */
export function fictionalSiren(serial: number): string {
  return withLuhnKey(`000${String(serial).padStart(5, '0')}`);
}

/** @returns the SIRET of the SIREN's first establishment: five more digits, the last of them a Luhn key over all. */
export function siretOf(siren: string): string {
  return withLuhnKey(`${siren}0001`);
}

/** Adds the digit that makes the Luhn sum (ISO/IEC 7812-1) a multiple of ten. */
function withLuhnKey(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits + String((10 - (sum % 10)) % 10);
}

/** The French VAT number of a SIREN: its key is (12 + 3 × (SIREN mod 97)) mod 97. */
export function vatNumberOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${siren}`;
}

/** A French IBAN with both its keys: the RIB's own and ISO 13616's. @param account eleven digits */
export function frenchIban(bank: string, branch: string, account: string): string {
  const rib = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account)) % 97);
  const bban = `${bank}${branch}${account}${String(rib).padStart(2, '0')}`;
  const check = 98 - remainder97(`${bban}152700`); // F is 15, R is 27
  return `FR${String(check).padStart(2, '0')}${bban}`;
}

/** A long number's remainder by 97, digit by digit. */
function remainder97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}
