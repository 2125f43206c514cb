/** What crosses between the script and the services: JSON, with marks for days, enumerations and the services' objects. */
import { EnumValue } from './emulated.ts';

/** The objects an execution holds, by the number the script knows them by. */
export class Handles {
  readonly #objects = new Map<number, object>();

  add(object: object): number {
    this.#objects.set(this.#objects.size + 1, object);
    return this.#objects.size;
  }

  get(id: number): object {
    const object = this.#objects.get(id);
    if (!object) throw new Error(`no object ${id} in this execution`);
    return object;
  }
}

/** The name of the class at Google, where an object is one of a service's. */
export function emulatedName(value: object): string | null {
  const made = value.constructor;
  return 'emulates' in made && typeof made.emulates === 'string' ? made.emulates : null;
}

export function encode(value: unknown, handles: Handles): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', text: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $: 'date', millis: value.getTime() };
  if (value instanceof EnumValue) return { $: 'enum', type: value.type, name: value.name };
  if (Array.isArray(value)) return value.map((item: unknown) => encode(item, handles));
  if (value instanceof Uint8Array) return Array.from(value, (byte) => (byte << 24) >> 24);
  const type = emulatedName(value);
  if (type !== null) return { $: 'object', id: handles.add(value), type };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner, handles)]));
}

export function decode(value: unknown, handles: Handles): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => decode(item, handles));
  const fields = new Map<string, unknown>(Object.entries(value));
  switch (fields.get('$')) {
    case undefined:
      return Object.fromEntries([...fields].map(([key, inner]) => [key, decode(inner, handles)]));
    case 'undefined':
      return undefined;
    case 'number':
      return Number(fields.get('text'));
    case 'date':
      return new Date(Number(fields.get('millis')));
    case 'enum':
      return new EnumValue(String(fields.get('type')), String(fields.get('name')));
    case 'object':
      return handles.get(Number(fields.get('id')));
    default:
      throw new Error(`NotEmulated: a value marked ${String(fields.get('$'))}`);
  }
}
