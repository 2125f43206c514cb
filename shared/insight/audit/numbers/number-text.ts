/** Number texts: two numbers that a reader takes for one have the same text here. */

/** A number without case, separators and the zeros that lead a run of digits; where a run begins stays: `fN2026N12`. */
export function looseText(text: string): string {
  return foldedText(text)
    .replace(/\d+/g, (run) => `N${run.replace(/^0+/, '')}`)
    .replace(/[^a-z0-9N\u0080-\uffff]/g, '');
}

/** A number without case and separators: `f202600012`. */
export function bareText(text: string): string {
  return foldedText(text).replace(/[^a-z0-9\u0080-\uffff]/g, '');
}

function foldedText(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
