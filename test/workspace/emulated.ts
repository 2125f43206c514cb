/**
 * What Google's services are emulated by: classes whose methods carry Google's names and take Google's arguments. A member that a
 * class does not have is refused with `NotEmulated`; it is never `undefined`.
 */
/// <reference types="google-apps-script" />

/** What a method answers: texts, truths and tables of texts as Google's, at once or later; the rest is our own to choose. */
type Answers<R> = [string] extends [R]
  ? R | Promise<R>
  : [boolean] extends [R]
    ? R | Promise<R>
    : R extends string[][]
      ? R
      : unknown;

/** The part of a Google class that is emulated: the named members, with Google's parameters. */
export type Emulates<T, K extends keyof T> = {
  readonly [P in K]: T[P] extends (...args: infer A) => infer R ? (...args: A) => Answers<R> : unknown;
};

/** One value of an enumeration, such as `SpreadsheetApp.BorderStyle.SOLID`. */
export class EnumValue {
  readonly type: string;
  readonly name: string;
  constructor(type: string, name: string) {
    this.type = type;
    this.name = name;
  }
}

export type Enums = Readonly<Record<string, readonly string[]>>;

/** A class of Google's that is emulated. */
export type EmulatedClass = {
  readonly prototype: object;
  readonly emulates: string; // its name at Google
  readonly enums?: Enums;
};

/** The name of an enumeration's value; refuses a value of another one. */
export function enumName(value: unknown, type: string): string {
  if (value instanceof EnumValue && value.type === type) return value.name;
  throw new Error(`NotEmulated: ${String(value)} where ${type} is expected`);
}

export function notEmulated(what: string): never {
  throw new Error(`NotEmulated: ${what}`);
}

/** Reads an options object: a key that nothing here looks at is refused. */
export function optionsOf(
  value: unknown,
  what: string,
  known: readonly string[],
): ReadonlyMap<string, unknown> {
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object') return notEmulated(`${what} given ${String(value)}`);
  const options = new Map<string, unknown>(Object.entries(value));
  for (const key of options.keys()) if (!known.includes(key)) notEmulated(`${what} with ${key}`);
  return options;
}

/** A text of an options object. */
export function textOption(options: ReadonlyMap<string, unknown>, key: string): string {
  const value = options.get(key) ?? '';
  if (typeof value === 'string') return value;
  return notEmulated(`the option ${key} given ${String(value)}`);
}

export type ClassSurface = {
  readonly methods: readonly string[];
  readonly getters: readonly string[];
  readonly enums: Enums;
};

/** The members of a class and of those it extends, as the script's side of the wire needs them. */
export function surfaceOf({ prototype, enums = {} }: EmulatedClass): ClassSurface {
  const members = membersOf(prototype);
  return {
    methods: members.filter(([, { get }]) => !get).map(([name]) => name),
    getters: members.filter(([, { get }]) => get).map(([name]) => name),
    enums,
  };
}

function membersOf(prototype: object): readonly (readonly [string, PropertyDescriptor])[] {
  const above: unknown = Object.getPrototypeOf(prototype);
  const inherited = typeof above === 'object' && above && above !== Object.prototype ? membersOf(above) : [];
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  return [...inherited, ...own.filter(([name]) => name !== 'constructor')];
}
