/** Field masks, such as `properties.title,sheets.properties(sheetId,title)`: which parts of an answer are sent. */
import { ApiRefusal } from './api-refusal.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The fields asked for; `null` stands for everything below. */
type Mask = Map<string, Mask | null>;

/** Keeps of an answer what the mask names. An unknown field is refused, as Google refuses it. */
export function applyFields(answer: Json, fields: string): Json {
  return pick(answer, parseMask(fields));
}

function parseMask(fields: string): Mask {
  const mask: Mask = new Map();
  for (const part of splitOutsideBrackets(fields)) {
    const match = /^([A-Za-z]+)(?:[./](.+)|\((.+)\))?$/.exec(part);
    if (!match) throw new ApiRefusal(400, `Invalid field selection ${part}`);
    const [, name = '', below, group] = match;
    const inner = below ?? group;
    mask.set(name, inner === undefined ? null : merge(mask.get(name), parseMask(inner)));
  }
  return mask;
}

function merge(known: Mask | null | undefined, added: Mask): Mask | null {
  return known === null ? null : new Map([...(known ?? []), ...added]);
}

function splitOutsideBrackets(fields: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const char of fields) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function pick(value: Json, mask: Mask): Json {
  if (Array.isArray(value)) return value.map((item: Json) => pick(item, mask));
  if (typeof value !== 'object' || value === null) throw new ApiRefusal(400, 'Invalid field selection');
  const object: Readonly<Record<string, Json>> = Object.fromEntries(Object.entries(value));
  const kept: [string, Json][] = [];
  for (const [name, below] of mask) {
    const inner = object[name];
    if (inner === undefined) throw new ApiRefusal(400, `Invalid field selection ${name}`);
    kept.push([name, below === null ? inner : pick(inner, below)]);
  }
  return Object.fromEntries(kept);
}
