/** How wide the columns of a table of words and figures are. */

export type Wanted = {
  readonly natural: number; // on one line, in points
  readonly isFigures: boolean; // not to be broken
};

/** Words give way before figures do, and those that take little room last. */
export function columnWidths(wanted: readonly Wanted[], total: number): readonly number[] {
  const natural = sum(wanted.map((one) => one.natural));
  if (natural <= total) return wanted.map((one) => one.natural * (natural > 0 ? total / natural : 1));
  const words = wanted.filter(({ isFigures }) => !isFigures);
  const wordy = sum(words.map((one) => one.natural));
  const figures = natural - wordy;
  const room = Math.max(total - figures, Math.min(wordy, total * LEAST_OF_WORDS));
  if (words.length === 0) return wanted.map((one) => (one.natural * total) / natural);
  const most = mostOfOne(
    words.map((one) => one.natural),
    room,
  );
  const shrink = (total - room) / Math.max(1, figures);
  return wanted.map((one) => (one.isFigures ? one.natural * shrink : Math.min(one.natural, most)));
}

/** A table of long figures still says what they are of. */
const LEAST_OF_WORDS = 0.3;

/** The width that none may pass, so that together they fill the room. */
function mostOfOne(natural: readonly number[], room: number): number {
  const sorted = [...natural].sort((a, b) => a - b);
  let left = room;
  for (const [index, width] of sorted.entries()) {
    const share = left / (sorted.length - index);
    if (width > share) return share;
    left -= width;
  }
  return room;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
