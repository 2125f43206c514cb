/** `Blob`: bytes with a name and a type. Google's bytes are signed. */
import { Buffer } from 'node:buffer';
import { type Emulates, notEmulated } from '../emulated.ts';
import type { Execution } from '../execution.ts';

type Google = GoogleAppsScript.Base.Blob;

export class BlobService
  implements
    Emulates<
      Google,
      'getBytes' | 'getDataAsString' | 'getContentType' | 'getName' | 'setName' | 'setContentType' | 'getAs'
    >
{
  static readonly emulates = 'Blob';
  readonly execution: Execution;
  readonly bytes: Uint8Array;
  contentType: string;
  name: string;

  constructor(execution: Execution, bytes: Uint8Array, contentType: string, name: string) {
    this.execution = execution;
    this.bytes = bytes;
    this.contentType = contentType;
    this.name = name;
  }
  getBytes(): number[] {
    return signedBytes(this.bytes);
  }
  getDataAsString(): string {
    return Buffer.from(this.bytes).toString('utf8');
  }
  getContentType(): string {
    return this.contentType;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): this {
    this.name = name;
    return this;
  }
  setContentType(type: string | null): this {
    this.contentType = type ?? '';
    return this;
  }
  /** A page as a PDF: the one conversion that is emulated. */
  getAs(contentType: string): BlobService | Promise<BlobService> {
    if (contentType !== 'application/pdf' || this.contentType !== 'text/html')
      return notEmulated(`${this.contentType} as ${contentType}`);
    const made = (bytes: Uint8Array): BlobService =>
      new BlobService(this.execution, bytes, contentType, this.name.replace(/\.html$/, '.pdf'));
    return this.execution.call('Blob.getAs', () => {
      const bytes = this.execution.backend.makePdf(this.getDataAsString());
      return bytes instanceof Uint8Array ? made(bytes) : bytes.then(made);
    });
  }
}

export function signedBytes(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte << 24) >> 24);
}

/** Bytes as a script hands them over: a text in UTF-8, or numbers from -128 to 127. */
export function bytesOf(value: unknown): Uint8Array {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (Array.isArray(value)) return Uint8Array.from(value, (byte) => Number(byte) & 0xff);
  return notEmulated('bytes that are neither a text nor an array');
}
