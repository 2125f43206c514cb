/** The id of one form, made once in the browser: whatever is sent twice under it is done once. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const LENGTH = 16;
const FAIR = 252; // 7 × 36: a byte from here on would favour some letters

/** `D-7K2M…` of a draft, `P-…` of a payment, `J-…` of a journal entry, `L-…` of a letter. */
export function madeId(kind: 'D' | 'P' | 'J' | 'L'): string {
  let text = '';
  while (text.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < FAIR && text.length < LENGTH) text += LETTERS[byte % LETTERS.length];
    }
  }
  return `${kind}-${text}`;
}
