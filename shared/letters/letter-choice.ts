/** The letters one may choose among: in the sidebar, on the command line. */

export const LETTER_KINDS = [
  'reminder',
  'formal-notice',
  'proof-sheet',
  'statement',
  'plan',
  'interest',
  'thank-you',
  'history',
  'call-sheet',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
