/**
 * What is asked from outside, checked: anyone who may open the sheet may call an endpoint with anything. Each check takes `unknown`
 * and gives the typed value, or which field is wrong and what it should hold. What a text means is for the action to judge.
 */
import { parseCivilDate } from '../../shared/base/civil-date.ts';
import { ok } from '../../shared/base/result.ts';
import type { Language, Words } from '../../shared/base/words.ts';
import type { Notice } from '../contract.ts';

/** One field that cannot be taken as it is. The value itself is never repeated: it may be anything. */
export type Refusal = { readonly field: string; readonly words: Words };

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: readonly Refusal[] };

/** @param field the path to the value, such as `lines.2.quantity`; empty for the whole */
export type Check<T> = (value: unknown, field: string) => Checked<T>;

function refused(field: string, fr: string, en: string): { ok: false; error: readonly Refusal[] } {
  return { ok: false, error: [{ field, words: { fr, en } }] };
}

/** Characters no cell, mail or page should carry: controls but tab and line break, halves of a character, direction overrides. */
const UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/;

/** A text of one line, without the blanks around it. @param most characters at most */
export function line(most: number): Check<string> {
  const check = text(most);
  return (value, field) => {
    const checked = check(value, field);
    if (checked.ok && /[\n\t\u2028\u2029]/.test(checked.value)) {
      return refused(field, 'Écrivez ce texte sur une seule ligne.', 'Write this text on a single line.');
    }
    return checked;
  };
}

/** A text of any number of lines, composed (NFC), its line ends `\n`, without the blanks around it. */
export function text(most: number): Check<string> {
  return (value, field) => {
    if (typeof value !== 'string') return refused(field, 'Un texte est attendu.', 'A text is expected.');
    if (value.length > most) {
      return refused(field, `${most} caractères au plus.`, `${most} characters at most.`);
    }
    const tidy = value.replace(/\r\n?/g, '\n').normalize('NFC').trim();
    if (!UNWANTED.test(tidy)) return ok(tidy);
    return refused(
      field,
      'Ce texte contient des caractères invisibles.',
      'This text has invisible characters.',
    );
  };
}

/** A text that matches a pattern as a whole. @param fr @param en what is expected */
export function pattern(expected: RegExp, most: number, fr: string, en: string): Check<string> {
  const check = line(most);
  return (value, field) => {
    const checked = check(value, field);
    return checked.ok && !expected.test(checked.value) ? refused(field, fr, en) : checked;
  };
}

/** Any check, or an empty text. */
export function maybe(check: Check<string>): Check<string> {
  return (value, field) => (value === '' ? ok('') : check(value, field));
}

/** `YYYY-MM-DD`, a day of the calendar. */
export const day: Check<string> = (value, field) =>
  typeof value === 'string' && parseCivilDate(value).ok
    ? ok(value)
    : refused(
        field,
        'Un jour du calendrier est attendu (AAAA-MM-JJ).',
        'A day of the calendar is expected (YYYY-MM-DD).',
      );

/** A decimal number as people write it: digits, blanks, one comma or point, a sign. Its meaning is read later, by currency. */
export const amount: Check<string> = pattern(
  /^[-+−]?[0-9][0-9 .,'\u00a0\u202f]*$/,
  30,
  'Un montant est attendu, en chiffres.',
  'An amount is expected, in digits.',
);

/** An identifier that the sidebar makes: a letter, a hyphen, at least eight of A–Z 0–9. */
export function madeId(letter: string): Check<string> {
  return pattern(
    new RegExp(`^${letter}-[A-Z0-9]{8,32}$`),
    40,
    'Cet identifiant n’est pas valable\u202f: rouvrez le panneau.',
    'This identifier is not valid: open the sidebar again.',
  );
}

/** An ISO 4217 code, or empty. */
export const currency: Check<string> = maybe(
  pattern(
    /^[A-Z]{3}$/,
    3,
    'Une devise est attendue, en trois lettres.',
    'A currency is expected, in three letters.',
  ),
);

export const flag: Check<boolean> = (value, field) =>
  typeof value === 'boolean'
    ? ok(value)
    : refused(field, 'Oui ou non est attendu.', 'Yes or no is expected.');

/** The number of a row of a sheet or a file. */
export const rowNumber: Check<number> = (value, field) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 10_000_000
    ? ok(value)
    : refused(field, 'Un numéro de ligne est attendu.', 'A row number is expected.');

/** One of the texts listed. */
export function choice<const C extends string>(choices: readonly C[]): Check<C> {
  return (value, field) => {
    const found = choices.find((one) => one === value);
    return found === undefined
      ? refused(
          field,
          `Un choix est attendu : ${choices.join(', ')}.`,
          `A choice is expected: ${choices.join(', ')}.`,
        )
      : ok(found);
  };
}

/** A list, each element checked. */
export function list<T>(check: Check<T>, most: number): Check<readonly T[]> {
  return (value, field) => {
    if (!Array.isArray(value)) return refused(field, 'Une liste est attendue.', 'A list is expected.');
    if (value.length > most) {
      return refused(field, `${most} éléments au plus.`, `${most} elements at most.`);
    }
    const values: T[] = [];
    const refusals: Refusal[] = [];
    value.forEach((one: unknown, index) => {
      const checked = check(one, below(field, String(index)));
      if (checked.ok) values.push(checked.value);
      else refusals.push(...checked.error);
    });
    return refusals.length > 0 ? { ok: false, error: refusals } : ok(values);
  };
}

type Shape<T> = { readonly [K in keyof T]: Check<T[K]> };

/** An object with exactly these fields: a missing one is refused, one too many is left behind. */
export function record<T extends object>(shape: Shape<T>): Check<T> {
  const checks: readonly (readonly [string, Check<unknown>])[] = Object.entries(shape);
  const isWhole = (value: object): value is T => checks.every(([key]) => key in value);
  return (value, field) => {
    if (!isObject(value)) {
      return refused(field, 'Un formulaire est attendu.', 'A form is expected.');
    }
    const whole: Record<string, unknown> = {};
    const refusals: Refusal[] = [];
    for (const [key, check] of checks) {
      const checked = check(Reflect.get(value, key), below(field, key));
      if (checked.ok) whole[key] = checked.value;
      else refusals.push(...checked.error);
    }
    if (refusals.length > 0) return { ok: false, error: refusals };
    return isWhole(whole) ? ok(whole) : refused(field, 'Formulaire incomplet.', 'Incomplete form.');
  };
}

/** An object whose every key and value is checked. @param most keys at most */
export function entries(
  key: Check<string>,
  check: Check<string>,
  most: number,
): Check<Record<string, string>> {
  return (value, field) => {
    if (!isObject(value)) return refused(field, 'Un formulaire est attendu.', 'A form is expected.');
    const found = Object.entries(value);
    if (found.length > most) return refused(field, `${most} champs au plus.`, `${most} fields at most.`);
    const whole: Record<string, string> = {};
    const refusals: Refusal[] = [];
    for (const [name, one] of found) {
      const named = key(name, below(field, 'key'));
      const checked = check(one, below(field, name));
      if (named.ok && checked.ok) whole[named.value] = checked.value;
      if (!named.ok) refusals.push(...named.error);
      else if (!checked.ok) refusals.push(...checked.error);
    }
    return refusals.length > 0 ? { ok: false, error: refusals } : ok(whole);
  };
}

/** Where nothing is asked: whatever is sent is left behind. */
export const nothing: Check<Record<string, never>> = () => ok({});

/** Refusals as the sidebar shows them. */
export function noticesOf(refusals: readonly Refusal[], language: Language): readonly Notice[] {
  return refusals.map(({ field, words }) => ({ field, text: words[language], severity: 'error' }));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function below(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
