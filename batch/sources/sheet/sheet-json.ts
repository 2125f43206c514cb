/** The JSON that the Sheets API answers, `unknown` until read. What has not its shape is asked for again. */

/** An answer that is cut, or is not what the API answers. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}

export function malformed(): never {
  throw new MalformedAnswer('the answer of the Sheets API is cut or malformed');
}

/** Throws `MalformedAnswer` on what is no JSON, such as half an answer. */
export function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return malformed();
  }
}

/** A field of an object; `undefined` where the field, or the object, is not there. */
export function jsonField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** A list; the API leaves out an empty one. */
export function jsonList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : malformed();
}
