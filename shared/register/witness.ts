/** The seal that a document's row bears, as one number: what half a million rows are compared by. */

/** `h1:` and the 64 digits of a SHA-256. */
const SEAL = /^h1:([0-9a-f]{12})[0-9a-f]{52}$/;

/** @returns the first 12 hex digits, which a float holds exactly; null where the text is no seal */
export function witnessNumber(seal: string): number | null {
  const match = SEAL.exec(seal);
  return match === null ? null : Number.parseInt(match[1], 16);
}
