/** A value, or why there is none: for what goes wrong in the data. What goes wrong in the code throws. */
export type Result<T, E extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<E extends string>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Closes a union: a new member does not compile until every switch answers it. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
