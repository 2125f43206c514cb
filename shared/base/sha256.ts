/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) of texts: the same code, so the same seal, in a sheet's script and in the weekly job. */

/** The 64 lower-case hex digits of a text's UTF-8 bytes. */
export function sha256(text: string): string {
  return hexOf(digestOf(utf8Bytes(text)));
}

/** The 64 lower-case hex digits of bytes, such as a file's. Signed bytes, as Google's services give them, do as well. */
export function sha256OfBytes(bytes: readonly number[]): string {
  return hexOf(digestOf(Uint8Array.from(bytes, (byte) => byte & 0xff)));
}

/** HMAC-SHA256 of a text under a key, both UTF-8, as 64 hex digits. */
export function hmacSha256(key: string, text: string): string {
  const given = utf8Bytes(key);
  const block = new Uint8Array(BLOCK);
  block.set(given.length > BLOCK ? digestOf(given) : given);
  const inner = digestOf(
    joined(
      block.map((byte) => byte ^ 0x36),
      utf8Bytes(text),
    ),
  );
  return hexOf(
    digestOf(
      joined(
        block.map((byte) => byte ^ 0x5c),
        inner,
      ),
    ),
  );
}

const BLOCK = 64; // bytes
const DIGEST = 32;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** The UTF-8 bytes of a text; half a surrogate pair becomes U+FFFD, as every encoder writes it. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[count++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 ? text.charCodeAt(i + 1) : Number.NaN;
      const isPair = low >= 0xdc00 && low < 0xe000;
      code = isPair ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
      if (isPair) i++;
    }
    count = writeCode(bytes, count, code);
  }
  return bytes.subarray(0, count);
}

/** Writes a code point above U+007F. @returns where the next byte goes */
function writeCode(bytes: Uint8Array, at: number, code: number): number {
  let next = at;
  if (code < 0x800) bytes[next++] = 0xc0 | (code >> 6);
  else {
    if (code < 0x10000) bytes[next++] = 0xe0 | (code >> 12);
    else {
      bytes[next++] = 0xf0 | (code >> 18);
      bytes[next++] = 0x80 | ((code >> 12) & 0x3f);
    }
    bytes[next++] = 0x80 | ((code >> 6) & 0x3f);
  }
  bytes[next++] = 0x80 | (code & 0x3f);
  return next;
}

/** The first 32 bits of the fractional parts of the cube roots (`K`) and square roots (`START`) of the first primes. */
const PRIMES = firstPrimes(64);
const K = Int32Array.from(PRIMES, (prime) => fraction32(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction32(Math.sqrt(prime)));

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}

function fraction32(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x100000000) | 0;
}

function digestOf(bytes: Uint8Array): Uint8Array {
  const padded = paddedBlocks(bytes);
  const state = Int32Array.from(START);
  const words = new Int32Array(BLOCK);
  for (let at = 0; at < padded.length; at += BLOCK) {
    fillWords(words, padded, at);
    compress(state, words);
  }
  return Uint8Array.from({ length: DIGEST }, (_, i) => state[i >> 2] >>> (24 - 8 * (i & 3)));
}

/** The message, a 1 bit, zeros, and its length in bits as 64 bits, to whole blocks. */
function paddedBlocks(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return padded;
}

function fillWords(words: Int32Array, bytes: Uint8Array, at: number): void {
  for (let i = 0; i < 16; i++) {
    const from = at + i * 4;
    words[i] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
  }
  for (let i = 16; i < 64; i++) {
    const a = words[i - 15];
    const b = words[i - 2];
    const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    words[i] = words[i - 16] + s0 + words[i - 7] + s1;
  }
}

function compress(state: Int32Array, words: Int32Array): void {
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += (byte < 16 ? '0' : '') + byte.toString(16);
  return hex;
}
