/**
 * JSON walked as bytes (RFC 8259): each function is handed where something starts and answers where it ends, one past its last
 * byte. What is no JSON throws `MalformedAnswer`; a byte past the end is `undefined` and equals none.
 */
import { malformed } from './sheet-json.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;

export function skipSpace(bytes: Uint8Array, at: number): number {
  let next = at;
  for (let byte = bytes[next]; byte <= SPACE; byte = bytes[next]) {
    if (byte !== SPACE && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) malformed();
    next += 1;
  }
  return next;
}

export function expectByte(bytes: Uint8Array, at: number, byte: number): number {
  return bytes[at] === byte ? at + 1 : malformed();
}

/** @param member answers where a member's value ends, given its key and where the value starts */
export function readObject(
  bytes: Buffer,
  start: number,
  member: (key: string, at: number) => number,
): number {
  let at = skipSpace(bytes, expectByte(bytes, skipSpace(bytes, start), OPEN_OBJECT));
  if (bytes[at] === CLOSE_OBJECT) return at + 1;
  for (;;) {
    const end = endOfString(bytes, at);
    const key = bytes.toString('utf8', at + 1, end < 0 ? ~end : end); // as written: no key of ours has escapes
    const colon = skipSpace(bytes, (end < 0 ? ~end : end) + 1);
    at = skipSpace(bytes, member(key, skipSpace(bytes, expectByte(bytes, colon, COLON))));
    if (bytes[at] !== COMMA) return expectByte(bytes, at, CLOSE_OBJECT);
    at = skipSpace(bytes, at + 1);
  }
}

/** @param item answers where an item ends, given where it starts */
export function readArray(bytes: Uint8Array, start: number, item: (at: number) => number): number {
  let at = skipSpace(bytes, expectByte(bytes, start, OPEN_ARRAY));
  if (bytes[at] === CLOSE_ARRAY) return at + 1;
  for (;;) {
    at = skipSpace(bytes, item(at));
    if (bytes[at] !== COMMA) return expectByte(bytes, at, CLOSE_ARRAY);
    at = skipSpace(bytes, at + 1);
  }
}

const LITERALS = ['true', 'false', 'null'].map((word) => Buffer.from(word));

/** Any value. */
export function skipValue(bytes: Buffer, at: number): number {
  switch (bytes[at]) {
    case QUOTE: {
      const end = endOfString(bytes, at);
      return (end < 0 ? ~end : end) + 1;
    }
    case OPEN_OBJECT:
      return readObject(bytes, at, (_, value) => skipValue(bytes, value));
    case OPEN_ARRAY:
      return readArray(bytes, at, (item) => skipValue(bytes, item));
    default: {
      const literal = LITERALS.find((word) => word.equals(bytes.subarray(at, at + word.length)));
      return literal ? at + literal.length : endOfNumber(bytes, at);
    }
  }
}

/** @returns where the closing quote stands, or its complement (`~`) where the string has escapes */
export function endOfString(bytes: Uint8Array, start: number): number {
  let at = expectByte(bytes, start, QUOTE);
  let hasEscapes = false;
  for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[at]) {
    if (byte === BACKSLASH) {
      hasEscapes = true;
      at = endOfEscape(bytes, at + 1);
    } else if (byte >= SPACE) at += 1;
    else malformed();
    if (at >= bytes.length) malformed();
  }
  return hasEscapes ? ~at : at;
}

const ESCAPES = new Set(Buffer.from('"\\/bfnrt'));
const LETTER_U = 0x75;

function endOfEscape(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== LETTER_U) return ESCAPES.has(bytes[at]) ? at + 1 : malformed();
  for (let digit = at + 1; digit <= at + 4; digit++) if (!isHexDigit(bytes[digit])) malformed();
  return at + 5;
}

function isHexDigit(byte: number): boolean {
  const letter = byte | SPACE; // lower case
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x66);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const ZERO = 0x30;
const LETTER_E = 0x65;

export function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === MINUS ? start + 1 : start;
  at = bytes[at] === ZERO ? at + 1 : endOfDigits(bytes, at);
  if (bytes[at] === POINT) at = endOfDigits(bytes, at + 1);
  if ((bytes[at] | SPACE) !== LETTER_E) return at;
  const sign = bytes[at + 1];
  return endOfDigits(bytes, sign === MINUS || sign === PLUS ? at + 2 : at + 1);
}

/** At least one digit. */
function endOfDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at])) at += 1;
  return at > start ? at : malformed();
}
