/** JSON text in pieces, so that half a million rows never stand in memory as one text. */

type Plain = string | number | boolean | null;

/** One row of a long list. */
export type JsonRow = Plain | readonly JsonRow[] | { readonly [key: string]: JsonRow };

/** A function is a long list: it is asked for its rows when their turn comes, and each stands on a line of its own. */
export type JsonValue =
  | Plain
  | (() => Iterable<JsonRow>)
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Rows are many to a piece: each piece walks up through every level of the value. */
const PIECE = 1 << 16;

/** The text in order, two spaces a level; it ends with a line break. */
export function* jsonPieces(value: JsonValue): Generator<string> {
  yield* pieces(value, '');
  yield '\n';
}

function* pieces(value: JsonValue, indent: string): Generator<string> {
  if (typeof value === 'function') {
    yield* rowLines(value(), indent);
  } else if (value === null || typeof value !== 'object') {
    yield JSON.stringify(value);
  } else if (isList(value)) {
    const unnamed = value.map((member) => ['', member] as const);
    yield* members(unnamed, '[', ']', indent);
  } else {
    const named = Object.entries(value).map(([key, member]) => [`${JSON.stringify(key)}: `, member] as const);
    yield* members(named, '{', '}', indent);
  }
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function* rowLines(rows: Iterable<JsonRow>, indent: string): Generator<string> {
  let piece = '[';
  let separator = '\n';
  for (const row of rows) {
    piece += `${separator}${indent}  ${JSON.stringify(row)}`;
    separator = ',\n';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield separator === '\n' ? '[]' : `${piece}\n${indent}]`;
}

function* members(
  all: readonly (readonly [label: string, member: JsonValue])[],
  opening: string,
  closing: string,
  indent: string,
): Generator<string> {
  yield opening;
  for (const [place, [label, member]] of all.entries()) {
    yield `${place === 0 ? '\n' : ',\n'}${indent}  ${label}`;
    yield* pieces(member, `${indent}  `);
  }
  yield all.length === 0 ? closing : `\n${indent}${closing}`;
}
