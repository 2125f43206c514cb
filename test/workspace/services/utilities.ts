/** `Utilities`: dates, digests, base64, blobs, sleep. All but sleeping is local to the script. */
import { Buffer } from 'node:buffer';
import { createHash, createHmac } from 'node:crypto';
import { type Emulates, type Enums, enumName, notEmulated } from '../emulated.ts';
import type { Execution } from '../execution.ts';
import { formatDate } from '../sheet-dates.ts';
import { BlobService, bytesOf, signedBytes } from './blob.ts';

type Google = GoogleAppsScript.Utilities.Utilities;

export class UtilitiesService
  implements
    Emulates<
      Google,
      | 'getUuid'
      | 'formatDate'
      | 'newBlob'
      | 'sleep'
      | 'base64Encode'
      | 'base64EncodeWebSafe'
      | 'base64Decode'
      | 'base64DecodeWebSafe'
      | 'computeDigest'
      | 'computeHmacSha256Signature'
    >
{
  static readonly emulates = 'Utilities';
  static readonly enums: Enums = {
    DigestAlgorithm: ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512'],
    MacAlgorithm: ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'],
    Charset: ['US_ASCII', 'UTF_8'],
  };
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  /** Differs each time, and is the same when the world is played again. */
  getUuid(): string {
    const { state } = this.execution.backend;
    state.counter += 1;
    const hex = createHash('sha256').update(`uuid ${state.book.id} ${state.counter}`).digest('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }
  formatDate(date: unknown, timeZone: string, format: string): string {
    return date instanceof Date
      ? formatDate(date.getTime(), timeZone, format)
      : notEmulated('a date that is none');
  }
  newBlob(data: unknown, contentType = 'text/plain', name = ''): BlobService {
    return new BlobService(this.execution, bytesOf(data), contentType, name);
  }
  sleep(millis: number): unknown {
    return this.execution.call('Utilities.sleep', () =>
      this.execution.backend.realClock
        ? new Promise((resolve) => setTimeout(resolve, millis))
        : this.execution.passTime(millis),
    );
  }
  base64Encode(data: unknown): string {
    return Buffer.from(bytesOf(data)).toString('base64');
  }
  base64EncodeWebSafe(data: unknown): string {
    return this.base64Encode(data).replaceAll('+', '-').replaceAll('/', '_');
  }
  base64Decode(text: string): number[] {
    return signedBytes(Buffer.from(text, 'base64'));
  }
  base64DecodeWebSafe(text: string): number[] {
    return signedBytes(Buffer.from(text, 'base64url'));
  }
  computeDigest(algorithm: unknown, value: unknown): number[] {
    if (enumName(algorithm, 'DigestAlgorithm') !== 'SHA_256') return notEmulated('a digest but SHA_256');
    return signedBytes(createHash('sha256').update(bytesOf(value)).digest());
  }
  computeHmacSha256Signature(value: unknown, key: unknown): number[] {
    return signedBytes(createHmac('sha256', bytesOf(key)).update(bytesOf(value)).digest());
  }
}
