/** A text filled: values in the place of their names, what stands above the table of amounts apart from what stands below it. */
import { fillPlaceholders } from '../base/placeholders.ts';
import type { MessageText } from './message-texts.ts';
import { DETAILS } from './placeholder-names.ts';

/** A paragraph, by its lines. */
export type Paragraph = readonly string[];

export type FilledText = {
  readonly subject: string; // may have line breaks still
  readonly above: readonly Paragraph[];
  readonly below: readonly Paragraph[];
  readonly unknown: readonly string[]; // names that stand for nothing, each once
};

/** The best text all of whose names stand for something, and what is wrong with the first: no client reads `{{montnat}}`. */
export type BestText = { readonly filled: FilledText; readonly unknown: readonly string[] };

/** @param texts the best first @returns null where there is none */
export function bestText(
  texts: readonly MessageText[],
  values: ReadonlyMap<string, string>,
): BestText | null {
  const filled = texts.map((text) => fillText(text, values));
  const best = filled.find(({ unknown }) => unknown.length === 0) ?? filled[filled.length - 1];
  return best ? { filled: best, unknown: filled[0].unknown } : null;
}

function fillText({ body, subject }: MessageText, values: ReadonlyMap<string, string>): FilledText {
  const filled = [subject, ...splitAt(body)].map((text) => fillPlaceholders(text, values));
  const [top, above, below] = filled.map(({ text }) => text);
  return {
    subject: top,
    above: paragraphsOf(above),
    below: paragraphsOf(below),
    unknown: Array.from(new Set(filled.flatMap((one) => one.unknown))),
  };
}

/** The text above the table and the text below it. */
function splitAt(body: string): readonly [string, string] {
  const place = DETAILS.exec(body);
  if (!place) return [body, ''];
  return [body.slice(0, place.index), body.slice(place.index + place[0].length)];
}

/** Paragraphs stand apart by an empty line; the lines of one keep their breaks. */
function paragraphsOf(text: string): readonly Paragraph[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n'));
}
