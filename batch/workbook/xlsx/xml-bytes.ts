/**
 * XML as bytes, written at once where it will leave from: for the millions of cells of long tables, where strings would cost
 * more than what they say.
 */
import { textElement } from './cell-text.ts';

/** Bytes so far, in a buffer that grows. */
export type XmlBytes = { bytes: Uint8Array; end: number };

export function xmlBytes(size: number): XmlBytes {
  return { bytes: new Uint8Array(size), end: 0 };
}

/** Makes sure that this many bytes more fit. */
export function makeRoom(out: XmlBytes, count: number): void {
  const needed = out.end + count;
  if (needed <= out.bytes.length) return;
  const grown = new Uint8Array(Math.max(needed, 2 * out.bytes.length));
  grown.set(out.bytes.subarray(0, out.end));
  out.bytes = grown;
}

/** Hands out what was written and begins anew; what was handed out is never touched again. */
export function takeBytes(out: XmlBytes): Uint8Array {
  const taken = out.bytes.subarray(0, out.end);
  out.bytes = new Uint8Array(out.bytes.length);
  out.end = 0;
  return taken;
}

const encoder = new TextEncoder();

/** The bytes of a fixed piece of XML. */
export function fixedBytes(xml: string): Uint8Array {
  return encoder.encode(xml);
}

/** Needs room for them. */
export function putBytes(out: XmlBytes, source: Uint8Array): void {
  const { bytes, end } = out;
  for (let at = 0; at < source.length; at++) bytes[end + at] = source[at];
  out.end = end + source.length;
}

const LARGEST_QUICK = 0x7fffffff;
const ZERO = 48;

/** A whole number. Needs room for 24 bytes. */
export function putInteger(out: XmlBytes, value: number): void {
  if (!(value >= 0 && value <= LARGEST_QUICK)) {
    putAscii(out, String(value));
    return;
  }
  let rest = value | 0;
  let digits = 1;
  for (let power = 10; digits < 10 && rest >= power; power *= 10) digits += 1;
  for (let at = out.end + digits - 1; at >= out.end; at--) {
    const tens = (rest / 10) | 0;
    out.bytes[at] = ZERO + rest - 10 * tens;
    rest = tens;
  }
  out.end += digits;
}

/** Whole minor units as a decimal number, exactly. Needs room for 24 bytes. */
export function putDecimal(out: XmlBytes, minor: number, digits: number): void {
  if (minor < 0) out.bytes[out.end++] = 45; // -
  const units = 10 ** digits;
  const whole = Math.floor(Math.abs(minor) / units);
  putInteger(out, whole);
  let rest = Math.abs(minor) - whole * units;
  if (rest === 0) return;
  out.bytes[out.end] = 46; // .
  for (let at = out.end + digits; at > out.end; at--) {
    out.bytes[at] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  out.end += digits + 1;
}

/** Text of plain ASCII. Needs room for it. */
export function putAscii(out: XmlBytes, text: string): void {
  for (let at = 0; at < text.length; at++) out.bytes[out.end + at] = text.charCodeAt(at);
  out.end += text.length;
}

const OPEN = fixedBytes('<t>');
const CLOSE = fixedBytes('</t>');

const QUICK_LENGTH = 64; // most invoice numbers and codes

/** The `<t>` element of an inline string. Makes its own room. */
export function putTextElement(out: XmlBytes, text: string): void {
  if (!isPlain(text)) {
    putEncoded(out, textElement(text));
    return;
  }
  makeRoom(out, text.length + OPEN.length + CLOSE.length);
  putBytes(out, OPEN);
  putAscii(out, text);
  putBytes(out, CLOSE);
}

function isPlain(text: string): boolean {
  if (text.length > QUICK_LENGTH) return false;
  for (let at = 0; at < text.length; at++) if (PLAIN[text.charCodeAt(at)] !== 1) return false;
  return true;
}

function putEncoded(out: XmlBytes, xml: string): void {
  makeRoom(out, 3 * xml.length);
  out.end += encoder.encodeInto(xml, out.bytes.subarray(out.end)).written;
}

/** Signs that mean nothing in XML nor to Excel, wherever they stand in a text. */
const PLAIN = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./:,') {
  PLAIN[sign.charCodeAt(0)] = 1;
}
