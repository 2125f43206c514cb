/** Reads a mail as a mailbox gets it: headers, then parts within parts (RFC 2045, 2047). Enough for what we write, and strict. */

export type MimePart = {
  readonly headers: ReadonlyMap<string, string>; // unfolded, by lower-case name
  readonly body: Buffer; // decoded
  readonly parts: readonly MimePart[];
};

export function readMime(bytes: Buffer): MimePart {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('a part without an empty line after its headers');
  const headers = readHeaders(bytes.subarray(0, end).toString('latin1'));
  const content = bytes.subarray(end + 4);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary !== undefined) return { headers, body: content, parts: splitParts(content, boundary) };
  return {
    headers,
    body: decodeBody(content, headers.get('content-transfer-encoding') ?? '7bit'),
    parts: [],
  };
}

/** The only part of a kind, however deep. */
export function partOf(mail: MimePart, type: string): MimePart {
  const found = allParts(mail).filter((part) => part.headers.get('content-type')?.startsWith(type));
  const [part] = found;
  if (!part || found.length > 1) throw new Error(`${found.length} parts of ${type}`);
  return part;
}

/** A header with its encoded words read. */
export function headerText(part: MimePart, name: string): string {
  const raw = part.headers.get(name) ?? '';
  return raw
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind, text) => {
      const bytes = /b/i.test(kind) ? Buffer.from(text, 'base64') : quotedPrintable(text.replace(/_/g, ' '));
      return bytes.toString('latin1');
    })
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

function allParts(part: MimePart): readonly MimePart[] {
  return [part, ...part.parts.flatMap(allParts)];
}

function readHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const match = /^([!-9;-~]+): ?(.*)$/.exec(line);
    const [, name = '', value = ''] = match ?? [];
    if (!match || headers.has(name.toLowerCase())) throw new Error(`a bad or repeated header: ${line}`);
    headers.set(name.toLowerCase(), value);
  }
  return headers;
}

function splitParts(content: Buffer, boundary: string): readonly MimePart[] {
  const pieces = `\r\n${content.toString('latin1')}`.split(`\r\n--${boundary}`);
  if (!pieces.at(-1)?.startsWith('--')) throw new Error('a multipart without its end');
  return pieces.slice(1, -1).map((piece) => readMime(Buffer.from(piece.replace(/^\r\n/, ''), 'latin1')));
}

function decodeBody(content: Buffer, encoding: string): Buffer {
  const text = content.toString('latin1');
  if (/^base64$/i.test(encoding)) return Buffer.from(text, 'base64');
  if (/^quoted-printable$/i.test(encoding)) return quotedPrintable(text.replace(/=\r\n/g, ''));
  return content;
}

function quotedPrintable(text: string): Buffer {
  const plain = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
